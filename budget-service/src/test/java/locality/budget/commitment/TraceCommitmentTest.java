package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.testing.Manchester.WAVE_ONE;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The alliance's 2,791,000 pounds traced from the pool to the contract; what officers promised
/// themselves is listed for a board to note.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class TraceCommitmentTest {

    private static final LocalDate TODAY = BusinessClock.today(Clock.systemUTC());
    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Test
    @Tag("B17")
    @Tag("B16")
    void leadsFromThePoolToTheContractAndProvesItsSums() {
        var fund = aFundWithALine(FUND);
        var decision = approves("budget-line", fund + "-L01", ALLIANCE).reference();
        var alliance =
                commit(
                                fund,
                                ALLIANCE,
                                """
                                , "decisionId": "%s", "interventionId": "MCR-ALLIANCE",
                                "contractId": "MCR-CM-ALLIANCE"
                                """
                                        .formatted(decision))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("reference");
        pay(alliance, 70_000_000);
        pay(alliance, 30_000_000);

        finance()
                .get(COMMITMENT + "/trace", alliance)
                .then()
                .statusCode(200)
                .body("fund", equalTo(fund))
                .body("line.reference", equalTo(fund + "-L01"))
                .body("line.fundingSource", equalTo("CCG allocation"))
                .body("authority.decision", equalTo(decision))
                .body("authority.body", equalTo("Central Manchester CCG Governing Body"))
                .body("commitment", equalTo(alliance))
                .body("amountPence", equalTo((int) ALLIANCE))
                .body("provider", equalTo("RW3"))
                .body("interventionId", equalTo("MCR-ALLIANCE"))
                .body("contractId", equalTo("MCR-CM-ALLIANCE"))
                .body("entries.spentPence.sum()", equalTo(100_000_000))
                .body("entries.heldPence.sum()", equalTo((int) ALLIANCE - 100_000_000))
                .body("proof.size()", equalTo(3))
                .body("proof.holds", everyItem(equalTo(true)))
                .body("proof[2].pence", equalTo((int) ALLIANCE));
    }

    @Test
    @Tag("B17")
    void listsForNotingWhatWasPromisedUnderADelegationAndNothingElse() {
        var function = "noting-" + UUID.randomUUID();
        delegates(function, 50_000);
        var fund = withALine(aFund(function), 100_000);
        var within = commit(fund, 30_000).then().statusCode(201).extract().jsonPath();
        finance()
                .body("{\"amountPence\": 40000, \"reason\": \"A second ward joins\"}")
                .post(COMMITMENT + "/vary", within.getString("id"))
                .then()
                .statusCode(200);
        var decided = withALine(aFund(WAVE_ONE), 1_000);
        var decision = approves("budget-line", decided + "-L01", 1_000).reference();
        commit(decided, 1_000, ", \"decisionId\": \"%s\"".formatted(decision))
                .then()
                .statusCode(201);

        var listed =
                finance()
                        .queryParam("from", TODAY.toString())
                        .queryParam("to", TODAY.toString())
                        .queryParam("limit", 1000)
                        .get("/api/budget/v1/commitments/for-noting")
                        .then()
                        .statusCode(200)
                        .body("items.commitment", hasItem(within.getString("reference")))
                        .body("items.commitment", not(hasItem(decided + "-L01-C1")))
                        .extract()
                        .jsonPath();
        assertThat(
                        listed.getList(
                                "items.findAll { it.fund == '%s' }.promisedPence".formatted(fund)))
                .containsExactly(30_000, 10_000);
        assertThat(listed.getMap("items.find { it.fund == '%s' }".formatted(fund)))
                .containsEntry("effectiveDate", "2014-05-14")
                .containsEntry("recordedOn", TODAY.toString());
        finance()
                .queryParam("from", "2014-05-01")
                .queryParam("to", "2014-05-31")
                .get("/api/budget/v1/commitments/for-noting")
                .then()
                .statusCode(200)
                .body("items", empty());
        finance()
                .accept("text/csv")
                .get("/api/budget/v1/commitments/for-noting")
                .then()
                .statusCode(200)
                .body(containsString("promisedPence,provider,purpose,delegation"))
                .body(containsString(within.getString("reference")));
    }

    private static void pay(String commitment, long pence) {
        finance()
                .body("{\"amountPence\": %d}".formatted(pence))
                .post(COMMITMENT + "/discharge", commitment)
                .then()
                .statusCode(200);
    }
}
