package locality.budget.ledger;

import static locality.budget.ledger.Books.entry;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.under;
import static locality.budget.testing.Manchester.BETTER_CARE_FUND;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.plan;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A cost cannot hit a wrong source: revenue and capital of the Better Care Fund 2014/15 have each
/// their own (Living Longer Living Better, 5.7).
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SourcesTest {

    @Test
    @Tag("B16")
    void namesNoOtherSourceOnALineThanItsOwn() {
        var fund = betterCareFund();
        var onReablement =
                """
                {"account": "SPEND", "lineId": "%s-L01", "source": "%s", "amountPence": 5},
                {"account": "HOST_CASH", "amountPence": -5}
                """;
        var decision = approves("E08000003", "fund", fund, 100);

        post(fund, under(decision, entry(onReablement.formatted(fund, "DFG"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("WRONG_SOURCE"))
                .body("line", equalTo(fund + "-L01"))
                .body("source", equalTo("DFG"))
                .body("fundingSource", equalTo("CCG allocation"));
        post(fund, under(decision, entry(onReablement.formatted(fund, "CCG allocation"))))
                .then()
                .statusCode(201);
    }

    @Test
    @Tag("B16")
    void spendsARingFencedSourceWithinItsRingFenceAlone() {
        var fund = betterCareFund();
        var drawn =
                """
                {"account": "SPEND", "lineId": "%s-%s", "amountPence": 5},
                {"account": "SOURCE_BALANCE", "source": "%s", "amountPence": -5}
                """;
        var decision = approves("E08000003", "fund", fund, 100);

        post(fund, under(decision, entry(drawn.formatted(fund, "L01", "DFG"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("RING_FENCED"))
                .body("source", equalTo("DFG"))
                .body("ringFences", contains("DFG"))
                .body("line", equalTo(fund + "-L01"));
        post(fund, under(decision, entry(drawn.formatted(fund, "L04", "DFG"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("RING_FENCED"))
                .body("lineRingFence", equalTo("Social care capital"));
        post(fund, under(decision, entry(drawn.formatted(fund, "L03", "DFG"))))
                .then()
                .statusCode(201);
        post(fund, under(decision, entry(drawn.formatted(fund, "L01", "CCG allocation"))))
                .then()
                .statusCode(201);
    }

    @Test
    @Tag("B16")
    void aLineBesideTheRingFenceDoesNotOpenIt() {
        var fund = betterCareFund();
        plan(
                        fund,
                        BETTER_CARE_FUND.replace(
                                "TOTAL,",
                                "Adaptations,Housing,E08000003,Local"
                                        + " authority,DFG,CAPITAL,true,,ALIGNED,0\n"
                                        + "TOTAL,"))
                .statusCode(200);
        var decision = approves("E08000003", "fund", fund, 100);

        post(
                        fund,
                        under(
                                decision,
                                entry(
                                        """
                                        {"account": "SPEND", "lineId": "%s-L01", "amountPence": 5},
                                        {"account": "SOURCE_BALANCE", "source": "DFG", "amountPence": -5}
                                        """
                                                .formatted(fund))))
                .then()
                .statusCode(422)
                .body("code", equalTo("RING_FENCED"));
    }

    private static String betterCareFund() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);
        return fund;
    }
}
