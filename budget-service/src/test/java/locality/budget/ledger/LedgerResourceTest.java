package locality.budget.ledger;

import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.budget.testing.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LedgerResourceTest {

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
    void movesNothingWithoutADecision() {
        var fund = aFundWithALine(100_000);

        post(fund, spend(fund, 70_000))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"))
                .body("detail", containsString("the plan that holds %s-L01".formatted(fund)));
        post(
                        fund,
                        entry(
                                "{\"account\": \"HOST_CASH\", \"amountPence\": 5},"
                                        + "{\"account\": \"CREDITORS\", \"amountPence\": -5}"))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"));
        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
    }

    @Test
    @Tag("B15")
    void asksForApprovalAgainOnALineThatChangedAfterIt() {
        var fund = anApprovedFund(100_000);
        plan(fund, Manchester.PLAN_HEADER + Manchester.aLine("Integrated care", 200_000))
                .statusCode(200);

        post(fund, spend(fund, 70_000))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"));
    }

    @Test
    void postsUnderADecisionUpToItsAmountAndNoFurther() {
        var fund = aFundWithALine(100_000);
        var decision = approves("fund", fund, 1_000).decisionId();
        var cash =
                """
                {"effectiveDate": "2014-06-30", "description": "Advance", "decisionId": "%s",
                 "postings": [{"account": "PREPAYMENTS", "amountPence": 600},
                              {"account": "HOST_CASH", "amountPence": -600}]}
                """
                        .formatted(decision);

        post(fund, cash)
                .then()
                .statusCode(201)
                .body("authority.kind", equalTo("DECISION"))
                .body("authority.id", equalTo(decision.toString()));
        post(fund, cash).then().statusCode(422).body("code", equalTo("DECISION_AMOUNT"));
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
    void takesAnEntryBackOnceOnItsOwnDay() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath().getString("reference");

        reverse(posted)
                .then()
                .statusCode(201)
                .body("effectiveDate", equalTo("2014-06-30"))
                .body("postings.amountPence", hasItem(-70_000));
        reverse(posted).then().statusCode(409).body("code", equalTo("ALREADY_REVERSED"));

        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
        balances(fund, "")
                .then()
                .body("items.findAll { it.account == 'SPEND' }.balancePence", hasItem(0));
    }

    @Test
    void answersAsItWasKnownWhateverIsPostedLater() {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        var then = balances(fund, "").jsonPath().getString("knownAt");
        var before = balances(fund, "?knownAt=" + then).jsonPath().getList("items");

        post(fund, spend(fund, 20_000)).then().statusCode(201);

        assertThat(balances(fund, "?knownAt=" + then).jsonPath().getList("items"))
                .isEqualTo(before);
        balances(fund, "?effectiveAt=2014-06-29")
                .then()
                .body("items.findAll { it.account == 'SPEND' }", hasSize(0));
        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(30_000));
    }

    @Test
    void asksForADateThatIsOne() {
        balances(aFundWithALine(1), "?effectiveAt=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    @Test
    void triesAnEntryOutWithoutKeepingIt() {
        var fund = anApprovedFund(100_000);

        finance()
                .queryParam("dryRun", true)
                .body(spend(fund, 70_000))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(201);

        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
        finance()
                .get("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .body(
                        "items.findAll { it.authority.kind == 'PLAN' && it.period == 3 }",
                        hasSize(0));
    }

    @Test
    void hasOneEffectForTheSameKeyFromTwentyCallersAtOnce() {
        var fund = anApprovedFund(100_000);
        var key = UUID.randomUUID();

        var answers =
                IntStream.range(0, 20).boxed().toList().parallelStream()
                        .map(
                                i ->
                                        finance()
                                                .header("Idempotency-Key", key)
                                                .body(spend(fund, 1_000))
                                                .post(
                                                        "/api/budget/v1/funds/{fund}/journal-entries",
                                                        fund))
                        .toList();

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

    @Test
    void isInsertOnlyForEverybodyInTheDatabase() throws SQLException {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 70_000)).then().statusCode(201);

        var postgres = Infrastructure.get().postgres();
        for (var role : new String[] {Postgres.APP, Postgres.OWNER}) {
            try (var connection = postgres.as(role, "suite");
                    var statement = connection.createStatement()) {
                for (var change :
                        new String[] {
                            "update posting set amount_pence = amount_pence + 1",
                            "delete from posting",
                            "update journal_entry set description = ''",
                            "truncate posting"
                        }) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as("%s as %s", change, role)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void refusesAnUnbalancedEntryInTheDatabaseToo() throws SQLException {
        var fund = anApprovedFund(100_000);
        var id = post(fund, spend(fund, 70_000)).jsonPath().getString("id");

        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            assertThatThrownBy(
                            () ->
                                    statement.execute(
                                            """
                                            insert into posting (entry_id, ordinal, account, amount_pence)
                                            values ('%s', 3, 'HOST_CASH', 5)
                                            """
                                                    .formatted(id)))
                    .hasMessageContaining("does not balance");
        }
    }

    @Test
    void namesTheEntryThatSomebodyEditedBehindItsBack() throws SQLException {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();
        assertThat(faultsOf(posted)).isEmpty();

        asSuperuser("update posting set amount_pence = amount_pence + 1 where " + firstOf(posted));
        assertThat(faultsOf(posted)).containsExactly("CHANGED");

        asSuperuser("update posting set amount_pence = amount_pence - 1 where " + firstOf(posted));
        assertThat(faultsOf(posted)).isEmpty();
    }

    @Test
    void namesTheEntryThatSomebodyTookAwayOrMadeUpADigestFor() throws SQLException {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();
        var id = posted.getString("id");

        asSuperuser("update journal_entry set digest = 'made up' where id = '%s'".formatted(id));
        assertThat(faultsOf(posted)).containsExactlyInAnyOrder("CHANGED", "NOT_AS_TOLD");

        asSuperuser(
                "delete from posting where entry_id = '%s'".formatted(id),
                "delete from journal_entry where id = '%s'".formatted(id));
        assertThat(faultsOf(posted)).containsExactly("MISSING");
    }

    private static String firstOf(JsonPath posted) {
        return "ordinal = 1 and entry_id = '%s'".formatted(posted.getString("id"));
    }

    /// What no grant, trigger or constraint holds back.
    private static void asSuperuser(String... changes) throws SQLException {
        try (var connection = Infrastructure.get().postgres().superuser("suite");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }

    private static List<String> faultsOf(JsonPath posted) {
        return verify().jsonPath()
                .getList(
                        "broken.findAll { it.entryId == '%s' }.fault"
                                .formatted(posted.getString("id")));
    }

    private static Response verify() {
        return as(Tokens.of("auditor").in(Locality.MANCHESTER)).get("/api/budget/v1/ledger/verify");
    }

    private static Response post(String fund, String entry) {
        return finance().body(entry).post("/api/budget/v1/funds/{fund}/journal-entries", fund);
    }

    private static Response reverse(String entry) {
        return finance()
                .body("{\"reason\": \"Paid twice\"}")
                .post("/api/budget/v1/journal-entries/{entry}/reverse", entry);
    }

    private static Response balances(String fund, String query) {
        return finance().get("/api/budget/v1/funds/" + fund + "/balances" + query);
    }

    private static String spend(String fund, long pence) {
        return entry(
                """
                {"account": "SPEND", "lineId": "%s-L01", "amountPence": %d},
                {"account": "HOST_CASH", "amountPence": %d}
                """
                        .formatted(fund, pence, -pence));
    }

    private static String entry(String postings) {
        return """
        {"effectiveDate": "2014-06-30", "description": "Reablement", "postings": [%s]}
        """
                .formatted(postings);
    }
}
