package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What waits, and that the call each row names clears it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class WorklistResourceTest extends WorkToDo {

    @Inject Clock clock;

    @Test
    @Tag("G22")
    void noticeIsWantedFromFourteenDaysBeforeItsLastDayAndClearedByGivingIt() {
        var meeting = planned(manchester.board, "2014-07-16");

        assertThat(row("MEETING_TO_NOTICE", meeting, "2014-06-23")).isEmpty();
        var row = row("MEETING_TO_NOTICE", meeting, "2014-06-24");

        assertThat(row)
                .get()
                .extracting(Row::dueOn, Row::overdueDays, Row::who, Row::body)
                .containsExactly("2014-07-08", 0L, "governance", manchester.board);
        assertThat(row("MEETING_TO_NOTICE", meeting, "2014-07-10"))
                .get()
                .returns(2L, Row::overdueDays);
        clears(row, "2014-06-24");
    }

    @Test
    @Tag("G22")
    void noticeThatIsAskedForOnADayToComeIsOfferedAsOfToday() {
        var today = BusinessClock.today(clock);
        var meeting = planned(manchester.board, today.plusDays(40).toString());
        var ahead = today.plusDays(35).toString();

        var row = row("MEETING_TO_NOTICE", meeting, ahead);

        clears(row, ahead);
    }

    @Test
    @Tag("G22")
    void aMeetingWhoseDayIsPastIsOpenedAndThenClosed() {
        var meeting = manchester.noticed(manchester.board);

        assertThat(row("MEETING_TO_OPEN", meeting, Manchester.DAY)).isEmpty();
        clears(row("MEETING_TO_OPEN", meeting, "2014-05-16"), "2014-05-16");
        clears(row("MEETING_TO_CLOSE", meeting, "2014-05-16"), "2014-05-16");
    }

    @Test
    @Tag("G22")
    void aDeferredMatterAndOneLeftOverAreTabledAtTheNextMeeting() {
        var meeting = manchester.meets(manchester.board);
        for (var title : List.of("Deferred", "Left over")) {
            secretary.does(
                    "/meetings/%s/items".formatted(meeting),
                    "{\"title\": \"%s\", \"decision\": {\"type\": \"NOTE\"}}".formatted(title));
        }
        secretary.does(
                "/meetings/%s/items/1/outcome".formatted(meeting), "{\"declared\": \"DEFERRED\"}");
        secretary.does("/meetings/%s/close".formatted(meeting), "{}");

        assertThat(row("DECISION_TO_TABLE", meeting + "/1", "2014-06-01"))
                .as("while no meeting is planned, one is to be planned")
                .get()
                .returns(Manchester.DAY, Row::since)
                .returns("/meetings", row -> row.clear().path());
        planned(manchester.board, "2014-07-16");
        clears(row("DECISION_TO_TABLE", meeting + "/1", "2014-06-01"), "2014-06-01");
        clears(row("DECISION_TO_TABLE", meeting + "/2", "2014-06-01"), "2014-06-01");
    }

    @Test
    @Tag("G22")
    void anApprovalRequestIsPutBeforeTheLowestBodyThatMayDecideIt() {
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 279_100_000);
        manchester.arrives(request);
        planned(manchester.governingBody, "2014-07-16");

        var row = row("APPROVAL_TO_TABLE", request.reference(), "2014-06-01");

        assertThat(row)
                .get()
                .returns(request.dueOn().toString(), Row::dueOn)
                .returns(manchester.governingBody, Row::body);
        clears(row, "2014-06-01");
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");
    }

    @Test
    @Tag("G22")
    void actionsAreCompletedReviewedAndDated() {
        var late = action("\"dueOn\": \"2018-06\"");
        var unreviewed = action("\"precision\": \"ONGOING\"");
        var toReview = action("\"reviewOn\": \"2018-07-01\"");
        var undated = action("\"precision\": \"UNDATED\"");

        assertThat(row("ACTION_OVERDUE", late, "2018-06-30")).isEmpty();
        assertThat(row("ACTION_OVERDUE", late, "2018-07-02")).get().returns(2L, Row::overdueDays);
        clears(row("ACTION_OVERDUE", late, FAR), FAR);
        clears(row("ACTION_WITHOUT_REVIEW", unreviewed, FAR), FAR);
        clears(row("ACTION_TO_REVIEW", toReview, FAR), FAR);
        clears(row("ACTION_UNDATED", undated, FAR), FAR);
    }

    @Test
    @Tag("G7")
    void aVacantSeatIsTakenAgain() {
        secretary.does(
                "/bodies/%s/memberships/S2/end".formatted(manchester.board),
                "{\"effectiveOn\": \"2014-06-01\"}");
        var seat = manchester.board + "/S2";

        assertThat(row("SEAT_VACANT", seat, "2014-05-31")).isEmpty();
        var row = row("SEAT_VACANT", seat, "2014-06-20");

        assertThat(row).get().returns("2014-06-01", Row::since);
        clears(row, "2014-06-20");
    }

    @Test
    @Tag("G13")
    void aDelegationThatSoonExpiresIsGrantedAnew() {
        var reference = "EXP-" + manchester.board;
        secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "to": "%s", "functions": ["commissioning"],
                 "place": "E08000003", "limitPence": 5000, "effectiveOn": "2014-04-01",
                 "expiresOn": "2015-03-31"}
                """
                        .formatted(reference, manchester.governingBody, manchester.board));

        assertThat(row("DELEGATION_EXPIRING", reference, "2014-12-30")).isEmpty();
        clears(row("DELEGATION_EXPIRING", reference, "2014-12-31"), "2014-12-31");
    }

    @Test
    void theMostUrgentComesFirstAndPagesGoOnWhereTheyEnded() {
        for (var due : List.of("2018-08", "2018-06", "2018-07")) {
            action("\"dueOn\": \"%s\"".formatted(due));
        }
        action("\"precision\": \"UNDATED\"");
        var rows = all("on=2018-10-01&locality=E08000003");
        var whole = rows.stream().map(Row::reference).toList();

        var paged = new ArrayList<String>();
        var after = "";
        do {
            var page =
                    secretary
                            .get(
                                    "/worklist?on=2018-10-01&locality=E08000003&limit=2&after="
                                            + after.replace("|", "%7C"))
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            paged.addAll(page.getList("items.reference"));
            after = page.getString("next");
        } while (after != null);

        assertThat(paged).isEqualTo(whole);
        assertThat(rows).extracting(Row::lastDay).isSorted();
        assertThat(whole.stream().filter(one -> one.startsWith(manchester.board)))
                .hasSize(4)
                .last()
                .asString()
                .endsWith("A-4");
    }

    @Test
    void itShowsTheWorkOfARoleInThePlacesOfTheCaller() {
        var action = action("\"precision\": \"UNDATED\"");

        Caller.of("viewer", Locality.MANCHESTER).get("/worklist").body("items", empty());
        Caller.of("viewer", Locality.MANCHESTER)
                .get(
                        "/worklist?role=governance&kind=ACTION_UNDATED&on=%s&limit=1000"
                                .formatted(FAR))
                .body("items.reference", hasItem(action))
                .body("items.kind", everyItem(equalTo("ACTION_UNDATED")));
        Caller.secretaryOf(Locality.ROCHDALE)
                .get("/worklist?limit=1000&on=" + FAR)
                .body("items.reference", not(hasItem(action)));
        secretary.get("/worklist?locality=E08000005").body("items", hasSize(0));
    }

    @Test
    void itGoesOutAsASpreadsheet() {
        var action = action("\"precision\": \"UNDATED\"");

        var sheet = secretary.getCsv("/worklist?on=" + FAR).statusCode(200).extract().asString();

        assertThat(sheet)
                .startsWith("kind,reference,title,since,dueOn,overdueDays,locality,body,who,")
                .contains("ACTION_UNDATED," + action)
                .contains(",POST,/actions/%s/move,".formatted(action));
    }

    /// Later than any day a command of today is given on.
    private static final String FAR = "2099-01-01";

    private String action(String more) {
        return secretary
                .does(
                        "/actions",
                        """
                        {"title": "An action", "post": "Chief Officer", "body": "%s",
                         "givenOn": "2018-05-14", %s}
                        """
                                .formatted(manchester.board, more))
                .extract()
                .path("reference");
    }
}
