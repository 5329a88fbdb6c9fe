package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.platform.caller.Caller;
import locality.platform.event.CommitmentEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Promises more or less than was promised. Less is given back at once, under the authority there
/// is. More needs one that covers the new amount as a whole; without it what is asked for beyond is
/// set aside until governance decides.
@ApplicationScoped
class VaryCommitment {

    private final Funds funds;
    private final Commitments commitments;
    private final Variations variations;
    private final KnownDecisions decisions;
    private final FindAuthority findAuthority;
    private final Encumbrance encumbrance;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;
    private final int daysToDecide;

    VaryCommitment(
            Funds funds,
            Commitments commitments,
            Variations variations,
            KnownDecisions decisions,
            FindAuthority findAuthority,
            Encumbrance encumbrance,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock,
            @ConfigProperty(name = "budget.approval.days") int daysToDecide) {
        this.funds = funds;
        this.commitments = commitments;
        this.variations = variations;
        this.decisions = decisions;
        this.findAuthority = findAuthority;
        this.encumbrance = encumbrance;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
        this.daysToDecide = daysToDecide;
    }

    /// What became of it.
    ///
    /// @param waits whether governance is asked, and the commitment is what it was until then
    record Answer(Commitment commitment, boolean waits) {}

    @Transactional
    Answer handle(
            Caller caller,
            String idOrReference,
            CommitmentLifeResource.Vary asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var locked = commitments.lock(caller, idOrReference, ifMatch);
        var line = locked.line();
        var commitment = locked.commitment();

        variations.requireNoneWaiting(commitment);
        var variation = draft(caller, commitment, asked);
        var cited = cited(commitment, asked.decisionId());
        requirePossible(commitment, variation, line);
        var authority = authority(caller, commitment, variation, line, cited);
        eventLog.append(
                authority
                        .map(one -> make(caller, commitment, variation, line, one))
                        .orElseGet(() -> requestApproval(commitment, variation, line)));
        dryRun.undoIf(onlyTry);
        return new Answer(commitment, authority.isEmpty());
    }

    private Variation draft(
            Caller caller, Commitment commitment, CommitmentLifeResource.Vary asked) {
        var year = funds.findById(commitment.fundId).financialYear();
        return Variation.of(
                commitment,
                variations.nextNumber(commitment),
                asked.amountPence(),
                asked.reason(),
                caller.organisation(),
                commitment.term().dayOf(asked.effectiveDate(), year, BusinessClock.today(clock)));
    }

    /// More is promised only where there is room and the money is the fund's on that day; less only
    /// where so much is held from that day on.
    private void requirePossible(Commitment commitment, Variation variation, BudgetLine line) {
        var rise = variation.rise();
        var on = variation.effectiveOn;
        if (rise.isPositive()) {
            line.requireRoomFor(rise, on);
            encumbrance.requireAgreement(commitment, on);
        } else {
            commitment.requireHeldFrom(on, rise.negated(), commitments.heldByDay(commitment));
        }
    }

    private Optional<Authority> authority(
            Caller caller,
            Commitment commitment,
            Variation variation,
            BudgetLine line,
            @Nullable KnownDecision cited) {
        if (cited == null && !variation.rise().isPositive()) {
            return Optional.of(commitment.authority());
        }
        return findAuthority.of(
                commitment, variation.matter(commitment, line.names()), caller, cited);
    }

    private @Nullable KnownDecision cited(Commitment commitment, @Nullable String decision) {
        return decision == null ? null : decisions.lock(decision, commitment.locality);
    }

    private CommitmentEvent make(
            Caller caller,
            Commitment commitment,
            Variation variation,
            BudgetLine line,
            Authority authority) {
        var rise = variation.rise();
        if (rise.isPositive()) {
            line.commit(rise);
        } else {
            line.release(rise.negated());
        }
        var varied = variation.make(commitment, authority, variation.effectiveOn);
        variations.persistAndFlush(variation);
        encumbrance.vary(commitment, caller.actor(), Entered.by(caller, null), variation);
        return varied;
    }

    private CommitmentEvent requestApproval(
            Commitment commitment, Variation variation, BudgetLine line) {
        line.request(variation.rise());
        var due = BusinessClock.today(clock).plusDays(daysToDecide);
        var requested = variation.requestApproval(commitment, Ids.next(), due);
        variations.persistAndFlush(variation);
        commitments.showsAnother(commitment);
        return requested;
    }
}
