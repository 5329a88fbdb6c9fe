package locality.budget.contribution;

import static locality.budget.testing.Partners.aFundOn;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.monthlyByDecision;
import static locality.budget.testing.Partners.withALineOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.testing.AtOnce;
import locality.budget.testing.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class PostWhatFellDueTest {

    private static final LocalDate JUNE = LocalDate.of(2014, 6, 15);

    @Inject PostWhatFellDue postWhatFellDue;
    @Inject Contributions contributions;

    @Test
    void postsTheBetterCareFundOfManchesterMonthByMonth() {
        var fund = aPooledFund();
        var contribution = monthlyByDecision(fund, 3_267_100_000L);

        postWhatFellDue.handle(JUNE);

        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-03-31")).isZero();
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-04-01")).isEqualTo(272_258_334);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-06-15")).isEqualTo(816_775_002);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-816_775_002);
        assertThat(
                        contribution(contribution, "")
                                .getList("instalments.posted", Boolean.class)
                                .subList(0, 3))
                .containsOnly(true);
    }

    @Test
    void threeReplicasAtOncePostEachInstalmentOnce() throws Exception {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        AtOnce.ask(
                3,
                () -> {
                    postWhatFellDue.handle(JUNE);
                    return true;
                });
        postWhatFellDue.handle(JUNE);

        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-300);
        assertThat(
                        contribution(contribution, "/movements")
                                .getList("items.effectiveOn", String.class))
                .containsExactly("2014-04-01", "2014-05-01", "2014-06-01");
    }

    @Test
    void postsNothingWhileEachPartnerKeepsItsMoney() {
        for (var basis : new String[] {"ALIGNED", "SHADOW"}) {
            var fund = aFundOn(basis);
            var contribution = monthly(fund, 1_200);

            postWhatFellDue.handle(JUNE);

            assertThat(contribution(contribution, "/movements").getList("items")).isEmpty();
            assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isZero();
        }
    }

    @Test
    void takesUpOnlyWhatTheLedgerMayComeToHold() {
        var pooled = idOf(monthly(aPooledFund(), 1_200));
        var kept =
                List.of(
                        idOf(monthly(aFundOn("ALIGNED"), 1_200)),
                        idOf(monthly(aFundOn("SHADOW"), 1_200)));
        var unallowed = idOf(monthly(Manchester.aFundUnderAnAgreement("POOLED"), 1_200));

        assertThat(takenUp())
                .contains(pooled)
                .doesNotContainAnyElementsOf(kept)
                .doesNotContain(unallowed);
        postWhatFellDue.handle(JUNE);
        assertThat(takenUp()).doesNotContain(pooled);
    }

    /// The contributions that a run takes up, one after the other.
    private List<UUID> takenUp() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var taken = new ArrayList<UUID>();
                            var next = contributions.nextFallenDue(Cursor.orStart(null), JUNE);
                            while (next.isPresent()) {
                                taken.add(next.get());
                                next = contributions.nextFallenDue(next.get(), JUNE);
                            }
                            return taken;
                        });
    }

    private static UUID idOf(String contribution) {
        return UUID.fromString(contribution(contribution, "").getString("id"));
    }

    @Test
    void postsNothingThatNobodyAllowedUntilThePlanIsApproved() {
        var fund = Manchester.aFundUnderAnAgreement("POOLED");
        monthly(fund, 1_200);
        withALineOn("POOLED", fund, 1_200);

        postWhatFellDue.handle(JUNE);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isZero();

        Manchester.approve(fund, Manchester.approves("fund-plan", fund, 1_200)).statusCode(200);
        postWhatFellDue.handle(JUNE);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-300);
    }
}
