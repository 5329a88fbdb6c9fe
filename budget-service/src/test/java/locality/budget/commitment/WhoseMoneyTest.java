package locality.budget.commitment;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import locality.budget.testing.Partners;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The council's officers may decide on the council's money. That of Central Manchester CCG does
/// not become the council's by being called so.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class WhoseMoneyTest {

    private static final String COUNCIL = "E08000003";
    private static final long LINE = 1_322_100_000;
    private static final long LIMIT = 50_000_000;

    @Inject Delegations delegations;

    @Test
    void isTheCommissionersWhateverTheCouncilCallsIt() {
        var function = "whose-" + UUID.randomUUID();
        delegations.grant(COUNCIL, COUNCIL, function, LIMIT);
        var fund = withALine(aFund(function), LINE);

        commit(fund, LIMIT, ownedBy(COUNCIL, LIMIT))
                .then()
                .statusCode(422)
                .body("code", equalTo("OWNER_NOT_COMMISSIONER"))
                .body("commissioner", equalTo("00W"))
                .body("organisation", equalTo(COUNCIL));

        commit(fund, LIMIT, ownedBy("00W", LIMIT)).then().statusCode(202);
        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
    }

    @Test
    void isNotCommittedUnderADecisionOnMoneyThatIsCalledTheCouncils() {
        var fund = aFundWithALine(LINE);
        var decision = approves(COUNCIL, "budget-line", fund + "-L01", LIMIT).reference();

        commit(
                        fund,
                        LIMIT,
                        ownedBy(COUNCIL, LIMIT) + ", \"decisionId\": \"%s\"".formatted(decision))
                .then()
                .statusCode(422)
                .body("code", equalTo("OWNER_NOT_COMMISSIONER"));
    }

    @Test
    void isTheirsWhoContributeWhereItIsPooled() {
        var fund = aFundUnderAnAgreement("POOLED");
        plan(fund, PLAN_HEADER + aLine("Integrated care", LINE).replace("ALIGNED", "POOLED"))
                .statusCode(200);

        commit(fund, LIMIT)
                .then()
                .statusCode(422)
                .body("code", equalTo("OWNER_CONTRIBUTES_NOTHING"))
                .body("contributing.size()", equalTo(0));
        Partners.monthly(fund, LINE);
        commit(fund, LIMIT, ownedBy(COUNCIL, LIMIT))
                .then()
                .statusCode(422)
                .body("code", equalTo("OWNER_CONTRIBUTES_NOTHING"))
                .body("organisation", equalTo(COUNCIL))
                .body("contributing", contains("00W"));

        commit(fund, LIMIT).then().statusCode(202).body("owners[0].organisation", equalTo("00W"));
    }

    private static String ownedBy(String organisation, long pence) {
        return ", \"owners\": [{\"organisation\": \"%s\", \"sharePence\": %d}]"
                .formatted(organisation, pence);
    }
}
