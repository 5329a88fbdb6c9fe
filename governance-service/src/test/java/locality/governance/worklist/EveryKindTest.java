package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import locality.governance.story.Manchester;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What each feature adds to the worklist: a row is there from its day, and gone once the call that
/// it names was sent.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EveryKindTest extends WorkToDo {

    @Inject Clock clock;

    @Test
    @Tag("G17")
    void anAdjournedMeetingGoesOnOnTheDayItNamed() {
        var meeting = manchester.meets(manchester.board);
        adjourned(meeting, ", \"until\": {\"startsAt\": \"2014-05-16T10:00\"}");

        assertThat(row("MEETING_TO_RECONVENE", meeting, "2014-05-15")).isEmpty();
        assertThat(row("MEETING_TO_RECONVENE", meeting, "2014-05-18"))
                .get()
                .returns(2L, Row::overdueDays);
        clears(row("MEETING_TO_RECONVENE", meeting, "2014-05-18"), "2014-05-18");
    }

    @Test
    @Tag("G17")
    void oneThatNamedNoDayWaits() {
        var meeting = manchester.meets(manchester.board);
        adjourned(meeting, "");

        assertThat(row("MEETING_TO_RECONVENE", meeting, "2014-05-14"))
                .get()
                .returns(Manchester.DAY, Row::since)
                .returns(null, Row::dueOn);
        clears(row("MEETING_TO_RECONVENE", meeting, "2014-05-20"), "2014-05-20");
    }

    @Test
    @Tag("G20")
    void anItemOfANoticedMeetingWantsAPaperFiveClearDaysBefore() {
        var meeting = manchester.noticed(manchester.board);
        secretary.does("/meetings/%s/items".formatted(meeting), "{\"title\": \"Progress\"}");

        var row = row("PAPER_DUE", meeting + "/1", "2014-05-07");

        assertThat(row).get().returns("2014-05-06", Row::dueOn).returns(1L, Row::overdueDays);
        clears(row, "2014-05-07");
    }

    @Test
    @Tag("G22")
    void minutesAreApprovedOnceALaterMeetingWasHeld() {
        var meeting = manchester.meets(manchester.board);
        secretary.does("/meetings/%s/close".formatted(meeting), "{}");
        assertThat(row("MINUTES_TO_APPROVE", meeting, "2014-08-01")).isEmpty();
        var later = planned(manchester.board, "2014-07-16");
        secretary.does("/meetings/%s/notice".formatted(later), "{\"noticedOn\": \"2014-07-01\"}");
        secretary.does("/meetings/%s/open".formatted(later), "{}");

        assertThat(row("MINUTES_TO_APPROVE", meeting, "2014-07-15")).isEmpty();
        var row = row("MINUTES_TO_APPROVE", meeting, "2014-07-16");

        assertThat(row).get().returns("2014-07-16", Row::since);
        clears(row, "2014-07-16");
    }

    @Test
    @Tag("G17")
    void aBodyThatMissedItsCycleIsCalledToMeet() {
        terms("2014-01-01", ", \"frequency\": {\"every\": 3, \"unit\": \"MONTHS\"}");

        var row = row("CYCLE_MISSED", manchester.board, "2014-10-05");

        assertThat(row)
                .get()
                .returns("2014-07-01 to 2014-09-30", Row::title)
                .returns("2014-10-01", Row::since);
        clears(row, "2014-10-05");
    }

    @Test
    @Tag("G6")
    void aBodyWhoseTimeEndsInNinetyDaysIsGivenMoreTime() {
        secretary.does(
                "/bodies/%s/sunset".formatted(manchester.board), "{\"sunsetOn\": \"2099-04-01\"}");

        assertThat(row("BODY_ENDING", manchester.board, "2098-12-31")).isEmpty();
        var row = row("BODY_ENDING", manchester.board, "2099-01-01");

        assertThat(row).get().returns("2099-03-31", Row::dueOn);
        clears(row, "2099-01-01");
    }

    @Test
    @Tag("G6")
    void aBodyThatAnotherSucceedsIsNotListed() {
        secretary.does(
                "/bodies/%s/sunset".formatted(manchester.board), "{\"sunsetOn\": \"2099-04-01\"}");
        secretary.does(
                "/bodies/%s/successions".formatted(manchester.board),
                "{\"successor\": \"%s\", \"effectiveOn\": \"2099-04-01\"}"
                        .formatted(manchester.governingBody));

        assertThat(row("BODY_ENDING", manchester.board, "2099-01-01")).isEmpty();
    }

    @Test
    @Tag("G11")
    void termsWhoseReviewIsDueAreAdoptedAnew() {
        terms(
                "2014-04-01",
                ", \"reviewOn\": \"2015-04-01\", \"keyDecisionFromPence\": 50000000, \"frequency\":"
                        + " {\"every\": 2, \"unit\": \"MONTHS\"}, \"chair\": \"S1\"");

        assertThat(row("TERMS_TO_REVIEW", manchester.board, "2015-03-31")).isEmpty();
        clears(row("TERMS_TO_REVIEW", manchester.board, "2015-04-02"), "2015-04-02");

        var terms =
                secretary
                        .get("/bodies/%s?on=2015-04-02".formatted(manchester.board))
                        .extract()
                        .jsonPath();
        assertThat(terms.getString("termsOfReference.reviewOn")).isEqualTo("2016-04-02");
        assertThat(terms.getInt("termsOfReference.quorum.number")).isEqualTo(3);
        assertThat(terms.getLong("termsOfReference.keyDecisionFromPence")).isEqualTo(50_000_000);
    }

    @Test
    @Tag("G18")
    void anEntryOfTheForwardPlanThatIsLateIsMoved() {
        var entry =
                secretary
                        .does(
                                "/forward-plan",
                                """
                                {"body": "%s", "title": "Agreement", "expectedIn": "2014-05",
                                 "publishedOn": "2014-04-01"}
                                """
                                        .formatted(manchester.board))
                        .extract()
                        .<String>path("reference");

        assertThat(row("FORWARD_PLAN_LATE", entry, "2014-05-31")).isEmpty();
        clears(row("FORWARD_PLAN_LATE", entry, "2014-06-02"), "2014-06-02");
    }

    @Test
    @Tag("G7")
    void aRuleAboutSeatsThatIsBrokenEnds() {
        var rule =
                secretary
                        .does(
                                "/bodies/%s/seat-rules".formatted(manchester.board),
                                """
                                {"kind": "RECIPROCAL", "other": "%s", "atLeast": 1,
                                 "from": "2014-04-01"}
                                """
                                        .formatted(manchester.governingBody))
                        .extract()
                        .<String>path("reference");

        clears(row("SEAT_BREACH", rule, "2014-06-01"), "2014-06-01");
    }

    @Test
    @Tag("G24")
    void whatScrutinyCalledInIsUpheld() {
        terms("2014-04-01", ", \"callInClearDays\": 5");
        manchester.grant(manchester.governingBody, manchester.board, "commissioning");
        secretary.does(
                "/bodies",
                """
                {"reference": "SCR-%1$s", "name": "Scrutiny %1$s", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(manchester.board));
        var decision = decidedToday(manchester.board, "APPROVE");
        secretary.does(
                "/decisions/%s/call-in".formatted(decision),
                "{\"by\": \"SCR-%s\", \"reason\": \"Costs\"}".formatted(manchester.board));

        clears(row("DECISION_CALLED_IN", reference(decision), today()), today());
    }

    @Test
    @Tag("G22")
    void whatWasReferredWaitsForAMeetingOfTheParent() {
        secretary.does(
                "/bodies/%s/relations".formatted(manchester.board),
                "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"%s\", \"from\": \"2014-04-01\"}"
                        .formatted(manchester.governingBody));
        var meeting = manchester.meets(manchester.board);
        secretary.does("/meetings/%s/items".formatted(meeting), matter("APPROVE"));
        secretary.does("/decisions/%s/1/refer".formatted(meeting), "{}");

        var row = row("DECISION_REFERRED", meeting + "/1", today());

        assertThat(row).get().returns(manchester.governingBody, Row::body);
        clears(row, today());
    }

    @Test
    @Tag("G22")
    void whatOfficersDecidedIsPutBeforeTheBodyToNote() {
        secretary.does(
                "/delegations",
                """
                {"reference": "DEL-%1$s", "from": "%2$s", "toOrganisation": "%1$s",
                 "functions": ["commissioning"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.council, manchester.governingBody));
        var decision =
                secretary
                        .does(
                                "/officer-decisions",
                                """
                                {"delegation": "DEL-%s", "title": "Beds",
                                 "function": "commissioning", "valuePence": 100,
                                 "owners": [{"organisation": "%s"}], "takenOn": "2014-06-02",
                                 "post": "Director", "reasons": "Beds are needed"}
                                """
                                        .formatted(manchester.council, manchester.ccg))
                        .extract()
                        .<String>path("reference");

        assertThat(row("DECISION_TO_NOTE", decision, "2014-06-03"))
                .get()
                .returns("/meetings", row -> row.clear().path());
        planned(manchester.governingBody, "2014-07-16");
        clears(row("DECISION_TO_NOTE", decision, "2014-06-03"), "2014-06-03");
    }

    @Test
    @Tag("G25")
    void aDisputeThatItsForumLeavesIsTakenUp() {
        secretary.does(
                "/bodies/%s/dispute-rule".formatted(manchester.board),
                "{\"daysBetweenSteps\": 20, \"effectiveOn\": \"2014-04-01\"}");
        var dispute =
                secretary
                        .does(
                                "/disputes",
                                """
                                {"title": "Shares", "raisedBy": "%1$s", "parties": ["%1$s", "%2$s"],
                                 "locality": "E08000003", "raisedOn": "2014-05-01"}
                                """
                                        .formatted(manchester.ccg, manchester.council))
                        .extract()
                        .<String>path("reference");
        secretary.does(
                "/disputes/%s/refer".formatted(dispute),
                "{\"body\": \"%s\", \"referredOn\": \"2014-05-14\"}".formatted(manchester.board));

        assertThat(row("DISPUTE_OVERDUE", dispute, "2014-06-03")).isEmpty();
        assertThat(row("DISPUTE_OVERDUE", dispute, "2014-06-05"))
                .get()
                .returns(2L, Row::overdueDays);
        clears(row("DISPUTE_OVERDUE", dispute, today()), today());
    }

    @Test
    @Tag("G24")
    void aQuotaThatIsNotMetIsHelpedByAReportOnTheNextAgenda() {
        var quota =
                secretary
                        .does(
                                "/scrutiny-quotas",
                                """
                                {"body": "%s", "subject": "Reablement", "reportsWanted": 1,
                                 "from": "2014-04-01", "until": "2014-09-30"}
                                """
                                        .formatted(manchester.board))
                        .extract()
                        .<String>path("reference");

        assertThat(row("SCRUTINY_QUOTA_SHORT", quota, "2014-07-01")).isEmpty();
        assertThat(row("SCRUTINY_QUOTA_SHORT", quota, "2014-07-02"))
                .get()
                .returns("/meetings", row -> row.clear().path());
        var meeting = planned(manchester.board, "2014-07-16");
        assertThat(row("SCRUTINY_QUOTA_SHORT", quota, "2014-07-02"))
                .get()
                .returns("/meetings/%s/items".formatted(meeting), row -> row.clear().path());
        secretary.does("/meetings/%s/items".formatted(meeting), "{\"title\": \"Reablement\"}");
        clears(row("SCRUTINY_QUOTA_SHORT", quota, "2014-07-02"), "2014-07-02");
    }

    @Test
    @Tag("G19")
    void aDeepDiveIsOnTheAgendaOnceAMeetingIsPlanned() {
        var dive =
                secretary
                        .does(
                                "/deep-dives",
                                """
                                {"body": "%s", "concern": "Delayed transfers",
                                 "raisedOn": "2014-06-01"}
                                """
                                        .formatted(manchester.board))
                        .extract()
                        .<String>path("reference");

        assertThat(row("DEEP_DIVE_WAITING", dive, "2014-05-31")).isEmpty();
        clears(row("DEEP_DIVE_WAITING", dive, "2014-06-01"), "2014-06-01");
    }

    @Test
    @Tag("G59")
    void anOrganisationThatClosesHandsOverWhatItHolds() {
        var closing = "X" + manchester.ccg;
        manchester.organisation(closing, "CCG");
        secretary.does(
                "/posts",
                """
                {"reference": "POST-%1$s", "title": "Accountable Officer",
                 "organisations": ["%1$s"], "locality": "E08000003", "from": "2013-04-01"}
                """
                        .formatted(closing));
        secretary.does(
                "/organisations/%s/close".formatted(closing),
                "{\"endsOn\": \"2017-03-31\", \"successors\": [\"%s\"]}".formatted(manchester.ccg));

        assertThat(row("ORGANISATION_CLOSING", closing, "2016-12-30")).isEmpty();
        clears(row("ORGANISATION_CLOSING", closing, "2016-12-31"), "2016-12-31");
    }

    private String today() {
        return BusinessClock.today(clock).toString();
    }

    private void adjourned(String meeting, String more) {
        secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2014-05-14T11:30\", \"reason\": \"No quorum\"%s}".formatted(more));
    }

    /// Terms as those of the tests, and more.
    private void terms(String from, String more) {
        secretary.does(
                "/bodies/%s/terms-of-reference".formatted(manchester.board),
                """
                {"effectiveOn": "%s", "quorum": {"number": 3}, "votingRule": "SIMPLE_MAJORITY",
                 "castingVote": "S1", "substitutesAllowed": true, "noticeClearDays": 5%s}
                """
                        .formatted(from, more));
    }

    private String matter(String type) {
        return """
        {"title": "A matter",
         "decision": {"type": "%s", "function": "commissioning", "valuePence": 100,
                      "owners": [{"organisation": "%s"}]}}
        """
                .formatted(type, manchester.ccg);
    }

    /// @return its id
    private String decidedToday(String body, String type) {
        var meeting = planned(body, today());
        secretary.does(
                "/meetings/%s/notice".formatted(meeting),
                "{\"noticedOn\": \"%s\"}".formatted(LocalDate.parse(today()).minusDays(10)));
        secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        secretary.does("/meetings/%s/items".formatted(meeting), matter(type));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, 1, Manchester.all(3, "FOR"));
        return manchester.outcome(meeting, 1).getString("id");
    }

    private String reference(String decision) {
        return secretary.get("/decisions/" + decision).extract().path("reference");
    }
}
