package locality.budget.worklist;

import static io.restassured.RestAssured.given;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.worklist.WorklistRows.clear;
import static locality.budget.worklist.WorklistRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.testing.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/// What waits in the money of a place: a row is there from its day, and gone once the call that it
/// names was sent.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class WorklistResourceTest {

    private static final String WORKLIST = "/api/budget/v1/worklist";
    private static final String WHO_ASKED = "E08000003, who asked, ";

    @Test
    void aCommitmentThatSoonExpiresIsPaidOrGivenBack() {
        var commitment = expiresOn("2014-09-30");

        assertThat(rows("2014-08-30", commitment)).isEmpty();
        var row = rows("2014-10-02", commitment).getFirst();

        assertThat(row)
                .containsEntry("kind", "COMMITMENT_EXPIRING")
                .containsEntry("dueOn", "2014-09-30")
                .containsEntry("overdueDays", 2)
                .containsEntry("amountPence", 90_000)
                .containsEntry(
                        "inWords",
                        "Its term ends on 2014-09-30 and it still holds £900.00: pay what is owed,"
                                + " or give it back")
                .containsEntry("who", "finance");
        clear(row).statusCode(200);
        assertThat(rows("2014-10-02", commitment)).isEmpty();
    }

    @Test
    void aCommitmentThatWaitsForADecisionIsWithdrawn() {
        var commitment =
                Manchester.commit(Manchester.anApprovedFund(1_000_000), 100_000)
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("reference");

        var row = rows("2014-10-02", commitment).getFirst();

        assertThat(row)
                .containsEntry("kind", "COMMITMENT_TO_DECIDE")
                .containsEntry("amountPence", 100_000)
                .extractingByKey("inWords")
                .asString()
                .endsWith(WHO_ASKED + "withdraws it if it is no longer wanted");
        clear(row).statusCode(200);
        assertThat(rows("2014-10-02", commitment)).isEmpty();
    }

    @Test
    void aRiseThatWaitsForADecisionIsWithdrawnAndTheCommitmentStays() {
        var commitment = expiresOn("2015-03-31");
        var varied =
                finance()
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body(
                                """
                                {"amountPence": 150000, "reason": "A second ward joins",
                                 "effectiveDate": "2014-06-30"}
                                """)
                        .post("/api/budget/v1/commitments/{id}/vary", commitment)
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath();
        var dueOn = varied.getString("variations[0].request.dueOn");

        var row = rows("2014-10-02", commitment).getFirst();

        assertThat(row)
                .containsEntry("kind", "VARIATION_TO_DECIDE")
                .containsEntry("dueOn", dueOn)
                .containsEntry("amountPence", 50_000)
                .extractingByKey("inWords")
                .asString()
                .contains("becomes £1,500.00, ")
                .endsWith(WHO_ASKED + "withdraws the variation if it is no longer wanted");
        clear(row).statusCode(200);
        assertThat(rows("2014-10-02", commitment)).isEmpty();
    }

    @Test
    void aVirementThatWaitsIsWithdrawnOrLapses() {
        var virement = waits();
        var reference = virement.getString("reference");
        var dueOn = virement.getString("request.dueOn");

        var row = rows(dueOn, reference).getFirst();

        assertThat(row)
                .containsEntry("kind", "VIREMENT_TO_DECIDE")
                .containsEntry("title", "Reablement starts earlier")
                .containsEntry("dueOn", dueOn)
                .containsEntry("overdueDays", 0)
                .containsEntry("amountPence", 500)
                .containsEntry("who", "finance");
        assertThat(rows(LocalDate.parse(dueOn).plusDays(3).toString(), reference).getFirst())
                .containsEntry("overdueDays", 3);
        clear(row).statusCode(200);
        assertThat(rows(dueOn, reference)).isEmpty();
    }

    @Test
    void anotherPlaceSeesNothingOfIt() {
        expiresOn("2014-09-30");

        var elsewhere = Manchester.as(Tokens.of("finance").in(Locality.WIGAN));
        List<Object> rows =
                elsewhere.queryParam("on", "2014-10-02").get(WORKLIST).jsonPath().getList("items");
        assertThat(rows).isEmpty();
    }

    @Test
    void thereIsNoWorkOfARoleThatThereIsNot() {
        finance()
                .get(WORKLIST + "?role=treasurer")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("role"));
        finance().get(WORKLIST + "?role=auditor").then().statusCode(200).body("items", empty());
    }

    @Test
    void itIsASpreadsheetToo() {
        var commitment = expiresOn("2014-09-30");

        var csv =
                finance()
                        .accept("text/csv")
                        .queryParam("on", "2014-09-01")
                        .queryParam("kind", "COMMITMENT_EXPIRING")
                        .get(WORKLIST)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(csv).startsWith("kind,reference,title,dueOn").contains(commitment);
    }

    @Test
    void withoutATokenThereIsNothing() {
        given().get(WORKLIST).then().statusCode(401);
    }

    /// A virement of £5 that waits for a decision.
    private static JsonPath waits() {
        var fund = Manchester.aFund();
        var lines = Manchester.aLine("Carers", 1_000) + Manchester.aLine("Reablement", 1_000);
        Manchester.plan(fund, Manchester.PLAN_HEADER + lines).statusCode(200);
        Manchester.approve(fund, Manchester.approves("fund-plan", fund, 2_000)).statusCode(200);
        return finance()
                .body(
                        """
                        {"moves": [{"lineId": "%s-L01", "amountPence": -500},
                                   {"lineId": "%s-L02", "amountPence": 500}],
                         "reason": "Reablement starts earlier"}
                        """
                                .formatted(fund, fund))
                .post("/api/budget/v1/funds/{fund}/virements", fund)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    /// A commitment of £1,000 of which £100 is paid.
    ///
    /// @return its reference
    private static String expiresOn(String day) {
        var fund = Manchester.anApprovedFund(1_000_000);
        var decision = Manchester.approves("budget-line", fund + "-L01", 100_000);
        var made =
                Manchester.commit(
                                fund,
                                100_000,
                                ", \"expiresOn\": \"%s\", \"decisionId\": \"%s\""
                                        .formatted(day, decision.decisionId()))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"amountPence\": 10000, \"effectiveDate\": \"2014-06-30\"}")
                .post("/api/budget/v1/commitments/{id}/discharge", made.getString("id"))
                .then()
                .statusCode(200);
        return made.getString("reference");
    }
}
