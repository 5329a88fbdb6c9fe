package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.KnownDelegations;
import locality.budget.fund.Fund;
import locality.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/// Finds what lets a virement be made at once.
@ApplicationScoped
class FindVirementAuthority {

    private final KnownDecisions decisions;
    private final KnownDelegations delegations;

    FindVirementAuthority(KnownDecisions decisions, KnownDelegations delegations) {
        this.decisions = decisions;
        this.delegations = delegations;
    }

    /// The decision cited, which must cover it together with what was done under it already; else,
    /// in the fund manager's tier and where the caller's organisation employs the manager, the
    /// delegation to its officers, if there is one.
    Optional<Authority> of(
            Virement virement, Fund fund, Caller caller, @Nullable KnownDecision cited) {
        if (cited != null) {
            return Optional.of(decided(virement, fund, cited));
        }
        return virement.tier.isDecidedByOfficersOf(caller.organisation())
                ? delegated(virement, fund, caller)
                : Optional.empty();
    }

    /// A decision on the fund, in a function in which a body may decide so much.
    private Authority decided(Virement virement, Fund fund, KnownDecision cited) {
        var functions = virement.tier.functions();
        var function =
                functions.stream().filter(cited::isIn).findFirst().orElse(functions.getFirst());
        var matter = virement.matter(fund.names("fund"), function, virement.amountPence);
        return cited.requireCovering(
                decisions.usedUnder(Set.of(cited.id())).together(cited.id(), matter));
    }

    /// Officers' limit holds for all that a line gives or gets in the year: a matter above it is
    /// not split to stay below. They are delegated to in the function of the fund.
    private Optional<Authority> delegated(Virement virement, Fund fund, Caller caller) {
        var matter =
                virement.matter(
                        fund.names("fund"),
                        fund.decisionFunction(),
                        virement.tier.inTheYearPence());
        return delegations.covering(caller.organisation(), matter).stream()
                .findFirst()
                .map(known -> Authority.delegation(known.id()));
    }
}
