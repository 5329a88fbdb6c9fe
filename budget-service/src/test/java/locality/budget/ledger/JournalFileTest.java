package locality.budget.ledger;

import static locality.budget.ledger.Books.assertKeepsNothing;
import static locality.budget.ledger.Books.balances;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// A file of journal entries: all of it, once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class JournalFileTest {

    private static final String HEADER =
            "key,effectiveDate,description,account,lineId,partner,source,amountPence,sourceDocument,metadata\n";

    /// More than are judged and stored together.
    private static final int MANY = 4_500;

    @Test
    void postsTheRowsOfOneKeyAsOneEntry() {
        var fund = anApprovedFund(100_000);

        send(
                        fund,
                        HEADER
                                + """
                                AP-1,2014-06-30,"Reablement, June",SPEND,%1$s-L01,,,600,Invoice 1,costCentre=R1;batch=7
                                AP-1,,,HOST_CASH,,,,-500,,
                                AP-1,2014-06-30,,CREDITORS,,,,-100,,
                                AP-2,2014-07-31,Carers,SPEND,%1$s-L01,,,50,,
                                AP-2,,,HOST_CASH,,,,-50,,
                                """
                                        .formatted(fund))
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("outcomes", hasSize(0));

        finance()
                .get("/api/budget/v1/funds/{fund}/journal-entries/AP-1", fund)
                .then()
                .body("description", equalTo("Reablement, June"))
                .body("postings.amountPence", equalTo(java.util.List.of(600, -500, -100)))
                .body("sourceDocument", equalTo("Invoice 1"))
                .body("metadata.batch", equalTo("7"));
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(650);
    }

    @Test
    void namesEveryRowThatBreaksARuleAndPostsNothing() {
        var fund = anApprovedFund(1_000);

        send(
                        fund,
                        HEADER
                                + """
                                A,2014-06-30,Good,SPEND,%1$s-L01,,,600,,
                                A,,,HOST_CASH,,,,-600,,
                                B,2014-06-30,Too much,HOST_CASH,,,,-401,,
                                B,,,SPEND,%1$s-L01,,,401,,
                                C,2099-06-30,Too early,SPEND,%1$s-L01,,,1,,
                                C,,,HOST_CASH,,,,-1,,
                                D,2014-06-30,No such line,SPEND,%1$s-L99,,,1,,
                                D,,,HOST_CASH,,,,-1,,
                                E,2014-06-30,Lopsided,SPEND,%1$s-L01,,,2,,
                                E,,,HOST_CASH,,,,-1,,
                                A,2014-06-30,Another,SPEND,%1$s-L01,,,1,,
                                A,,,HOST_CASH,,,,-1,,
                                G,2014-06-30,Wrong source,HOST_CASH,,,,-1,,
                                G,,,SPEND,%1$s-L01,,DFG,1,,
                                """
                                        .formatted(fund))
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body(
                        "errors.where",
                        containsInAnyOrder(
                                "line 5, amountPence",
                                "line 6, effectiveDate",
                                "line 8, lineId",
                                "line 10, amountPence",
                                "line 12, key",
                                "line 15, source"))
                .body("errors.message", hasItem(startsWith("OVER_COMMITTED: 401 is more than")))
                .body("errors.message", hasItem(startsWith("UNBALANCED: debits 2 - credits 1")))
                .body("errors.message", hasItem(containsString("KEY_REUSED")));

        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
    }

    @Test
    void namesEveryCellThatCannotBeRead() {
        var fund = anApprovedFund(1_000);

        send(
                        fund,
                        HEADER
                                + """
                                A,yesterday,Good,SPEND,%1$s-L01,,,600,,
                                A,,,HOST_CASH,,,,600p,,
                                B,2014-06-30,Good,SLUSH,%1$s-L01,,,600,,R1
                                B,2014-06-29,,HOST_CASH,,,,-600,,
                                ,2014-06-30,Good,HOST_CASH,,,,-600,,
                                """
                                        .formatted(fund))
                .then()
                .statusCode(400)
                .body(
                        "errors.where",
                        containsInAnyOrder(
                                "line 2, effectiveDate",
                                "line 3, amountPence",
                                "line 4, metadata",
                                "line 4, account",
                                "line 5, effectiveDate",
                                "line 6, key"));
    }

    @Test
    void postsAFileOfThousandsOnce() {
        var fund = anApprovedFund(MANY);
        var file = HEADER + fees(fund, MANY);

        send(fund, file).then().statusCode(200).body("posted", equalTo(MANY));
        send(fund, file)
                .then()
                .statusCode(200)
                .body("posted", equalTo(0))
                .body("alreadyPosted", equalTo(MANY))
                .body("outcomes", hasSize(1_000))
                .body("outcomes.outcome", everyItem(equalTo("ALREADY_POSTED")))
                .body("outcomes[999].key", equalTo("K1000"))
                .body("outcomes[999].reference", startsWith("JE-"));

        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(MANY);
        balances(fund, "")
                .then()
                .body("items.find { it.account == 'HOST_CASH' }.balancePence", equalTo(-MANY));
    }

    @Test
    void triesAFileOutAndKeepsNeitherItNorTheKeyOfTheRequest() {
        var fund = anApprovedFund(10);
        var key = UUID.randomUUID();
        var file = HEADER + fees(fund, 2);

        assertKeepsNothing(
                fund,
                () ->
                        finance()
                                .header("Idempotency-Key", key)
                                .queryParam("dryRun", true)
                                .contentType("text/csv")
                                .body(file)
                                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                                .then()
                                .statusCode(200)
                                .body("posted", equalTo(2)));

        send(fund, key, file).then().statusCode(200).body("posted", equalTo(2));
    }

    @Test
    void countsWhatWasTakenBackSinceItWasPosted() {
        var fund = anApprovedFund(10);
        var file = HEADER + fees(fund, 2);
        send(fund, file);
        var back =
                finance()
                        .body("{\"reason\": \"Paid twice\"}")
                        .post("/api/budget/v1/funds/{fund}/journal-entries/K2/reverse", fund)
                        .jsonPath()
                        .getString("id");

        send(fund, file)
                .then()
                .body("alreadyPosted", equalTo(2))
                .body("reversed", equalTo(1))
                .body("outcomes[1].reversedBy", equalTo(back));
    }

    @Test
    void paysNothingTwiceWhenABlockOfRowsIsSentTwice() {
        var fund = anApprovedFund(1_000);

        send(fund, HEADER + fee("K1", fund) + fee("K2", fund) + fee("K1", fund))
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("alreadyPosted", equalTo(1))
                .body("outcomes.item", contains(3))
                .body("outcomes.key", contains("K1"));

        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(2);
    }

    @Test
    void asksWhetherABlockRightAfterItsLikeIsTheSameAgainOrMoreOfIt() {
        var fund = anApprovedFund(1_000);

        send(fund, HEADER + fee("K1", fund) + fee("K1", fund))
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 4, key"))
                .body("errors.message", contains(startsWith("is that of lines 2 to 3, which")));
        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();

        var more = fee("K1", fund).replace("2014-06-30,Fee", ",");
        send(fund, HEADER + fee("K1", fund) + more)
                .then()
                .statusCode(200)
                .body("posted", equalTo(1));
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(2);
    }

    @Test
    void anEntryRefusedAtTheEndTakesBackAllBeforeIt() {
        var fund = anApprovedFund(MANY);
        var file = HEADER + fees(fund, MANY) + fee("LAST", fund) + fee("K1", fund, "Another");

        send(fund, file)
                .then()
                .statusCode(400)
                .body("detail", equalTo("2 of 9004 rows are at fault; nothing was changed"))
                .body("errors.where", contains("line 9002, amountPence", "line 9004, key"));

        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
        finance()
                .get("/api/budget/v1/funds/{fund}/journal-entries/K1", fund)
                .then()
                .statusCode(404);
    }

    @Test
    void sentUnderTheSameKeyItIsPostedOnceAndAnotherIsRefused() {
        var fund = anApprovedFund(10);
        var key = UUID.randomUUID();
        var file = HEADER + fees(fund, 2);

        var first = send(fund, key, file);
        var again = send(fund, key, file);

        assertThat(first.jsonPath().getInt("posted")).isEqualTo(2);
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        send(fund, key, HEADER + fees(fund, 3))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void takesALargeBodyAsAFileOfEntriesAlone() {
        var fund = anApprovedFund(10);
        var large = "x".repeat(26 * 1024 * 1024);

        send(fund, large).then().statusCode(400).body("code", equalTo("MALFORMED"));
        finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(large)
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(413);
    }

    @Test
    void givesATemplateToBeFilledIn() {
        var fund = anApprovedFund(1);

        finance()
                .accept("text/csv")
                .get("/api/budget/v1/funds/{fund}/journal-entries/template.csv", fund)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(fund + "-journal-entries.csv"))
                .body(startsWith("key,effectiveDate,description,account,lineId,"));
    }

    private static String fees(String fund, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> fee("K" + i, fund))
                .collect(Collectors.joining());
    }

    private static String fee(String key, String fund) {
        return fee(key, fund, "Fee");
    }

    private static String fee(String key, String fund, String description) {
        return """
        %1$s,2014-06-30,%3$s,SPEND,%2$s-L01,,,1,,
        %1$s,,,HOST_CASH,,,,-1,,
        """
                .formatted(key, fund, description);
    }

    private static Response send(String fund, String file) {
        return send(fund, UUID.randomUUID(), file);
    }

    private static Response send(String fund, UUID key, String file) {
        return finance()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund);
    }
}
