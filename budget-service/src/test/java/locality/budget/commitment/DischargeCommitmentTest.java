package locality.budget.commitment;

import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.commitment.Alliance.assertBalances;
import static locality.budget.commitment.Alliance.opened;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is open is paid out in parts, and its rest released, once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class DischargeCommitmentTest {

    @Test
    void paysOutInPartsAndReleasesTheRest() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);

        discharge(asked, "{\"amountPence\": 70000000, \"effectiveDate\": \"2014-07-31\"}", 200);
        discharge(asked, "{\"amountPence\": 209100001}", 422);
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(70_000_000);
        finance()
                .body("{\"reason\": \"The contract cost less\"}")
                .post("/api/budget/v1/commitments/{id}/release", asked.getString("reference"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("remainingPence", equalTo(0));

        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND - 70_000_000);
        assertBalances(fund, 0);
    }

    @Test
    void releasesOnceWhenTwoReleaseAtTheSameMoment() throws InterruptedException {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);

        var statuses =
                AtOnce.ask(
                        2,
                        () ->
                                finance()
                                        .body("{\"reason\": \"Not needed\"}")
                                        .post(
                                                "/api/budget/v1/commitments/{id}/release",
                                                asked.getString("id"))
                                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND);
    }

    @Test
    void triesADischargeOutWithoutKeepingIt() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);

        finance()
                .queryParam("dryRun", true)
                .body("{\"amountPence\": 100}")
                .post("/api/budget/v1/commitments/{id}/discharge", asked.getString("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PART_DISCHARGED"));

        assertThat(commitment(asked.getString("id")).getString("state")).isEqualTo("OPEN");
    }

    private static void discharge(JsonPath commitment, String body, int status) {
        finance()
                .body(body)
                .post("/api/budget/v1/commitments/{id}/discharge", commitment.getString("id"))
                .then()
                .statusCode(status);
    }
}
