package locality.budget.contribution;

import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.schedule;
import static locality.budget.testing.Partners.vary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import locality.budget.authority.KnownDecisions;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.fact.Provenance;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A cheque that came back is no money of the host, whatever became of what allowed it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class TakeBackReceiptTest {

    @Inject KnownDecisions decisions;

    @Test
    void needsNoDecisionThatStillBinds() {
        var fund = aPooledFund();
        var decision = approves("fund", fund, 1_200);
        var contribution = scheduled(fund, decision);
        var receipt = received(contribution, "BACS 1");
        superseded(decision);

        takeBack(contribution, receipt).statusCode(200).body("contribution.paidPence", equalTo(0));

        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isZero();
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-07-01")).isEqualTo(400);
        receive(contribution, 350, "2014-05-20", "BACS 2")
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"));
    }

    @Test
    void citesWhatAllowedTheReceiptAndNotWhatTheContributionIsOwedUnderSince() {
        var fund = aPooledFund();
        var first = approves("fund", fund, 1_200);
        var contribution = scheduled(fund, first);
        var receipt = received(contribution, "BACS 1");
        var second = approves("contribution", contribution, 1_200);
        vary(
                        contribution,
                        """
                        {"annualPence": 1200, "decisionId": "%s", "reason": "Decided again"}
                        """
                                .formatted(second.decisionId()))
                .then()
                .statusCode(200);

        var entry =
                takeBack(contribution, receipt)
                        .statusCode(200)
                        .extract()
                        .<String>path("receipt.entryId");

        finance()
                .get("/api/budget/v1/journal-entries/{entry}", entry)
                .then()
                .statusCode(200)
                .body("authority.id", equalTo(first.decisionId().toString()));
    }

    private static String scheduled(String fund, DecisionTaken under) {
        return schedule(
                        fund,
                        1_200,
                        "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\""
                                .formatted(under.decisionId()))
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static String received(String contribution, String document) {
        return receive(contribution, 350, "2014-05-20", document)
                .then()
                .statusCode(201)
                .extract()
                .path("receipt.id");
    }

    private void superseded(DecisionTaken decision) {
        var changed =
                new DecisionChanged(
                        decision.decisionId(),
                        decision.reference(),
                        "SUPERSEDED",
                        "Decided again",
                        null,
                        decision.locality(),
                        decision.effectiveOn(),
                        Provenance.illustrative());
        QuarkusTransaction.requiringNew().run(() -> decisions.learn(changed));
    }

    private static ValidatableResponse takeBack(String contribution, String receipt) {
        return finance()
                .body("{\"reason\": \"Returned by the bank\"}")
                .post(
                        "/api/budget/v1/contributions/{contribution}/receipts/{receipt}/take-back",
                        contribution,
                        receipt)
                .then();
    }
}
