package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.KnownDelegations;
import locality.budget.authority.Matter;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Finds what lets a commitment open, or vary, at once.
@ApplicationScoped
class FindAuthority {

    private final Lines lines;
    private final Commitments commitments;
    private final KnownDecisions decisions;
    private final KnownDelegations delegations;

    FindAuthority(
            Lines lines,
            Commitments commitments,
            KnownDecisions decisions,
            KnownDelegations delegations) {
        this.lines = lines;
        this.commitments = commitments;
        this.decisions = decisions;
        this.delegations = delegations;
    }

    /// The decision cited, which must cover it together with what was done under it already; else
    /// the delegation to the caller's own officers, if there is one.
    ///
    /// @throws CommitmentRefusal if the money of its line is not that of the owners named
    Optional<Authority> of(
            Commitment commitment, Matter matter, Caller caller, @Nullable KnownDecision cited) {
        var money = moneyOf(commitment, matter.on());
        money.requireOwners(matter.owners().keySet());
        var asked = matter.pooled(money.isPooled());
        return cited == null
                ? delegated(commitment, asked, caller)
                : Optional.of(cited.requireCovering(together(commitment, asked, cited)));
    }

    private LineMoney moneyOf(Commitment commitment, LocalDate on) {
        return LineMoney.of(
                lines.findById(commitment.lineId),
                on,
                commitments.contributingTo(commitment.fundId));
    }

    /// What is promised to the commitment itself is not counted twice when it varies.
    private Matter together(Commitment commitment, Matter matter, KnownDecision cited) {
        var together = decisions.usedUnder(Set.of(cited.id())).together(cited.id(), matter);
        return cited.id().equals(commitment.decisionId)
                ? together.after(commitment.promised().negated(), negated(commitment.owners))
                : together;
    }

    private static Map<String, Pence> negated(List<Owner> owners) {
        return owners.stream()
                .collect(Collectors.toMap(Owner::organisation, o -> o.sharePence().negated()));
    }

    /// What was approved earlier for the same subject counts with it, whatever allowed it: a matter
    /// above the limit of officers is not split to stay below.
    private Optional<Authority> delegated(Commitment commitment, Matter matter, Caller caller) {
        commitments.lockSubject(commitment);
        var together = matter.after(commitments.approvedBeside(commitment), Map.of());
        return delegations.covering(caller.organisation(), together).stream()
                .findFirst()
                .map(known -> Authority.delegation(known.id()));
    }
}
