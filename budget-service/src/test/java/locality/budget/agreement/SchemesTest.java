package locality.budget.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SchemesTest {

    @Test
    @Tag("B14")
    void takesTheLowestTierThatAllowsTheAmountAndTheYear() {
        var scheme =
                scheme(
                        tier(100L, 250L, "FUND_MANAGER"),
                        tier(500L, null, "integrated-commissioning"),
                        tier(null, null, "pooled-budget"));
        scheme.requireOrdered();

        assertThat(decides(scheme, 100, 250)).isEqualTo("FUND_MANAGER");
        assertThat(decides(scheme, 101, 101)).isEqualTo("integrated-commissioning");
        assertThat(decides(scheme, 100, 251)).isEqualTo("integrated-commissioning");
        assertThat(decides(scheme, 501, 501)).isEqualTo("pooled-budget");
    }

    @Test
    @Tag("B14")
    void knowsWhoDecidesOnAnyVirement() {
        for (var wrong :
                List.of(
                        scheme(tier(100L, null, "FUND_MANAGER")),
                        scheme(tier(null, null, "a"), tier(null, null, "b")),
                        scheme(tier(500L, null, "a"), tier(100L, null, "b"), tier(null, null, "c")),
                        scheme(tier(500L, null, "a"), tier(500L, null, "b"), tier(null, null, "c")),
                        scheme(tier(500L, 900L, "a"), tier(600L, 800L, "b"), tier(null, null, "c")),
                        scheme(tier(null, 900L, "a"), tier(600L, 950L, "b"), tier(null, null, "c")),
                        scheme(tier(0L, null, "a"), tier(null, null, "b")),
                        scheme(tier(100L, -1L, "a"), tier(null, null, "b")))) {
            assertThatThrownBy(wrong::requireOrdered)
                    .as("%s", wrong)
                    .isInstanceOf(AgreementRefusal.TiersOutOfOrder.class);
        }
        assertThatCode(scheme(tier(null, null, "pooled-budget"))::requireOrdered)
                .doesNotThrowAnyException();
    }

    @Test
    void carriesForwardWhatASourceAllowsSaidOnce() {
        var grant = new CarryForwardScheme.Allowance("Grant", 500, "pooled-budget");
        var scheme = new CarryForwardScheme(List.of(grant));

        assertThat(scheme.of("Grant")).contains(grant);
        assertThat(scheme.of("NHS minimum contribution")).isEmpty();
        assertThatThrownBy(new CarryForwardScheme(List.of(grant, grant))::requireEachOnce)
                .isInstanceOfSatisfying(
                        AgreementRefusal.SourceTwice.class,
                        refusal -> assertThat(refusal.operands()).containsEntry("source", "Grant"));
    }

    private static String decides(VirementScheme scheme, long amount, long inTheYear) {
        return scheme.tierFor(Pence.of(amount), Pence.of(inTheYear)).decides();
    }

    private static VirementScheme scheme(VirementScheme.Tier... tiers) {
        return new VirementScheme(List.of(tiers));
    }

    private static VirementScheme.Tier tier(
            @Nullable Long upTo, @Nullable Long inTheYear, String decides) {
        return new VirementScheme.Tier(
                upTo == null ? null : Pence.of(upTo),
                inTheYear == null ? null : Pence.of(inTheYear),
                decides);
    }
}
