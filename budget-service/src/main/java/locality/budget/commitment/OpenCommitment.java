package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.KnownDelegations;
import locality.budget.authority.Matter;
import locality.budget.commitment.Commitment.Owner;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Ledger;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.event.BudgetEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Commits money of a line: at once under a cited decision or the caller's own delegation, else set
/// aside until governance decides.
@ApplicationScoped
class OpenCommitment {

    private final Funds funds;
    private final Lines lines;
    private final Commitments commitments;
    private final KnownDecisions decisions;
    private final KnownDelegations delegations;
    private final Encumbrance encumbrance;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;
    private final int daysToDecide;

    OpenCommitment(
            Funds funds,
            Lines lines,
            Commitments commitments,
            KnownDecisions decisions,
            KnownDelegations delegations,
            Encumbrance encumbrance,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock,
            @ConfigProperty(name = "budget.approval.days") int daysToDecide) {
        this.funds = funds;
        this.lines = lines;
        this.commitments = commitments;
        this.decisions = decisions;
        this.delegations = delegations;
        this.encumbrance = encumbrance;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
        this.daysToDecide = daysToDecide;
    }

    @Transactional
    Commitment handle(
            Caller caller, String fundId, CommitmentResource.NewCommitment asked, boolean onlyTry) {
        var fund = funds.require(caller, fundId);
        var line = lines.lock(lines.idOf(fund, asked.lineId()));
        var commitment = draft(caller, fund, line, asked);

        var told =
                authority(caller, commitment, line, asked.decisionId())
                        .<BudgetEvent>map(authority -> open(commitment, line, authority, caller))
                        .orElseGet(() -> requestApproval(commitment, line));
        eventLog.append(told);
        dryRun.undoIf(onlyTry);
        return commitment;
    }

    private BudgetEvent open(
            Commitment commitment, BudgetLine line, Authority authority, Caller caller) {
        line.commit(commitment.amountPence);
        commitment.reference = line.nextCommitmentReference();
        var opened = commitment.open(authority);
        commitments.persistAndFlush(commitment);
        encumbrance.hold(commitment, caller.actor());
        return opened;
    }

    private BudgetEvent requestApproval(Commitment commitment, BudgetLine line) {
        line.request(commitment.amountPence);
        commitment.reference = line.nextCommitmentReference();
        var today = BusinessClock.today(clock);
        var requested = commitment.requestApproval(Ids.next(), today.plusDays(daysToDecide), today);
        commitments.persistAndFlush(commitment);
        return requested;
    }

    /// The decision cited, which must cover it together with what is held under it already; else
    /// the delegation to the caller's own officers, if there is one.
    private Optional<Authority> authority(
            Caller caller, Commitment commitment, BudgetLine line, @Nullable String decision) {
        if (decision == null) {
            return delegations.covering(
                    caller.organisation(),
                    commitment.locality,
                    commitment.decisionFunction,
                    commitment.amountPence,
                    commitment.effectiveOn);
        }
        var known = decisions.lock(decision, commitment.locality);
        var total = commitment.amountPence.plus(decisions.usedUnder(known.id()));
        return Optional.of(
                known.requireCovering(
                        new Matter(
                                commitment.names(line.names()),
                                total,
                                commitment.decisionFunction,
                                commitment.effectiveOn,
                                commitment.locality)));
    }

    private Commitment draft(
            Caller caller, Fund fund, BudgetLine line, CommitmentResource.NewCommitment asked) {
        var commitment = new Commitment();
        commitment.id = Ids.next();
        commitment.fundId = fund.id();
        commitment.lineId = line.id();
        commitment.locality = fund.locality();
        commitment.amountPence = positive(asked.amountPence());
        commitment.provider = asked.provider();
        commitment.purpose = asked.purpose();
        commitment.interventionId = asked.interventionId();
        commitment.decisionFunction =
                line.decisionFunction() == null ? fund.decisionFunction() : line.decisionFunction();
        commitment.basis = line.basis();
        commitment.owners = owners(line, asked);
        commitment.contentHash = commitment.hashOfContent();
        commitment.requestedBy = caller.organisation();
        commitment.effectiveOn = effectiveOn(fund, asked);
        commitment.expiresOn = asked.expiresOn();
        commitment.provenance = Entered.by(caller, asked.provenance());
        return commitment;
    }

    private static Pence positive(Pence amount) {
        if (!amount.isPositive()) {
            throw new CommitmentRefusal.NotPositive(amount);
        }
        return amount;
    }

    /// The owners said, or the line's commissioner with all of it.
    private static List<Owner> owners(BudgetLine line, CommitmentResource.NewCommitment asked) {
        var owners = asked.owners();
        if (owners == null || owners.isEmpty()) {
            return List.of(new Owner(line.commissioner(), asked.amountPence()));
        }
        var sum = Pence.sum(owners.stream().map(Owner::sharePence).toList());
        if (!sum.equals(asked.amountPence())) {
            throw new CommitmentRefusal.OwnersDoNotSum(asked.amountPence(), sum);
        }
        return List.copyOf(owners);
    }

    private LocalDate effectiveOn(Fund fund, CommitmentResource.NewCommitment asked) {
        var today = BusinessClock.today(clock);
        var effectiveOn = asked.effectiveOn() == null ? today : asked.effectiveOn();
        if (effectiveOn.isAfter(today)) {
            throw new CommitmentRefusal.LiesAhead(effectiveOn, today);
        }
        Ledger.requireBegun(fund.financialYear(), effectiveOn);
        if (asked.expiresOn() != null && asked.expiresOn().isBefore(effectiveOn)) {
            throw new CommitmentRefusal.ExpiresFirst(effectiveOn, asked.expiresOn());
        }
        return effectiveOn;
    }
}
