package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A decision counts the same for everything that rests on one.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ApprovalsInEffectTest extends TheBoardDecidesToday {

    @Inject ApprovalsInEffect approvals;

    private String plan;
    private String strategy;
    private String register;

    @BeforeEach
    void thereIsWhatRestsOnDecisions() {
        grantToTheBoard(1_000, "PER_DECISION");
        plan = manchester.board + "-PLAN";
        strategy = manchester.board + "-STRATEGY";
        register = "R_" + inLetters(UUID.randomUUID());
        manchester.secretary.does(
                "/plans",
                """
                {"reference": "%s", "title": "Plan", "locality": "E08000003",
                 "madeOn": "2014-04-01"}
                """
                        .formatted(plan));
        manchester
                .secretary
                .postCsv(
                        "/plans/%s/milestones".formatted(plan),
                        "title,forecast,plannedOn\nBaselines agreed,2015-03,2014-04-01\n")
                .statusCode(200);
        manchester.secretary.does(
                "/strategies",
                """
                {"reference": "%s", "title": "Strategy", "kind": "STRATEGY",
                 "locality": "E08000003", "draftedOn": "2014-04-01"}
                """
                        .formatted(strategy));
    }

    /// Its last day for that was yesterday, and nobody has brought it into effect yet.
    @Test
    @Tag("G46")
    @Tag("G55")
    @Tag("G56")
    void whatNobodyCanCallInAnyLongerCountsEverywhere() throws SQLException {
        terms(manchester.board, "2014-04-01", ", \"callInClearDays\": 5");
        var aboutPlan = approved("plan", plan);
        var aboutStrategy = approved("strategy", strategy);
        var aboutRegister = approved("principle-register", register);
        var aboutGateway = approved("gateway", plan);
        assertThat(aboutPlan.getString("state")).isEqualTo("CARRIED");
        setsBaseline(aboutPlan, today().toString())
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("state", equalTo("CARRIED"));
        approvesStrategy(aboutStrategy).statusCode(422).body("state", equalTo("CARRIED"));
        agreesPrinciple(aboutRegister, "2999-01-01")
                .statusCode(422)
                .body("state", equalTo("CARRIED"));

        callInClosedYesterday(aboutPlan, aboutStrategy, aboutRegister, aboutGateway);

        setsBaseline(aboutPlan, today().minusDays(1).toString())
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("takenOn", equalTo(today().toString()));
        setsBaseline(aboutPlan, today().toString()).statusCode(201);
        approvesStrategy(aboutStrategy).statusCode(200);
        agreesPrinciple(aboutRegister, today().minusDays(1).toString())
                .statusCode(422)
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                .body("from", equalTo(today().minusDays(1).toString()));
        agreesPrinciple(aboutRegister, today().toString()).statusCode(201);
        assertThat(approvals.about("gateway", List.of(plan)))
                .extracting(Decided::from)
                .containsExactly(today());
    }

    @Test
    @Tag("G46")
    void whatWasRescindedSinceSetsNoBaselineAndApprovesNothing() {
        var aboutPlan = approved("plan", plan);
        var aboutStrategy = approved("strategy", strategy);
        for (var decision : List.of(aboutPlan, aboutStrategy)) {
            var back = about(decision, manchester.board);
            does(
                    decision,
                    "rescind",
                    "{\"byDecision\": \"%s\", \"reason\": \"Costs\"}"
                            .formatted(back.getString("reference")));
        }

        setsBaseline(aboutPlan, today().toString())
                .statusCode(422)
                .body("code", equalTo("BASELINE_DECISION_NOT_VALID"))
                .body("state", equalTo("RESCINDED"));
        approvesStrategy(aboutStrategy).statusCode(422).body("state", equalTo("RESCINDED"));
        assertThat(approvals.about("plan", List.of(plan)))
                .extracting(Decided::endedOn)
                .containsExactly(today());
    }

    private JsonPath approved(String type, String subject) {
        return carried(
                meetsToday(manchester.board),
                """
                {"title": "A matter",
                 "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": 1,
                              "owners": [{"organisation": "%s"}],
                              "subject": {"type": "%s", "id": "%s"}}}
                """
                        .formatted(manchester.ccg, type, subject));
    }

    private ValidatableResponse setsBaseline(JsonPath decision, String setOn) {
        return manchester.secretary.post(
                "/plans/%s/baselines".formatted(plan),
                "{\"name\": \"First\", \"decision\": \"%s\", \"setOn\": \"%s\"}"
                        .formatted(decision.getString("reference"), setOn));
    }

    private ValidatableResponse approvesStrategy(JsonPath decision) {
        return manchester.secretary.post(
                "/strategies/%s/approve".formatted(strategy),
                "{\"decision\": \"%s\"}".formatted(decision.getString("reference")));
    }

    private ValidatableResponse agreesPrinciple(JsonPath decision, String from) {
        return manchester.secretary.post(
                "/principles",
                """
                {"register": "%s", "text": "Intelligence led", "locality": "E08000003",
                 "from": "%s", "decision": "%s"}
                """
                        .formatted(register, from, decision.getString("reference")));
    }

    private void callInClosedYesterday(JsonPath... decisions) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var update =
                        connection.prepareStatement(
                                "update decision set call_in_until = ? where id = ?")) {
            for (var decision : decisions) {
                update.setObject(1, today().minusDays(1));
                update.setObject(2, UUID.fromString(decision.getString("id")));
                assertThat(update.executeUpdate()).isOne();
            }
        }
    }

    /// The code of a register is of letters alone.
    private static String inLetters(UUID id) {
        return id.toString()
                .replace("-", "")
                .chars()
                .mapToObj(c -> String.valueOf((char) ('A' + Character.digit(c, 16))))
                .collect(Collectors.joining());
    }
}
