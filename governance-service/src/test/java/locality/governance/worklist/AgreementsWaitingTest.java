package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What waits of agreements and consultations, and that the call a row names clears it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AgreementsWaitingTest extends WorkToDo {

    @Inject Clock clock;

    @Test
    @Tag("G26")
    void anEndIsToldNinetyAndThirtyDaysBefore() {
        var lastDay = today().plusDays(120);
        var agreement = drafted("EXP", ", \"expiresOn\": \"%s\"".formatted(lastDay));
        signed(agreement);

        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.minusDays(91).toString()))
                .isEmpty();
        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.minusDays(31).toString()))
                .get()
                .returns(lastDay.toString(), Row::dueOn)
                .returns(lastDay.minusDays(90).toString(), Row::since);
        var last = row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.minusDays(30).toString());
        assertThat(last).get().returns(lastDay.minusDays(30).toString(), Row::since);

        assertThat(takenOn(agreement + "/1", lastDay.minusDays(30).toString()))
                .containsExactly(
                        "versions", "review", "reviewed", "reviewed", "submit", "sign", "sign");
    }

    /// Its text goes on for years; what ends it is the notice.
    @Test
    @Tag("G26")
    void anEndByNoticeIsToldNinetyAndThirtyDaysBefore() {
        var firstDayWithout = today().plusDays(120);
        var lastDay = firstDayWithout.minusDays(1);
        var agreement =
                drafted(
                        "NOT",
                        ", \"noticeDays\": 30",
                        ", \"expiresOn\": \"%s\"".formatted(today().plusYears(9)));
        signed(agreement);

        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.toString())).isEmpty();
        does(
                agreement,
                "terminate",
                "{\"effectiveOn\": \"%s\", \"reason\": \"Over\", \"noticeBy\": \"%s\"}"
                        .formatted(firstDayWithout, manchester.ccg));

        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.minusDays(91).toString()))
                .isEmpty();
        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.minusDays(90).toString()))
                .get()
                .returns(lastDay.toString(), Row::dueOn)
                .returns(lastDay.minusDays(90).toString(), Row::since);
        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", lastDay.minusDays(30).toString()))
                .get()
                .returns(lastDay.minusDays(30).toString(), Row::since);
        assertThat(row("AGREEMENT_EXPIRING", agreement + "/1", firstDayWithout.toString()))
                .isEmpty();
    }

    @Test
    @Tag("G26")
    void aRatifiedVersionKeepsFromEndingOnlyWhatItFollowsTheDayAfter() {
        var lastDay = today().plusDays(60);
        var late = expiring("LAT", lastDay, lastDay.plusDays(2));
        var inTime = expiring("INT", lastDay, lastDay.plusDays(1));

        assertThat(row("AGREEMENT_EXPIRING", inTime + "/1", today().toString())).isEmpty();
        assertThat(row("AGREEMENT_EXPIRING", late + "/1", today().toString()))
                .get()
                .extracting(Row::inWords)
                .asString()
                .contains("version 2 holds from %s only".formatted(lastDay.plusDays(2)));
        assertThat(takenOn(late + "/1", today().toString()))
                .containsExactly(
                        "versions", "review", "reviewed", "reviewed", "submit", "sign", "sign");
    }

    /// An agreement with a second version that is ratified.
    private String expiring(String name, LocalDate lastDay, LocalDate nextFrom) {
        var agreement = drafted(name, ", \"expiresOn\": \"%s\"".formatted(lastDay));
        signed(agreement);
        secretary.does(
                "/agreements/%s/versions".formatted(agreement),
                """
                {"label": "2", "summary": "Second", "effectiveOn": "%s",
                 "parties": [{"organisation": "%s"}, {"organisation": "%s"}]}
                """
                        .formatted(nextFrom, manchester.council, manchester.ccg));
        signed(agreement, 2);
        return agreement;
    }

    /// Makes the calls that the row of an end names, one after the other, until the row is gone:
    /// nothing but a next version that is ratified clears it.
    private List<String> takenOn(String version, String on) {
        var calls = new ArrayList<String>();
        for (var waits = row("AGREEMENT_EXPIRING", version, on);
                waits.isPresent() && calls.size() < 10;
                waits = row("AGREEMENT_EXPIRING", version, on)) {
            var call = waits.get().clear();
            secretary.does(call.path(), call.body().toString());
            calls.add(call.path().substring(call.path().lastIndexOf('/') + 1));
        }
        return calls;
    }

    @Test
    @Tag("G31")
    void aReviewThatIsOverdueIsHeld() {
        var agreement = drafted("REV", ", \"reviewOn\": \"2017-01-25\", \"reviewEveryMonths\": 3");

        assertThat(row("AGREEMENT_TO_REVIEW", agreement + "/1", "2016-10-26")).isEmpty();
        assertThat(row("AGREEMENT_TO_REVIEW", agreement + "/1", "2016-10-27"))
                .get()
                .returns(0L, Row::overdueDays)
                .returns("2016-10-27", Row::since);
        assertThat(row("AGREEMENT_TO_REVIEW", agreement + "/1", "2016-12-26"))
                .get()
                .returns("2016-12-26", Row::since);
        var overdue = row("AGREEMENT_TO_REVIEW", agreement + "/1", today().toString());
        assertThat(overdue).get().matches(row -> row.overdueDays() > 3000);
        clears(overdue, today().toString());
    }

    @Test
    @Tag("G31")
    void theNextReviewOfWhatIsInForceIsTold() {
        var agreement = drafted("NEX", "");
        signed(agreement);
        var next = today().plusDays(200);
        does(
                agreement,
                "review-held",
                "{\"outcome\": \"It goes on\", \"nextReviewOn\": \"%s\"}".formatted(next));

        assertThat(row("AGREEMENT_TO_REVIEW", agreement + "/1", next.minusDays(91).toString()))
                .isEmpty();
        assertThat(row("AGREEMENT_TO_REVIEW", agreement + "/1", next.minusDays(90).toString()))
                .get()
                .returns(next.toString(), Row::dueOn);
    }

    @Test
    @Tag("G28")
    void aPartyThatHasNotReviewedDoesAndSigns() {
        var agreement = drafted("PAR", "");
        does(
                agreement,
                "review",
                "{\"effectiveOn\": \"2021-06-01\", \"reviewBy\": \"2021-06-18\"}");
        var council = "%s/1/%s".formatted(agreement, manchester.council);
        var ccg = "%s/1/%s".formatted(agreement, manchester.ccg);

        assertThat(row("AGREEMENT_PARTY_TO_REVIEW", council, "2021-06-17")).isEmpty();
        assertThat(row("AGREEMENT_PARTY_TO_REVIEW", council, "2021-06-19"))
                .get()
                .returns(1L, Row::overdueDays);
        clears(row("AGREEMENT_PARTY_TO_REVIEW", council, today().toString()), today().toString());
        clears(row("AGREEMENT_PARTY_TO_REVIEW", ccg, today().toString()), today().toString());
        does(agreement, "submit", "{}");

        clears(row("AGREEMENT_UNSIGNED", council, today().toString()), today().toString());
        assertThat(row("AGREEMENT_UNSIGNED", ccg, today().toString())).isPresent();
    }

    @Test
    @Tag("G57")
    void aStageThatWasToBeginBeginsAndWhatWasToBeToldIsTold() {
        var staff = "CON-" + manchester.board;
        secretary.does(
                "/plans",
                "{\"reference\": \"PLAN-%s\", \"title\": \"A plan\", \"locality\": \"E08000003\"}"
                        .formatted(manchester.board));
        secretary.does(
                "/consultations",
                """
                {"reference": "%s", "title": "Staff", "locality": "E08000003",
                 "audience": "STAFF", "about": {"type": "PLAN", "reference": "PLAN-%s"},
                 "stages": {"commence": "2016-10"}, "plannedOn": "2016-09-01"}
                """
                        .formatted(staff, manchester.board));
        secretary.does(
                "/communications",
                """
                {"reference": "COM-%s", "title": "Go live", "locality": "E08000003",
                 "audience": "PUBLIC", "dueOn": "2017-04-01"}
                """
                        .formatted(manchester.board));

        assertThat(row("CONSULTATION_STAGE_DUE", staff, "2016-10-31")).isEmpty();
        clears(row("CONSULTATION_STAGE_DUE", staff, "2016-11-01"), "2016-11-01");
        assertThat(row("COMMUNICATION_DUE", "COM-" + manchester.board, "2017-04-01")).isEmpty();
        clears(row("COMMUNICATION_DUE", "COM-" + manchester.board, "2017-04-02"), "2017-04-02");
    }

    private LocalDate today() {
        return BusinessClock.today(clock);
    }

    private String drafted(String name, String text) {
        return drafted(name, "", text);
    }

    private String drafted(String name, String terms, String text) {
        var reference = name + "-" + manchester.board;
        secretary.does(
                "/agreements",
                """
                {"reference": "%s", "title": "An agreement", "kind": "COMPACT",
                 "locality": "E08000003", "ratifiedBy": "SIGNATURE", "partiesReview": true%s,
                 "first": {"label": "1", "summary": "First", "draftedOn": "2016-09-01",
                           "parties": [{"organisation": "%s"}, {"organisation": "%s"}]%s}}
                """
                        .formatted(reference, terms, manchester.council, manchester.ccg, text));
        return reference;
    }

    private void does(String agreement, String verb, String json) {
        does(agreement, 1, verb, json);
    }

    private void does(String agreement, int version, String verb, String json) {
        secretary.does("/agreements/%s/versions/%d/%s".formatted(agreement, version, verb), json);
    }

    private void signed(String agreement) {
        signed(agreement, 1);
    }

    private void signed(String agreement, int version) {
        does(agreement, version, "review", "{}");
        for (var party : new String[] {manchester.council, manchester.ccg}) {
            does(agreement, version, "reviewed", "{\"organisation\": \"%s\"}".formatted(party));
        }
        does(agreement, version, "submit", "{}");
        for (var party : new String[] {manchester.council, manchester.ccg}) {
            does(
                    agreement,
                    version,
                    "sign",
                    "{\"organisation\": \"%s\", \"post\": \"Chair\"}".formatted(party));
        }
    }
}
