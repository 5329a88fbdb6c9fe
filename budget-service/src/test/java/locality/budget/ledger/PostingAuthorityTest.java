package locality.budget.ledger;

import static locality.budget.ledger.Books.decides;
import static locality.budget.ledger.Books.entry;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.reverse;
import static locality.budget.ledger.Books.spend;
import static locality.budget.ledger.Books.under;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.money.Pence;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What allows money to move: the approved plan of its lines, or a decision, each only so far.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PostingAuthorityTest {

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
    void writesNobodysDebtOffUnderAPlanOrADecisionOnALine() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 100_000);
        approve(fund, approves("fund-plan", fund, 100_000)).statusCode(200);
        var onTheLine = approves("budget-line", fund + "-L01", 1_000);
        var onTheFund = approves("fund", fund, 1_000);
        post(fund, spend(fund, 100)).then().statusCode(201);
        var spent =
                """
                {"account": "SPEND", "lineId": "%s-L01", "amountPence": 10}, {%s, "amountPence": -10}
                """;

        for (var beside :
                List.of(
                        "\"account\": \"CONTRIBUTIONS_RECEIVABLE\", \"partner\": \"00W\"",
                        "\"account\": \"CONTRIBUTION_INCOME\", \"partner\": \"00W\"",
                        "\"account\": \"RISK_SHARE_DUE_TO\", \"partner\": \"00W\"",
                        "\"account\": \"RISK_SHARE_DUE_FROM\", \"partner\": \"00W\"",
                        "\"account\": \"INCOME_IN_ADVANCE\"",
                        "\"account\": \"SOURCE_BALANCE\", \"source\": \"CCG allocation\"")) {
            var written = entry(spent.formatted(fund, beside));
            var back = written.replace("-10}", "+}").replace("10}", "-10}").replace("+}", "10}");
            for (var either : List.of(written, back)) {
                post(fund, either)
                        .then()
                        .statusCode(422)
                        .body("code", equalTo("NO_AUTHORITY"))
                        .body("account", equalTo(beside.split("\"")[3]));
                post(fund, under(onTheLine, either))
                        .then()
                        .statusCode(422)
                        .body("code", equalTo("DECISION_SUBJECT"));
            }
            post(fund, under(onTheFund, written)).then().statusCode(201);
        }
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(160);
    }

    @Test
    void movesNoPartnersMoneyUnderADecisionOfAnother() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 100_000);
        var central = approves("00W", "fund", fund, 500);
        var both =
                decides(
                        fund,
                        1_000,
                        new MoneyOwner("00W", Pence.of(100)),
                        new MoneyOwner("01N", Pence.of(50)));

        post(fund, under(central, owed("01N", 500)))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"));
        var first = post(fund, under(both, owed("01N", 50))).then().statusCode(201);
        for (var more : List.of(owed("01N", 1), owed("01N", -1))) {
            post(fund, under(both, more))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("DECISION_OWNER"));
        }
        reverse(first.extract().path("id")).then().statusCode(201);
        post(fund, under(both, owed("01N", 50))).then().statusCode(201);
    }

    @Test
    void countsWhatIsSpentOfAnOwnersMoneyBeforeWhatComesBackBesideIt() {
        var fund = aFundWithALine(100_000);
        var decision = decides(fund, 1_000, new MoneyOwner("00W", Pence.of(100)));
        post(fund, under(decision, spend(fund, 40))).then().statusCode(201);
        var beside =
                """
                {"account": "SPEND", "lineId": "%1$s-L01", "amountPence": %2$d},
                {"account": "SPEND", "lineId": "%1$s-L01", "amountPence": -20},
                {"account": "HOST_CASH", "amountPence": %3$d}
                """;

        post(fund, under(decision, entry(beside.formatted(fund, 61, -41))))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"));
        post(fund, under(decision, entry(beside.formatted(fund, 60, -40)))).then().statusCode(201);
        post(fund, under(decision, spend(fund, 1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"));
    }

    private static String owed(String partner, long pence) {
        return entry(
                """
                {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "%1$s", "amountPence": %2$d},
                {"account": "CONTRIBUTION_INCOME", "partner": "%1$s", "amountPence": %3$d}
                """
                        .formatted(partner, pence, -pence));
    }

    @Test
    @Tag("B15")
    void goesByTheApprovedPlanWhileAnotherIsUnderWay() {
        var fund = aFundWithALine(100_000);
        var decision = approves("fund-plan", fund, 200_000);
        approve(fund, decision).statusCode(200);
        var cited = under(decision, spend(fund, 10_000));
        post(fund, cited).then().statusCode(201).body("authority.kind", equalTo("PLAN"));

        plan(fund, PLAN_HEADER + aLine("Integrated care", 200_000)).statusCode(200);

        for (var entry : List.of(spend(fund, 10_000), cited)) {
            post(fund, entry).then().statusCode(201).body("authority.kind", equalTo("PLAN"));
        }
        post(fund, spend(fund, 70_001))
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body("currentPence", equalTo(100_000));
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
}
