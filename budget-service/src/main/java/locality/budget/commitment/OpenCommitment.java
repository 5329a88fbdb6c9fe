package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import locality.budget.DryRun;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.event.CommitmentEvent;
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
    private final FindAuthority findAuthority;
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
            FindAuthority findAuthority,
            Encumbrance encumbrance,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock,
            @ConfigProperty(name = "budget.approval.days") int daysToDecide) {
        this.funds = funds;
        this.lines = lines;
        this.commitments = commitments;
        this.decisions = decisions;
        this.findAuthority = findAuthority;
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
        var cited = cited(fund, asked.decisionId());
        var commitment = draft(caller, fund, line, asked, cited);
        encumbrance.requireAgreement(commitment, commitment.effectiveOn);

        var told =
                findAuthority
                        .of(commitment, commitment.asked().matter(line.names()), caller, cited)
                        .<CommitmentEvent>map(
                                authority -> open(commitment, line, authority, caller))
                        .orElseGet(() -> requestApproval(commitment, line));
        eventLog.append(told);
        dryRun.undoIf(onlyTry);
        return commitment;
    }

    private CommitmentEvent open(
            Commitment commitment, BudgetLine line, Authority authority, Caller caller) {
        line.commit(commitment.amountPence);
        commitment.reference = line.nextCommitmentReference();
        var opened = commitment.open(authority, BusinessClock.today(clock));
        commitments.persistAndFlush(commitment);
        encumbrance.hold(commitment, caller.actor());
        return opened;
    }

    private CommitmentEvent requestApproval(Commitment commitment, BudgetLine line) {
        line.request(commitment.amountPence);
        commitment.reference = line.nextCommitmentReference();
        var today = BusinessClock.today(clock);
        var requested = commitment.requestApproval(Ids.next(), today.plusDays(daysToDecide));
        commitments.persistAndFlush(commitment);
        return requested;
    }

    private @Nullable KnownDecision cited(Fund fund, @Nullable String decision) {
        return decision == null ? null : decisions.lock(decision, fund.locality());
    }

    private Commitment draft(
            Caller caller,
            Fund fund,
            BudgetLine line,
            CommitmentResource.NewCommitment asked,
            @Nullable KnownDecision cited) {
        var term = term(fund, asked, cited);
        line.requireKind(asked.kind());
        var amount = available(line, asked.amountPence(), term);
        return Commitment.draft(fund, line, paysFor(asked), amount, owners(line, asked), term)
                .askedBy(caller, asked.provenance());
    }

    private static PaysFor paysFor(CommitmentResource.NewCommitment asked) {
        return new PaysFor(
                asked.provider(), asked.purpose(), asked.interventionId(), asked.contractId());
    }

    private static Pence available(BudgetLine line, Pence amount, Term term) {
        if (!amount.isPositive()) {
            throw new CommitmentRefusal.NotPositive(amount);
        }
        line.requireRoomFor(amount, term.effectiveOn());
        return amount;
    }

    /// The owners said, or the line's commissioner with all of it.
    private static List<Owner> owners(BudgetLine line, CommitmentResource.NewCommitment asked) {
        var owners = asked.owners();
        return owners == null || owners.isEmpty()
                ? List.of(new Owner(line.commissioner(), asked.amountPence()))
                : Owner.requireShares(asked.amountPence(), owners);
    }

    private Term term(
            Fund fund, CommitmentResource.NewCommitment asked, @Nullable KnownDecision cited) {
        return Term.of(
                fund.financialYear(),
                BusinessClock.today(clock),
                asked.effectiveOn(),
                cited == null ? null : cited.effectiveOn(),
                asked.expiresOn());
    }
}
