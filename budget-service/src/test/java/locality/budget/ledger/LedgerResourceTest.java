package locality.budget.ledger;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import locality.budget.testing.AtOnce;
import locality.platform.event.GovernanceEvent.DecisionTaken;
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
    void movesNothingUnderAPlanBesideWhatItsLinesSpend() {
        var fund = anApprovedFund(100_000);

        post(
                        fund,
                        entry(
                                """
                                {"account": "HOST_CASH", "lineId": "%s-L01",
                                 "amountPence": 1000000000000},
                                {"account": "CREDITORS", "amountPence": -1000000000000}
                                """
                                        .formatted(fund)))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"))
                .body("debitsPence", equalTo(1_000_000_000_000L))
                .body("spendPence", equalTo(0));
    }

    @Test
    @Tag("B15")
    void asksForApprovalAgainOnALineThatChangedAfterIt() {
        var fund = aFundWithALine(100_000);
        var decision = approves("fund-plan", fund, 200_000);
        approve(fund, decision).statusCode(200);
        var cited = under(decision, spend(fund, 10_000));
        post(fund, cited).then().statusCode(201).body("authority.kind", equalTo("PLAN"));

        plan(fund, PLAN_HEADER + aLine("Integrated care", 200_000)).statusCode(200);

        for (var entry : List.of(spend(fund, 10_000), cited)) {
            post(fund, entry).then().statusCode(422).body("code", equalTo("NO_AUTHORITY"));
        }
    }

    @Test
    void usesADecisionOnceWhetherMoneyIsPromisedOrPosted() {
        var fund = aFundWithALine(100_000);
        var decision = approves("budget-line", fund + "-L01", 1_000);
        var cited = ", \"decisionId\": \"%s\"".formatted(decision.decisionId());
        commit(fund, 600, cited).then().statusCode(201);

        post(fund, under(decision, spend(fund, 401)))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("coveredPence", equalTo(1_000))
                .body("neededPence", equalTo(1_001));
        var posted = post(fund, under(decision, spend(fund, 400))).then().statusCode(201);
        commit(fund, 1, cited)
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("neededPence", equalTo(1_001));

        reverse(posted.extract().path("id")).then().statusCode(201);
        commit(fund, 400, cited).then().statusCode(201);
    }

    @Test
    void spendsNobodysMoneyUnderADecisionOfOthers() {
        var fund = aFundWithALine(100_000);
        var ofOthers = approves("01N", "budget-line", fund + "-L01", 1_000);
        var ofItsOwner = approves("00W", "budget-line", fund + "-L01", 1_000);

        post(fund, under(ofOthers, spend(fund, 1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"));
        post(fund, under(ofItsOwner, spend(fund, 1_000))).then().statusCode(201);
    }

    @Test
    void coversOnlyItsOwnLineByADecisionOnALine() {
        var fund = aFund();
        plan(fund, PLAN_HEADER + aLine("Carers", 5_000) + aLine("Care Bill", 5_000))
                .statusCode(200);
        var onALine = approves("budget-line", fund + "-L01", 10_000);
        var onTheFund = approves("fund", fund, 10_000);
        var onTwoLines =
                entry(
                        """
                        {"account": "SPEND", "lineId": "%1$s-L01", "amountPence": 1},
                        {"account": "SPEND", "lineId": "%1$s-L02", "amountPence": 999},
                        {"account": "HOST_CASH", "amountPence": -1000}
                        """
                                .formatted(fund));
        var withAnAdvance =
                entry(
                        """
                        {"account": "SPEND", "lineId": "%s-L01", "amountPence": 1},
                        {"account": "PREPAYMENTS", "amountPence": 999},
                        {"account": "HOST_CASH", "amountPence": -1000}
                        """
                                .formatted(fund));

        post(fund, under(onALine, spend(fund, 1_000))).then().statusCode(201);
        for (var entry : List.of(onTwoLines, withAnAdvance)) {
            post(fund, under(onALine, entry))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("DECISION_SUBJECT"));
            post(fund, under(onTheFund, entry)).then().statusCode(201);
        }
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
    void postsNothingThatLiesAhead() {
        var fund = anApprovedFund(100_000);

        post(fund, spend(fund, 1).replace("2014-06-30", "2099-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("LIES_AHEAD"))
                .body("effectiveDate", equalTo("2099-01-01"));
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
    void readsAnEntryByItsReferenceAlone() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath();

        read(posted.getString("reference")).then().body("id", equalTo(posted.getString("id")));
        for (var none : List.of("JE-0", "JE-", "JE-1x", "JE-99999999999999999999", "17")) {
            read(none).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void takesAnEntryWithoutLinesBackOnceWhenManyAskAtTheSameMoment() throws Exception {
        var fund = aFundWithALine(100_000);
        var posted =
                post(
                                fund,
                                under(
                                        approves("fund", fund, 5),
                                        entry(
                                                """
                                                {"account": "PREPAYMENTS", "amountPence": 5},
                                                {"account": "HOST_CASH", "amountPence": -5}
                                                """)))
                        .jsonPath()
                        .getString("id");

        var statuses = AtOnce.ask(8, () -> reverse(posted).statusCode());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void triesAReversalOutWithoutKeepingIt() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath().getString("id");

        finance()
                .queryParam("dryRun", true)
                .body("{\"reason\": \"Paid twice\"}")
                .post("/api/budget/v1/journal-entries/{entry}/reverse", posted)
                .then()
                .statusCode(201)
                .body("reverses", equalTo(posted));

        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(70_000);
        reverse(posted).then().statusCode(201);
    }

    @Test
    void waitsForWhatIsBeingPostedAndOnlyWhereTheAnswerNeedsIt() throws Exception {
        var fund = anApprovedFund(100_000);
        var id = finance().get("/api/budget/v1/funds/{fund}", fund).<String>path("id");

        try (var callers = Executors.newFixedThreadPool(2);
                var held = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("lock table posting in exclusive mode");
            var posting = callers.submit(() -> post(fund, spend(fund, 10_000)));
            await().until(() -> ledgerLocks(statement, id, true) == 1);

            balances(fund, "?knownAt=2020-01-01T00:00:00Z")
                    .then()
                    .statusCode(200)
                    .body("knownAt", equalTo("2020-01-01T00:00:00Z"));
            var asked = callers.submit(() -> balances(fund, "").jsonPath());
            await().until(() -> ledgerLocks(statement, id, false) == 1);
            held.rollback();

            assertThat(posting.get().statusCode()).isEqualTo(201);
            var known = asked.get().getString("knownAt");
            assertThat(asked.get().getLong("items.find { it.account == 'SPEND' }.balancePence"))
                    .isEqualTo(10_000);
            assertThat(balances(fund, "?knownAt=" + known).jsonPath().getList("items"))
                    .isEqualTo(asked.get().getList("items"));
        }
    }

    @Test
    void recordsByOneClockWhateverTheClockOfAReplicaSays() {
        var fund = anApprovedFund(100_000);

        QuarkusMock.installMockForType(
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), Clock.class);
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);

        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(10_000));
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
        var later =
                """
                insert into posting (entry_id, ordinal, account, amount_pence)
                values ('%s', %d, 'HOST_CASH', 5)
                """;

        assertRefusedByTheDatabase(later.formatted(id, 3), "does not balance");
        assertRefusedByTheDatabase(later.formatted(id, 0), "posting_is_numbered_from_one");
        assertRefusedByTheDatabase(later.formatted(id, -1), "posting_is_numbered_from_one");
    }

    @Test
    void refusesPostingsThatLeaveAPlaceForOthersInTheDatabaseToo() throws SQLException {
        var fund = anApprovedFund(100_000);
        var id = post(fund, spend(fund, 70_000)).jsonPath().getString("id");

        assertRefusedByTheDatabase(
                """
                with entry as (
                  insert into journal_entry (id, fund_id, locality, effective_on, period,
                    recorded_at, description, authority_kind, authority_id, actor, provenance,
                    posting_count, digest)
                  select gen_random_uuid(), fund_id, locality, effective_on, period,
                    recorded_at, description, authority_kind, authority_id, actor, provenance,
                    2, digest from journal_entry where id = '%s'
                  returning id
                )
                insert into posting (entry_id, ordinal, account, amount_pence)
                select id, 3, 'HOST_CASH', 5 from entry
                union all select id, 4, 'CREDITORS', -5 from entry
                """
                        .formatted(id),
                "does not balance");
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

    private static void assertRefusedByTheDatabase(String change, String because)
            throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining(because);
        }
    }

    /// How many hold the lock of a fund's ledger, or wait for it.
    private static long ledgerLocks(Statement statement, String fund, boolean granted)
            throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        select count(*) from pg_locks
                        where locktype = 'advisory' and granted = %s
                          and ((classid::bigint << 32) | objid::bigint)
                              = hashtextextended('ledger %s', 0)
                        """
                                .formatted(granted, fund))) {
            row.next();
            return row.getLong(1);
        }
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

    private static Response read(String entry) {
        return finance().get("/api/budget/v1/journal-entries/{entry}", entry);
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

    private static String under(DecisionTaken decision, String entry) {
        return entry.replace(
                "\"postings\"",
                "\"decisionId\": \"%s\", \"postings\"".formatted(decision.decisionId()));
    }

    private static String entry(String postings) {
        return """
        {"effectiveDate": "2014-06-30", "description": "Reablement", "postings": [%s]}
        """
                .formatted(postings);
    }
}
