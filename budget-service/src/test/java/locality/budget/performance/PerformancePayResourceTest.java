package locality.budget.performance;

import static locality.budget.testing.Manchester.finance;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Payment by performance was taken away in 2014, and the days before still show it (S4 3.5.4).
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class PerformancePayResourceTest {

    private static final String RULES = "/api/budget/v1/performance-pay-rules";

    @Test
    void isEndDatedAndStillVisibleInHistory() {
        record("MCR-P4P-1", 2_500).statusCode(201).body("endsOn", nullValue());
        finance()
                .body(
                        """
                        {"endsOn": "2014-03-31",
                         "provenance": {"kind": "STATED", "document": "Living Longer Living Better",
                                        "section": "3.5.4"}}
                        """)
                .post(RULES + "/{rule}/end", "MCR-P4P-1")
                .then()
                .statusCode(200)
                .body("endProvenance.section", equalTo("3.5.4"));

        on("2014-03-31").body("items.reference", hasItem("MCR-P4P-1"));
        on("2014-04-01").body("items.reference", not(hasItem("MCR-P4P-1")));
        finance().get(RULES).then().body("items.reference", hasItem("MCR-P4P-1"));
        calculate("MCR-P4P-1", "2014-04-01")
                .statusCode(422)
                .body("code", equalTo("RULE_NOT_IN_FORCE"));
    }

    @Test
    void calculatesWhatIsHeldDueAndPaidAndKeepsNothing() {
        record("MCR-P4P-2", 2_500).statusCode(201);

        for (int again = 0; again < 2; again++) {
            calculate("MCR-P4P-2", "2014-01-31")
                    .statusCode(200)
                    .body("heldPence", equalTo(816_775_000))
                    .body("cumulativeDuePence", equalTo(326_710_000))
                    .body("paidPence", equalTo(100_000_000))
                    .body("deltaPence", equalTo(226_710_000));
        }
    }

    @Test
    void holdsBackAQuarterAtMostUnderAReferenceOfItsOwn() {
        record("MCR-P4P-3", 2_501)
                .statusCode(422)
                .body("code", equalTo("PERFORMANCE_PAY_OUT_OF_RANGE"))
                .body("mostBasisPoints", equalTo(2_500));
        record("MCR-P4P-3", 2_500).statusCode(201);
        record("MCR-P4P-3", 2_500).statusCode(409).body("code", equalTo("REFERENCE_TAKEN"));
    }

    private static ValidatableResponse record(String reference, int basisPoints) {
        return finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s",
                         "name": "Better Care Fund payment for performance",
                         "basisPoints": %d, "startsOn": "2013-06-26"}
                        """
                                .formatted(reference, basisPoints))
                .post(RULES)
                .then();
    }

    private static ValidatableResponse calculate(String rule, String on) {
        return finance()
                .body(
                        """
                        {"on": "%s", "basePence": 3267100000, "target": 3.5, "achieved": 1.4,
                         "paidPence": 100000000}
                        """
                                .formatted(on))
                .post(RULES + "/{rule}/calculate", rule)
                .then();
    }

    private static ValidatableResponse on(String day) {
        return finance().get(RULES + "?on=" + day).then().statusCode(200);
    }
}
