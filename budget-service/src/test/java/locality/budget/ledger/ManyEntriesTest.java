package locality.budget.ledger;

import static locality.budget.ledger.Books.assertKeepsNothing;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.reverse;
import static locality.budget.ledger.Books.spend;
import static locality.budget.ledger.Books.under;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// Entries under keys of the poster's own: alone, and many of them at once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ManyEntriesTest {

    @Test
    void answersAnEntrySentAgainUnderItsKeyAsItWasPostedFirst() {
        var fund = anApprovedFund(100_000);
        var keyed = keyed("AP-1", spend(fund, 70_000));

        var first = post(fund, keyed).then().statusCode(201).extract().jsonPath();
        var again = post(fund, keyed).then().statusCode(200).extract().jsonPath();

        assertThat(again.getMap("$")).isEqualTo(first.getMap("$"));
        assertThat(first.getString("key")).isEqualTo("AP-1");
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(70_000);
    }

    @Test
    void namesWhatDiffersFromTheEntryThatStandsUnderAKey() {
        var fund = anApprovedFund(100_000);
        var first = post(fund, keyed("AP-1", spend(fund, 70_000))).jsonPath();

        post(
                        fund,
                        keyed("AP-1", spend(fund, 60_000))
                                .replace(
                                        "\"Reablement\"",
                                        "\"Carers\", \"sourceDocument\": \"I 1\""))
                .then()
                .statusCode(409)
                .body("code", equalTo("KEY_REUSED"))
                .body("key", equalTo("AP-1"))
                .body("entryId", equalTo(first.getString("id")))
                .body("differs", contains("description", "postings", "sourceDocument"));
        post(anApprovedFund(1), keyed("AP-1", "{\"effectiveDate\": \"2014-06-30\"}"))
                .then()
                .statusCode(400);
    }

    @Test
    void saysOfAnEntrySentAgainThatItWasTakenBack() {
        var fund = anApprovedFund(100_000);
        var keyed = keyed("AP-1", spend(fund, 70_000));
        var back = reverse(post(fund, keyed).jsonPath().getString("id")).jsonPath().getString("id");

        post(fund, keyed).then().statusCode(200).body("reversedBy", equalTo(back));
        bulk(fund, "", keyed, keyed("AP-2", spend(fund, 1)), keyed("AP-2", spend(fund, 1)))
                .then()
                .body("outcomes.outcome", contains("ALREADY_POSTED", "POSTED", "ALREADY_POSTED"))
                .body("outcomes[0].reversedBy", equalTo(back))
                .body("outcomes[2].reversedBy", nullValue())
                .body("alreadyPosted", equalTo(2))
                .body("reversed", equalTo(1));
        finance()
                .get("/api/budget/v1/journal-entries/{entry}", back)
                .then()
                .body("reversedBy", nullValue());
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(1);
    }

    @Test
    void knowsAnEntryAgainWhoseLineWasWithdrawnSince() {
        var fund = aFund();
        var one = aLine("Integrated care", 100);
        plan(fund, PLAN_HEADER + one + aLine("Carers", 100)).statusCode(200);
        var decision = approves("budget-line", fund + "-L02", 1_000);
        var paid = under(decision, spend(fund, 100).replace("-L01", "-L02"));
        post(fund, keyed("AP-1", paid)).then().statusCode(201);
        reverse(post(fund, keyed("AP-1", paid)).jsonPath().getString("id")).then().statusCode(201);
        plan(fund, PLAN_HEADER + one).statusCode(200);

        post(fund, keyed("AP-1", paid)).then().statusCode(200);
        bulk(fund, "", keyed("AP-1", paid), keyed("AP-2", paid))
                .then()
                .body("outcomes.outcome", contains("ALREADY_POSTED", "REFUSED"))
                .body("outcomes[1].posting", equalTo(1))
                .body("outcomes[1].problem.code", equalTo("NOT_FOUND"))
                .body("outcomes[1].problem.detail", containsString(fund + "-L02"));
    }

    @Test
    void keepsOneNameForAnEntryInEachFund() {
        var one = anApprovedFund(100);
        var other = anApprovedFund(100);

        post(one, keyed("AP-7", spend(one, 1))).then().statusCode(201);
        post(other, keyed("AP-7", spend(other, 1))).then().statusCode(201);
    }

    @Test
    void postsOnceWhenTwentyCallersSendOneKeyAtTheSameMoment() throws InterruptedException {
        var fund = anApprovedFund(100_000);

        var answers = AtOnce.ask(20, () -> post(fund, keyed("AP-1", spend(fund, 1_000))));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(1_000);
    }

    @Test
    void keepsWhereAnEntryComesFromAndWhatElseItIsKnownBy() {
        var fund = anApprovedFund(100_000);
        var told =
                spend(fund, 1)
                        .replace(
                                "\"postings\"",
                                """
                                "sourceDocument": "Invoice 2014/117",
                                "metadata": {"costCentre": "R1042", "batch": "7"}, "postings\"\
                                """);

        var id = post(fund, told).then().statusCode(201).extract().<String>path("id");

        finance()
                .get("/api/budget/v1/journal-entries/{entry}", id)
                .then()
                .body("sourceDocument", equalTo("Invoice 2014/117"))
                .body("metadata.costCentre", equalTo("R1042"))
                .body("metadata.batch", equalTo("7"))
                .body("key", nullValue());
        post(fund, told.replace("costCentre", "cost centre"))
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        post(fund, keyed("with a blank", spend(fund, 1))).then().statusCode(400);
    }

    @Test
    void refusesInAnArrayOnlyWhatBreaksARule() {
        var fund = anApprovedFund(100_000);
        var before = post(fund, keyed("AP-0", spend(fund, 10_000))).jsonPath();

        bulk(
                        fund,
                        "",
                        keyed("AP-1", spend(fund, 50_000)),
                        keyed("AP-2", spend(fund, 40_001)),
                        keyed("AP-0", spend(fund, 10_000)),
                        keyed("AP-1", spend(fund, 50_000)),
                        keyed("AP-1", spend(fund, 49_999)),
                        "{\"effectiveDate\": \"2014-06-30\", \"description\": \" \", \"postings\":"
                                + " []}",
                        spend(fund + "-NONE", 1),
                        keyed("AP-3", spend(fund, 40_000)))
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("alreadyPosted", equalTo(2))
                .body("refused", equalTo(4))
                .body(
                        "outcomes.outcome",
                        contains(
                                "POSTED",
                                "REFUSED",
                                "ALREADY_POSTED",
                                "ALREADY_POSTED",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED",
                                "POSTED"))
                .body("outcomes[1].problem.code", equalTo("OVER_COMMITTED"))
                .body("outcomes[1].problem.availablePence", equalTo(40_000))
                .body("outcomes[1].posting", equalTo(1))
                .body("outcomes[2].entryId", equalTo(before.getString("id")))
                .body("outcomes[3].item", equalTo(4))
                .body("outcomes[4].problem.code", equalTo("KEY_REUSED"))
                .body("outcomes[4].problem.differs", contains("postings"))
                .body("outcomes[5].problem.code", equalTo("MALFORMED"))
                .body("outcomes[6].problem.code", equalTo("NOT_FOUND"))
                .body("outcomes[7].entryId", notNullValue());

        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(100_000);
    }

    @Test
    void refusesAllOfAnArrayWhenAllOrNothingIsAsked() {
        var fund = anApprovedFund(100_000);

        bulk(fund, "?allOrNothing=true", spend(fund, 60_000), keyed("B", spend(fund, 60_000)))
                .then()
                .statusCode(422)
                .body("code", equalTo("BATCH_REFUSED"))
                .body("entries", equalTo(2))
                .body("refused", hasSize(1))
                .body("refused[0].item", equalTo(2))
                .body("refused[0].key", equalTo("B"))
                .body("refused[0].problem.code", equalTo("OVER_COMMITTED"))
                .body("refused[0].problem.availablePence", equalTo(40_000));
        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
    }

    @Test
    void countsWhatADecisionStillCoversThroughTheArray() {
        var fund = aFundWithALine(100_000);
        var decision = approves("budget-line", fund + "-L01", 1_000);
        var back = under(decision, spend(fund, 600));

        bulk(fund, "", back, under(decision, spend(fund, 401)), under(decision, spend(fund, 400)))
                .then()
                .body("outcomes.outcome", contains("POSTED", "REFUSED", "POSTED"))
                .body("outcomes[1].problem.code", equalTo("DECISION_AMOUNT"))
                .body("outcomes[1].problem.coveredPence", equalTo(1_000))
                .body("outcomes[1].problem.neededPence", equalTo(1_001));
    }

    @Test
    void givesTheSameAnswersAloneAsTogether() {
        var alone = anApprovedFund(1_000);
        var together = anApprovedFund(1_000);
        var amounts = List.of(400L, 700L, -401L, -100L, 700L, 1L, 0L, 600L);

        var one =
                amounts.stream()
                        .map(pence -> post(alone, spend(alone, pence)))
                        .map(
                                answer ->
                                        answer.statusCode() == 201
                                                ? "POSTED"
                                                : answer.jsonPath().getString("code"))
                        .toList();
        var many =
                bulk(
                                together,
                                "",
                                amounts.stream()
                                        .map(pence -> spend(together, pence))
                                        .toArray(String[]::new))
                        .jsonPath()
                        .<String>getList(
                                "outcomes.collect { it.problem == null ? it.outcome :"
                                        + " it.problem.code }");

        assertThat(many).isEqualTo(one).contains("OVER_COMMITTED", "MORE_THAN_SPENT");
        assertThat(line(together + "-L01").getLong("spentPence"))
                .isEqualTo(line(alone + "-L01").getLong("spentPence"));
    }

    @Test
    void triesAnArrayOutWithoutKeepingIt() {
        var fund = anApprovedFund(100_000);
        var two = new String[] {keyed("AP-1", spend(fund, 1)), spend(fund, 100_000)};

        assertKeepsNothing(
                fund,
                () ->
                        bulk(fund, "?dryRun=true", two)
                                .then()
                                .body("posted", equalTo(1))
                                .body("outcomes[1].problem.code", equalTo("OVER_COMMITTED")));

        bulk(fund, "", two).then().body("outcomes.outcome", contains("POSTED", "REFUSED"));
    }

    @Test
    void takesOneToAThousandEntriesAndAKeyOfTheRequest() {
        var fund = anApprovedFund(100_000);
        var path = "/api/budget/v1/funds/" + fund + "/journal-entries/bulk";

        finance()
                .body("[%s]".formatted(spend(fund, 1)))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        bulk(fund, "").then().statusCode(400);
        bulk(fund, "", "null").then().statusCode(400);
    }

    @Test
    void takesBackWhatWasPostedUnderAKeyAndReadsIt() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, keyed("AP-9", spend(fund, 70_000))).jsonPath();
        var path = "/api/budget/v1/funds/" + fund + "/journal-entries/AP-9";

        finance().get(path).then().body("id", equalTo(posted.getString("id")));
        finance()
                .body("{\"reason\": \"Paid twice\"}")
                .post(path + "/reverse")
                .then()
                .statusCode(201)
                .body("reverses", equalTo(posted.getString("id")))
                .body(
                        "description",
                        equalTo(
                                "Reversal of %s: Paid twice"
                                        .formatted(posted.getString("reference"))));
        reverse(posted.getString("id"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_REVERSED"));
        finance().get(path + "0").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private static String keyed(String key, String entry) {
        return entry.replaceFirst("\\{", "{\"key\": \"%s\", ".formatted(key));
    }

    private static Response bulk(String fund, String query, String... entries) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("[" + String.join(",", entries) + "]")
                .post("/api/budget/v1/funds/" + fund + "/journal-entries/bulk" + query);
    }
}
