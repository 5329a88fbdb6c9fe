package locality.budget.virement;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.SignedAgreements.governedAs;
import static locality.budget.testing.SignedAgreements.terminate;
import static locality.budget.virement.TwoLines.afterDecisions;
import static locality.budget.virement.TwoLines.decides;
import static locality.budget.virement.TwoLines.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is the pool's moves from line to line while the agreement is in force.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class PooledVirementTest {

    @Test
    void movesOnlyForDaysOnWhichTheAgreementIsInForce() {
        var fund = aFundOn("POOLED");
        terminate(fund, "2014-07-01");

        move(fund, 500, on("2014-07-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("agreement", equalTo(governedAs(fund)))
                .body("day", equalTo("2014-07-01"));
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        move(fund, 500, on("2014-06-30")).then().statusCode(202);
    }

    @Test
    void isNotMadeByADecisionThatComesWhenTheAgreementIsOver() {
        var fund = aFundOn("POOLED");
        var asked = move(fund, 500, on("2014-06-30")).then().statusCode(202).extract().jsonPath();
        terminate(fund, "2014-05-01");

        decides(asked, "IN_EFFECT", 500);

        var waiting = afterDecisions(asked.getString("id"), 1);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts[0].reasons"))
                .containsExactly("AGREEMENT_NOT_IN_FORCE");
        assertThat(line(fund + "-L02").getLong("currentPence")).isEqualTo(2_000);
    }

    @Test
    void asksNoAgreementOfMoneyThatIsEachPartnersOwn() {
        var fund = aFundOn("ALIGNED");
        terminate(fund, "2014-05-01");

        move(fund, 500, on("2014-07-01")).then().statusCode(202);
    }

    private static String aFundOn(String basis) {
        var fund = aFundUnderAnAgreement(basis);
        plan(fund, TwoLines.plan(1_000, 2_000).replace("ALIGNED", basis)).statusCode(200);
        approve(fund, approves("fund-plan", fund, 3_000)).statusCode(200);
        return fund;
    }

    private static String on(String day) {
        return ", \"effectiveOn\": \"%s\"".formatted(day);
    }
}
