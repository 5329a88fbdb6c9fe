package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which decisions ratify an agreement for which of its parties, and from when.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RatifyingDecisionsTest {

    @Inject Clock clock;

    /// A joint board decides for each owner whose power reaches it and that its decision names.
    @Test
    @Tag("G28")
    void oneDecisionOfAJointBoardRatifiesForTheOwnersItNames() {
        var rochdale = Partners.of(Locality.ROCHDALE);
        var fund = rochdale.named("ROC-S75");
        rochdale.grant(rochdale.cabinet, rochdale.jointBoard);
        rochdale.grant(rochdale.governingBody, rochdale.jointBoard);
        rochdale.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        rochdale.reviewed(fund, 1, "2018-01-20", rochdale.council, rochdale.ccg);
        rochdale.submitted(fund, 1, "2018-02-01");
        rochdale.signs(fund, 1, rochdale.council, "2018-03-27");
        rochdale.signs(fund, 1, rochdale.ccg, "2018-03-27");
        var subject = "agreement:%s/1".formatted(fund);

        rochdale.decides(rochdale.jointBoard, "2018-03-27", subject, rochdale.council);
        assertThat(rochdale.shown(fund, "2018-04-01").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        rochdale.decides(
                rochdale.jointBoard, "2018-04-10", subject, rochdale.council, rochdale.ccg);

        var shown = rochdale.shown(fund, "2018-04-10");
        assertThat(shown.getString("state")).isEqualTo("IN_FORCE");
        assertThat(shown.getString("versions[0].ratifiedOn")).isEqualTo("2018-04-10");
    }

    @Test
    @Tag("G28")
    void aDecisionWithoutAuthorityOrRescindedBeforeTheLastSignatureRatifiesNothing() {
        var bolton = Partners.of(Locality.BOLTON);
        var fund = bolton.named("BOL-S75");
        bolton.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        bolton.reviewed(fund, 1, "2018-01-20", bolton.council, bolton.ccg);
        bolton.submitted(fund, 1, "2018-02-01");
        bolton.signs(fund, 1, bolton.council, "2018-02-05");
        var subject = "agreement:%s/1".formatted(fund);
        bolton.decides(bolton.cabinet, "2018-02-01", subject, bolton.council);
        var invalid = bolton.decides(bolton.jointBoard, "2018-02-01", subject, bolton.ccg);
        assertThat(invalid.getString("state")).isEqualTo("INVALID");
        var taken = bolton.decides(bolton.governingBody, "2018-02-02", subject, bolton.ccg);
        var back =
                bolton.decides(
                        bolton.governingBody,
                        "2018-02-20",
                        "decision:" + taken.getString("reference"),
                        bolton.ccg);
        bolton.secretary.does(
                "/decisions/%s/rescind".formatted(taken.getString("id")),
                "{\"byDecision\": \"%s\", \"reason\": \"Costs\"}"
                        .formatted(back.getString("reference")));

        bolton.signs(fund, 1, bolton.ccg, "2018-02-20");

        assertThat(bolton.shown(fund, "2018-03-01").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        assertThat(bolton.unsigned(bolton.ccg, "2018-03-01").getList("items.lacks"))
                .containsExactly(List.of("DECISION"));
        bolton.decides(bolton.governingBody, "2018-03-07", subject, bolton.ccg);
        assertThat(bolton.shown(fund, "2018-03-07").getString("state")).isEqualTo("IN_FORCE");
    }

    /// What is carried waits for scrutiny, and what scrutiny called in is in effect once it is
    /// upheld.
    @Test
    @Tag("G28")
    void aDecisionThatWasCalledInRatifiesNothingUntilItIsUpheld() {
        var salford = Partners.of(Locality.SALFORD);
        var today = BusinessClock.today(clock);
        var fund = salford.named("SAL-S75");
        salford.scrutinised(salford.cabinet);
        salford.drafts(fund, "SECTION_75", "", ", \"draftedOn\": \"2018-01-10\"");
        salford.reviewed(fund, 1, "2018-01-20", salford.council, salford.ccg);
        salford.submitted(fund, 1, "2018-02-01");
        salford.signs(fund, 1, salford.council, "2018-03-01");
        salford.signs(fund, 1, salford.ccg, "2018-03-01");
        var subject = "agreement:%s/1".formatted(fund);
        salford.decides(salford.governingBody, "2018-03-07", subject, salford.ccg);
        var taken = salford.decides(salford.cabinet, today.toString(), subject, salford.council);
        assertThat(taken.getString("state")).isEqualTo("CARRIED");
        var until = LocalDate.parse(taken.getString("callInUntil"));

        assertThat(salford.shown(fund, until.toString()).getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        assertThat(salford.shown(fund, until.plusDays(1).toString()).getString("state"))
                .isEqualTo("IN_FORCE");
        var calledIn =
                "{\"by\": \"%s\", \"reason\": \"Costs\", \"on\": \"%s\"}"
                        .formatted(salford.named("SCR"), today);
        var decision = "/decisions/%s/".formatted(taken.getString("id"));
        salford.secretary.does(decision + "call-in", calledIn);
        assertThat(salford.shown(fund, until.plusDays(1).toString()).getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        salford.secretary.does(decision + "uphold", calledIn);
        assertThat(salford.shown(fund, today.toString()).getString("state")).isEqualTo("IN_FORCE");
    }

    /// "All expect some form of accountability or responsibility agreement to be in place between
    /// GM ICS and the locality" (*Transition to ICS Update for Governing Body*).
    @Test
    @Tag("G26")
    void whatBelongsToGreaterManchesterIsRatifiedByDecisionsOfItsPlacesAndReadByAll() {
        var bolton = Partners.of(Locality.BOLTON);
        var agreement = bolton.named("GM-ACC");
        var region = Caller.secretaryOf(Locality.GREATER_MANCHESTER);
        region.does(
                "/agreements",
                """
                {"reference": "%s", "title": "Accountability", "kind": "ACCOUNTABILITY",
                 "locality": "E47000001", "partiesReview": false,
                 "first": {"label": "1", "summary": "First", "draftedOn": "2021-06-01",
                           "parties": [{"organisation": "%s"}, {"organisation": "%s"}]}}
                """
                        .formatted(agreement, bolton.council, bolton.ccg));
        var version = "/agreements/%s/versions/1/".formatted(agreement);
        region.does(version + "review", "{\"effectiveOn\": \"2021-06-02\"}");
        region.does(version + "submit", "{\"effectiveOn\": \"2021-06-03\"}");
        for (var party : List.of(bolton.council, bolton.ccg)) {
            region.does(
                    version + "sign",
                    """
                    {"organisation": "%s", "post": "Chair", "signedOn": "2021-07-01"}
                    """
                            .formatted(party));
        }
        var subject = "agreement:%s/1".formatted(agreement);
        bolton.decides(bolton.cabinet, "2021-07-05", subject, bolton.council);
        bolton.decides(bolton.governingBody, "2021-07-06", subject, bolton.ccg);

        Caller.secretaryOf(Locality.WIGAN)
                .get("/agreements/%s?on=2021-07-06".formatted(agreement))
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"));
        Caller.secretaryOf(Locality.WIGAN).post(version + "review", "{}").statusCode(404);
        Caller.secretaryOf(Locality.BURY)
                .get("/agreements/%s?on=2021-07-06".formatted(agreement))
                .body("inForce", equalTo(1));
    }
}
