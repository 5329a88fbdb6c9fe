package locality.budget.ledger;

import static locality.budget.ledger.Books.assertKeepsNothing;
import static locality.budget.ledger.Books.assertRefusedByTheDatabase;
import static locality.budget.ledger.Books.balances;
import static locality.budget.ledger.Books.entry;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.ledger.Books.under;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the journal takes, and what it refuses whoever decided on it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class JournalResourceTest {

    @Test
    void postsOnTheLinesOfAnApprovedPlan() {
        var fund = anApprovedFund(100_000);

        post(fund, spend(fund, 70_000))
                .then()
                .statusCode(201)
                .body("authority.kind", equalTo("PLAN"))
                .body("period", equalTo(3))
                .body("digest.length()", equalTo(64));

        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(70_000);
        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(70_000))
                .body("items.find { it.account == 'HOST_CASH' }.balancePence", equalTo(-70_000))
                .body("items.balancePence.sum()", equalTo(0));
    }

    @Test
    void refusesAnEntryThatDoesNotBalance() {
        var fund = anApprovedFund(100_000);

        post(
                        fund,
                        entry(
                                """
                                {"account": "SPEND", "lineId": "%s-L01", "amountPence": 70000},
                                {"account": "HOST_CASH", "amountPence": -69999}
                                """
                                        .formatted(fund)))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNBALANCED"))
                .body("differencePence", equalTo(1));
    }

    @Test
    void refusesToSpendMoreThanTheLineHas() {
        var fund = anApprovedFund(100_000);

        post(fund, spend(fund, 100_001))
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"));
    }

    @Test
    void takesBackNoMoreThanWasSpent() throws SQLException {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 70_000)).then().statusCode(201);

        post(fund, spend(fund, -70_001))
                .then()
                .statusCode(422)
                .body("code", equalTo("MORE_THAN_SPENT"))
                .body("spentPence", equalTo(70_000));
        assertRefusedByTheDatabase(
                "update budget_line set spent_pence = -1 where reference = '%s-L01'"
                        .formatted(fund),
                "budget_line_takes_back_no_more_than_was_spent");
    }

    @Test
    @Tag("B5")
    void postsBetweenPartnersOnlyWhereMoneyIsPooled() {
        var due =
                entry(
                        """
                        {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "00W", "amountPence": 5},
                        {"account": "CONTRIBUTION_INCOME", "partner": "00W", "amountPence": -5}
                        """);
        var pooled = aFundUnderAnAgreement("POOLED");
        post(pooled, under(approves("fund", pooled, 5), due)).then().statusCode(201);

        var shadow = withALine(aFundUnderAnAgreement("SHADOW"), 1_000);
        var decision = approves("fund", shadow, 5);
        post(shadow, under(decision, due))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_BETWEEN_PARTNERS"))
                .body("fund", equalTo(shadow))
                .body("basis", equalTo("SHADOW"));
        var onALine = "\"partner\": \"00W\", \"lineId\": \"%s-L01\"".formatted(shadow);
        post(shadow, under(decision, due.replace("\"partner\": \"00W\"", onALine)))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_BETWEEN_PARTNERS"))
                .body("line", equalTo(shadow + "-L01"))
                .body("basis", equalTo("ALIGNED"));
    }

    @Test
    void postsNothingThatLiesAhead() {
        var fund = anApprovedFund(100_000);

        post(fund, spend(fund, 1).replace("2014-06-30", "2099-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("LIES_AHEAD"))
                .body("effectiveDate", equalTo("2099-01-01"));
    }

    @Test
    void refusesMemorandumPostingsAndUnknownAccounts() {
        var fund = anApprovedFund(100_000);
        var memorandum =
                """
                {"account": "COMMITMENTS", "lineId": "%1$s-L01", "amountPence": 1},
                {"account": "RESERVE_FOR_COMMITMENTS", "lineId": "%1$s-L01", "amountPence": -1}
                """
                        .formatted(fund);

        post(fund, entry(memorandum))
                .then()
                .statusCode(422)
                .body("code", equalTo("MEMORANDUM_IS_DERIVED"));
        post(fund, entry(memorandum.replace("COMMITMENTS", "SLUSH")))
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    @Test
    void readsAnEntryByItsReferenceAlone() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();

        read(posted.getString("reference")).then().body("id", equalTo(posted.getString("id")));
        for (var none : List.of("JE-0", "JE-", "JE-1x", "JE-99999999999999999999", "17")) {
            read(none).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void triesAnEntryOutWithoutKeepingIt() {
        var fund = anApprovedFund(100_000);
        var keyed = spend(fund, 70_000).replaceFirst("\\{", "{\"key\": \"AP-1\", ");

        assertKeepsNothing(
                fund,
                () ->
                        finance()
                                .queryParam("dryRun", true)
                                .body(keyed)
                                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                                .then()
                                .statusCode(201));

        post(fund, keyed).then().statusCode(201);
    }

    @Test
    void hasOneEffectForTheSameKeyFromTwentyCallersAtOnce() throws InterruptedException {
        var fund = anApprovedFund(100_000);
        var key = UUID.randomUUID();

        var answers =
                AtOnce.ask(
                        20,
                        () ->
                                finance()
                                        .header("Idempotency-Key", key)
                                        .body(spend(fund, 1_000))
                                        .post("/api/budget/v1/funds/{fund}/journal-entries", fund));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(a -> a.jsonPath().getString("id"))
                .containsOnly(answers.getFirst().jsonPath().getString("id"));
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(1_000);
        finance()
                .header("Idempotency-Key", key)
                .body(spend(fund, 2_000))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private static Response read(String entry) {
        return finance().get("/api/budget/v1/journal-entries/{entry}", entry);
    }
}
