package locality.budget.protection;

import static locality.budget.testing.InTheDatabase.nobodyMay;
import static locality.budget.testing.InTheDatabase.refuses;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is protected is left, whatever is moved or planned anew.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class ProtectedAmountResourceTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Test
    void blocksAVirementThatWouldLeaveLessAndSaysHowMuch() {
        var fund = approved();
        var reference = protect(fund, "BLOCK", 900);

        move(fund, -101)
                .statusCode(422)
                .body("code", equalTo("PROTECTED_AMOUNT"))
                .body("protectedAmount", equalTo(reference))
                .body("protectedPence", equalTo(900))
                .body("leftPence", equalTo(899))
                .body("shortPence", equalTo(1));
        move(fund, -100).statusCode(202);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(100);
    }

    @Test
    void countsWhatWaitsToBeGivenAndNotWhatWaitsToBeGot() {
        var fund = approved();
        protect(fund, "BLOCK", 900);
        move(fund, -60).statusCode(202);
        move(fund, 60).statusCode(202);

        move(fund, -41).statusCode(422).body("leftPence", equalTo(899));
        move(fund, -40).statusCode(202);
    }

    @Test
    void warnsAndLetsItThrough() {
        var fund = approved();
        var reference = protect(fund, "WARN", 1_000);

        move(fund, -1).statusCode(202).body("warnings", contains(reference));
        move(fund, 1).statusCode(202).body("warnings", empty());
    }

    @Test
    void blocksAPlanThatTakesFromItAndNoOther() {
        var fund = approved();
        protect(fund, "BLOCK", 900);

        plan(fund, lines(899, 1_000))
                .statusCode(422)
                .body("code", equalTo("PROTECTED_AMOUNT"))
                .body("leftPence", equalTo(899));
        plan(fund, PLAN_HEADER + aLine("Carers and reablement", 1_000))
                .statusCode(422)
                .body("leftPence", equalTo(0));
        assertThat(line(fund + "-L01").getLong("plannedPence")).isEqualTo(1_000);
        plan(fund, lines(900, 1)).statusCode(200).body("warnings", empty());
    }

    @Test
    void warnsOfAPlanInTheAnswer() {
        var fund = approved();
        var reference = protect(fund, "WARN", 900);

        plan(fund, lines(899, 1_000)).statusCode(200).body("warnings", contains(reference));
    }

    @Test
    void approvesNoPlanThatLeavesLess() {
        var fund = aFund();
        plan(fund, lines(1_000, 1_000)).statusCode(200);
        protect(fund, "BLOCK", 1_001);

        approve(fund, approves("fund-plan", fund, 2_000))
                .statusCode(422)
                .body("code", equalTo("PROTECTED_AMOUNT"))
                .body("leftPence", equalTo(1_000));
    }

    @Test
    void showsItsTermsByDateAndVersion() {
        var fund = approved();
        var reference = protect(fund, "BLOCK", 900);
        finance()
                .body(
                        """
                        {"amountPence": 800, "action": "WARN", "lines": ["%s-L01"],
                         "startsOn": "2014-10-01", "endsOn": "2014-12-31"}
                        """
                                .formatted(fund))
                .post("/api/budget/v1/protected-amounts/{amount}/terms", reference)
                .then()
                .statusCode(200);

        on(reference, "2014-09-30").body("inForce.amountPence", equalTo(900));
        on(reference, "2014-10-01")
                .body("inForce.amountPence", equalTo(800))
                .body("inForce.version", equalTo(2))
                .body("standing.leftPence", equalTo(1_000));
        on(reference, "2015-01-01").body("inForce", nullValue()).body("terms.size()", equalTo(2));
        finance()
                .accept("text/csv")
                .get("/api/budget/v1/funds/{fund}/protected-amounts?on=2014-09-30", fund)
                .then()
                .statusCode(200)
                .body(containsString(",BLOCK,2014-04-01,," + fund + "-L01,900,1000"));
    }

    @Test
    void isNamedOnceAndCountsLinesOfItsFund() {
        var fund = approved();
        var reference = protect(fund, "BLOCK", 900);

        post(fund, reference, "BLOCK", 900, fund + "-L01")
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"));
        post(fund, reference + "-X", "BLOCK", 900, approved() + "-L01").statusCode(404);
        post(fund, reference + "-X", "BLOCK", 0, fund + "-L01")
                .statusCode(422)
                .body("code", equalTo("NOTHING_PROTECTED"));
    }

    private static ValidatableResponse on(String reference, String day) {
        return finance()
                .get("/api/budget/v1/protected-amounts/{amount}?on=" + day, reference)
                .then()
                .statusCode(200);
    }

    @Test
    void keepsItsTermsInTheDatabaseToo() {
        var reference = protect(approved(), "BLOCK", 900);
        var terms =
                "protected_amount_id = (select id from protected_amount where reference = '%s')"
                        .formatted(reference);

        nobodyMay("update protected_amount_terms set amount_pence = 1 where " + terms);
        nobodyMay("delete from protected_amount_terms where " + terms);
        nobodyMay("truncate protected_amount_terms");
    }

    @Test
    void protectsOnlyLinesOfItsFundInTheDatabaseToo() {
        var reference = protect(approved(), "BLOCK", 900);

        refuses(
                """
                insert into protected_amount_terms (protected_amount_id, ordinal, version,
                  amount_pence, action, lines, starts_on, provenance)
                select p.id, 1, 2, 900, 'BLOCK', array[l.id], '2014-04-01', '{}'
                from protected_amount p, budget_line l
                where p.reference = '%s' and l.reference = '%s-L01'
                """
                        .formatted(reference, approved()),
                "protected_amount_terms_stay_within_a_fund");
    }

    /// Asks to move so much to the first line from the second or, below nothing, back.
    private static ValidatableResponse move(String fund, long pence) {
        return finance()
                .body(
                        """
                        {"moves": [{"lineId": "%s-L01", "amountPence": %d},
                                   {"lineId": "%s-L02", "amountPence": %d}],
                         "reason": "Reablement starts earlier"}
                        """
                                .formatted(fund, pence, fund, -pence))
                .post("/api/budget/v1/funds/{fund}/virements", fund)
                .then();
    }

    private static String protect(String fund, String action, long pence) {
        var reference = "MCR-PROTECTED-" + COUNT.incrementAndGet();
        post(fund, reference, action, pence, fund + "-L01").statusCode(201);
        return reference;
    }

    private static ValidatableResponse post(
            String fund, String reference, String action, long pence, String line) {
        return finance()
                .body(
                        """
                        {"reference": "%s", "name": "Protection of social care",
                         "terms": {"amountPence": %d, "action": "%s", "lines": ["%s"]}}
                        """
                                .formatted(reference, pence, action, line))
                .post("/api/budget/v1/funds/{fund}/protected-amounts", fund)
                .then();
    }

    private static String approved() {
        var fund = aFund();
        plan(fund, lines(1_000, 1_000)).statusCode(200);
        approve(fund, approves("fund-plan", fund, 2_000)).statusCode(200);
        return fund;
    }

    private static String lines(long integrated, long carers) {
        return PLAN_HEADER
                + aLine("Integrated care", integrated)
                + aLine("Carers and reablement", carers);
    }
}
