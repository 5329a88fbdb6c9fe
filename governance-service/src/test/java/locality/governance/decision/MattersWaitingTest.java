package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.governance.story.BudgetTopic;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the worklist asks for of matters on their way: one thing at a time.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class MattersWaitingTest extends TheBoardDecidesToday {

    @Test
    @Tag("G22")
    void aRequestIsNotAskedForAgainWhileItsDecisionWaitsForScrutinyAndThatIsOnceSentBack() {
        terms(manchester.board, "2014-04-01", ", \"callInClearDays\": 5");
        grantToTheBoard(1_000, "ANNUAL");
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 500);
        manchester.arrives(request);
        assertThat(asked("APPROVAL_TO_TABLE")).contains(request.reference());

        var meeting = meetsToday(manchester.board);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        var decision = manchester.outcome(meeting, item);
        var reference = decision.getString("reference");

        assertThat(decision.getString("state")).isEqualTo("CARRIED");
        assertThat(asked("APPROVAL_TO_TABLE")).doesNotContain(request.reference());
        assertThat(asked("DECISION_TO_TABLE")).doesNotContain(reference);

        var byScrutiny = "{\"by\": \"%s\", \"reason\": \"The evaluation\"}".formatted(scrutiny());
        assertThat(does(decision, "call-in", byScrutiny).getString("state")).isEqualTo("CALLED_IN");
        assertThat(asked("APPROVAL_TO_TABLE")).doesNotContain(request.reference());
        assertThat(asked("DECISION_TO_TABLE")).doesNotContain(reference);

        does(decision, "send-back", byScrutiny);
        assertThat(asked("APPROVAL_TO_TABLE")).doesNotContain(request.reference());
        assertThat(asked("DECISION_TO_TABLE")).contains(reference);
    }

    @Test
    @Tag("G22")
    void whatWasReferredAsksForAMeetingOfTheParentAndForNothingElse() {
        grantToTheBoard(1_000, "PER_DECISION");
        manchester.secretary.does(
                "/bodies/%s/relations".formatted(manchester.board),
                "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"%s\", \"from\": \"2014-04-01\"}"
                        .formatted(manchester.governingBody));
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 500);
        manchester.arrives(request);
        var tooNear = planned(manchester.governingBody, today().plusDays(2));
        manchester.secretary.does(
                "/meetings/%s/notice".formatted(tooNear),
                "{\"noticedOn\": \"%s\"}".formatted(today().minusDays(10)));
        var meeting = meetsToday(manchester.board);
        var matter = meeting + "/" + manchester.tables(meeting, request);

        manchester.secretary.does("/decisions/%s/refer".formatted(matter), "{}");

        assertThat(asked("DECISION_REFERRED")).contains(matter);
        assertThat(asked("DECISION_TO_TABLE")).doesNotContain(matter);
        assertThat(asked("APPROVAL_TO_TABLE")).doesNotContain(request.reference());

        planned(manchester.governingBody, today().plusDays(20));

        assertThat(asked("DECISION_REFERRED")).doesNotContain(matter);
        assertThat(asked("DECISION_TO_TABLE")).doesNotContain(matter);
        assertThat(asked("APPROVAL_TO_TABLE")).doesNotContain(request.reference());
    }

    private List<String> asked(String kind) {
        return manchester
                .secretary
                .get("/worklist?limit=1000&kind=" + kind)
                .statusCode(200)
                .extract()
                .path("items.reference");
    }

    private String scrutiny() {
        var scrutiny = manchester.board + "-HSC";
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Scrutiny", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(scrutiny));
        return scrutiny;
    }
}
