package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the clock does with registers, and what other features raise in them.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EscalateEntriesTest extends RegisterOfBury {

    private static final String HIGH = ", \"residual\": {\"likelihood\": 4, \"impact\": 4}";

    @Inject EscalateEntries escalateEntries;
    @Inject RaiseIssue raiseIssue;
    @Inject RegisterEntries entries;

    @Test
    @Tag("G43")
    void whatReachesTheThresholdGoesUpByTheClock() {
        var high = bury.enters("RISK", HIGH);
        var low = bury.enters("RISK", ", \"residual\": {\"likelihood\": 2, \"impact\": 5}");
        var unscored = bury.enters("RISK", "");

        runOn("2016-10-20");

        show(high)
                .body("state", equalTo("ESCALATED"))
                .body("escalatedTo", equalTo(bury.jointLeadership))
                .body("history[-1].effectiveOn", equalTo("2016-10-20"))
                .body("history[-1].provenance.kind", equalTo("DERIVED"))
                .body(
                        "history[-1].note",
                        equalTo("The residual score of 16 reaches the threshold of 15"));
        show(low).body("state", equalTo("OPEN"));
        show(unscored).body("state", equalTo("OPEN"));
        show(high + "?on=2016-10-19").body("state", equalTo("OPEN"));
    }

    @Test
    @Tag("G43")
    void aReviewMoreThanThirtyDaysOverdueGoesUpByTheClock() {
        var risk = bury.enters("RISK", ", \"reviewOn\": \"2017-01-25\"");

        runOn("2017-02-24");
        show(risk + "?on=2017-02-24").body("state", equalTo("OPEN"));

        runOn("2017-02-25");
        show(risk)
                .body("state", equalTo("ESCALATED"))
                .body("history[-1].note", containsString("more than 30 days overdue"));
    }

    @Test
    @Tag("G43")
    void aBodyHasARuleOfItsOwnFromADayOn() {
        var rule =
                "{\"body\": \"%s\", \"threshold\": 10, \"daysOverdue\": 5, \"effectiveOn\":"
                        + " \"2016-11-01\"}";
        secretary.does("/escalation-rules", rule.formatted(bury.programme));
        secretary
                .post("/escalation-rules", rule.formatted(bury.programme))
                .statusCode(409)
                .body("code", equalTo("ESCALATION_RULE_OF_THAT_DAY"));
        secretary
                .post(
                        "/escalation-rules",
                        "{\"threshold\": 10, \"daysOverdue\": 5, \"effectiveOn\": \"2016-11-01\"}")
                .statusCode(404);
        secretary
                .get("/escalation-rules")
                .body("items.body", hasItem(bury.programme))
                .body("items.find { it.body == null }.threshold", equalTo(15))
                .body("items.find { it.body == null }.daysOverdue", equalTo(30));
        var risk = bury.enters("RISK", ", \"residual\": {\"likelihood\": 2, \"impact\": 5}");

        runOn("2016-10-31");
        show(risk).body("state", equalTo("OPEN"));
        runOn("2016-11-01");
        show(risk).body("state", equalTo("ESCALATED"));
    }

    @Test
    @Tag("G43")
    void whatIsReturnedStaysAndWhatIsAcceptedGoesFurtherToTheTopAndNoFurther() {
        var risk = bury.enters("RISK", HIGH);
        runOn("2016-10-20");
        does(risk, "return", "{\"reason\": \"Yours\", \"effectiveOn\": \"2016-10-21\"}");
        runOn("2016-10-22");
        show(risk).body("state", equalTo("OPEN"));
        does(
                risk,
                "score",
                """
                {"residual": {"likelihood": 5, "impact": 4}, "effectiveOn": "2016-10-23"}
                """);
        runOn("2016-10-24");
        does(risk, "accept", "{\"effectiveOn\": \"2016-10-25\"}");
        runOn("2016-10-26");
        show(risk).body("state", equalTo("OPEN")).body("body", equalTo(bury.jointLeadership));
        does(
                risk,
                "score",
                """
                {"residual": {"likelihood": 5, "impact": 5}, "effectiveOn": "2016-10-26"}
                """);
        runOn("2016-10-26");
        show(risk).body("escalatedTo", equalTo(bury.cabinet));
        does(risk, "accept", "{\"effectiveOn\": \"2016-10-27\"}");

        runOn("2016-10-28");

        show(risk).body("state", equalTo("OPEN")).body("body", equalTo(bury.cabinet));
        secretary
                .get("/worklist?limit=1000&kind=REGISTER_ENTRY_AT_THE_TOP&on=2016-10-28")
                .body("items.reference", hasItem(risk));
    }

    @Test
    @Tag("G43")
    void severalReplicasHandAnEntryUpOnce() throws InterruptedException, ExecutionException {
        var risk = bury.enters("RISK", HIGH);
        Callable<Integer> replica = () -> escalateEntries.handle(LocalDate.parse("2016-10-20"));

        AtOnce.call(4, Collections.nCopies(4, replica));

        var what = show(risk).extract().jsonPath().<String>getList("history.what");
        assertThat(what).containsExactly("RECORDED", "ESCALATED");
    }

    @Test
    @Tag("G42")
    void theClockOpensWhatWasToleratedUntilADay() {
        var risk = bury.enters("RISK", "");
        does(
                risk,
                "tolerate",
                """
                {"until": "2017-03-31", "reason": "So be it", "effectiveOn": "2016-11-01"}
                """);

        runOn("2017-03-31");
        assertThat(last(risk).state).isEqualTo(EntryState.TOLERATED);
        runOn("2017-04-03");

        assertThat(last(risk).state).isEqualTo(EntryState.OPEN);
        assertThat(last(risk).effectiveOn).isEqualTo("2017-04-01");
    }

    @Test
    @Tag("G35")
    void theSameSourceRaisesOneIssueHoweverOftenItSaysSo()
            throws InterruptedException, ExecutionException {
        var source = new RaiseIssue.Source("scope-item", UUID.randomUUID().toString());
        Callable<RaiseIssue.Issue> raise =
                () ->
                        raiseIssue.handle(
                                Locality.BURY,
                                "The transfer did not arrive",
                                null,
                                source,
                                Provenance.illustrative());

        var raised = AtOnce.call(4, Collections.nCopies(4, raise));

        assertThat(raised.stream().map(RaiseIssue.Issue::id).distinct()).hasSize(1);
        assertThat(raised.stream().filter(RaiseIssue.Issue::raisedNow)).hasSize(1);
        Caller.secretaryOf(Locality.BURY)
                .get("/register-entries/" + raised.getFirst().reference())
                .statusCode(200)
                .body("kind", equalTo("ISSUE"))
                .body("register", equalTo(RaiseIssue.REGISTER))
                .body("links[0].id", equalTo(source.id()));
        assertThat(linkedTo(new Link("scope-item", source.id())))
                .containsExactly(raised.getFirst().reference());
    }

    private EntryStep last(String reference) {
        return QuarkusTransaction.requiringNew().call(() -> entries.require(reference).last());
    }

    private List<String> linkedTo(Link link) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                entries.linkedTo(link, Set.of(Locality.BURY)).stream()
                                        .map(entry -> entry.reference)
                                        .toList());
    }

    private void runOn(String day) {
        escalateEntries.handle(LocalDate.parse(day));
    }
}
