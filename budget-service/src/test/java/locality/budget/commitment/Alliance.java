package locality.budget.commitment;

import static locality.budget.testing.Manchester.afterDecisions;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;

/// The alliance's 2,791,000 pounds out of a fund of 13,221,000.
final class Alliance {

    static final long FUND = 1_322_100_000;
    static final long ALLIANCE = 279_100_000;

    static void assertBalances(String fund, long committed) {
        finance()
                .get("/api/budget/v1/funds/{fund}/balances", fund)
                .then()
                .body(
                        "items.find { it.account == 'COMMITMENTS' }.balancePence",
                        equalTo((int) committed))
                .body(
                        "items.find { it.account == 'RESERVE_FOR_COMMITMENTS' }.balancePence",
                        equalTo((int) -committed))
                .body("items.balancePence.sum()", equalTo(0))
                .body("items.account", hasItem("COMMITMENTS"));
    }

    private Alliance() {}

    /// Committed beyond the officers' limit, and open since the body decided.
    static JsonPath opened(String fund) {
        var asked = commit(fund, ALLIANCE).jsonPath();
        governance().tell(answer(asked, "IN_EFFECT", ALLIANCE));
        return afterDecisions(asked.getString("id"), 1);
    }
}
