package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import locality.budget.DryRun;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Carries what a commitment still holds into a later year: it ends here and goes on there, as a
/// commitment of that year's line, under a decision. It may be decided before that year begins, and
/// takes effect on its first day: the term that ends between them frees nothing any more.
@ApplicationScoped
class CarryCommitment {

    private final Funds funds;
    private final Lines lines;
    private final Commitments commitments;
    private final KnownDecisions decisions;
    private final FindAuthority findAuthority;
    private final AllowedCarry allowedCarry;
    private final Encumbrance encumbrance;
    private final EndVariation endVariation;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    CarryCommitment(
            Funds funds,
            Lines lines,
            Commitments commitments,
            KnownDecisions decisions,
            FindAuthority findAuthority,
            AllowedCarry allowedCarry,
            Encumbrance encumbrance,
            EndVariation endVariation,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.commitments = commitments;
        this.decisions = decisions;
        this.findAuthority = findAuthority;
        this.allowedCarry = allowedCarry;
        this.encumbrance = encumbrance;
        this.endVariation = endVariation;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    /// @return the commitment that goes on
    @Transactional
    Commitment handle(
            Caller caller,
            String idOrReference,
            CarryResource.Carry asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var place = commitments.placeOf(caller, idOrReference);
        var toLineId = commitments.lineBeside(place, asked.toLineId());
        funds.lockAll(Set.of(commitments.fundOf(place)));
        lines.lockAll(List.of(place.lineId(), toLineId));
        var line = lines.lock(place.lineId());
        var toLine = lines.lock(toLineId);
        var commitment = commitments.findById(place.commitmentId());
        new EntityTag(commitment.version).check(ifMatch);

        var decision = decisions.lock(asked.decisionId(), commitment.locality);
        var successor = draft(caller, commitment, toLine, decision, asked);
        var function = allowedCarry.require(line, toLine, successor.amountPence);
        toLine.requireRoomFor(successor.amountPence, successor.effectiveOn);
        commitment.requireHeldFrom(
                successor.effectiveOn, successor.amountPence, commitments.heldByDay(commitment));
        carry(caller, commitment, line, successor, decision);
        var matter = matter(commitment, successor, toLine);
        var asScheme = function.map(matter::in).orElse(matter);
        open(caller, successor, asScheme, toLine, decision);
        dryRun.undoIf(onlyTry);
        return successor;
    }

    private Commitment draft(
            Caller caller,
            Commitment commitment,
            BudgetLine toLine,
            KnownDecision decision,
            CarryResource.Carry asked) {
        var fund = funds.findById(toLine.fundId());
        requireLaterYear(commitment, fund);
        var term = Term.ofCarried(fund.financialYear(), decision.effectiveOn(), asked.expiresOn());
        var successor = commitment.goOnIn(fund, toLine, term);
        encumbrance.requireAgreement(successor, successor.effectiveOn);
        return successor.askedBy(caller, null);
    }

    private void requireLaterYear(Commitment commitment, Fund to) {
        var from = funds.findById(commitment.fundId);
        if (!to.financialYear().start().isAfter(from.financialYear().start())) {
            throw new CommitmentRefusal.NotALaterYear(
                    commitment.reference, from.financialYear(), to.financialYear());
        }
    }

    private void carry(
            Caller caller,
            Commitment commitment,
            BudgetLine line,
            Commitment successor,
            KnownDecision decision) {
        var carried = commitment.carryTo(successor, decision.id());
        line.release(carried.carriedPence());
        commitments.flush();
        encumbrance.carry(commitment, caller, carried);
        endVariation.with(commitment, line);
        eventLog.append(carried);
    }

    private void open(
            Caller caller,
            Commitment successor,
            Matter matter,
            BudgetLine toLine,
            KnownDecision decision) {
        successor.reference = toLine.nextCommitmentReference();
        toLine.commit(successor.amountPence);
        var opened =
                successor.open(
                        findAuthority.of(successor, matter, caller, decision).orElseThrow(),
                        BusinessClock.today(clock));
        commitments.persistAndFlush(successor);
        encumbrance.hold(successor, caller.actor());
        eventLog.append(opened);
    }

    /// A decision may name the commitment that is carried, the line it is carried to, or the
    /// intervention.
    private static Matter matter(Commitment commitment, Commitment successor, BudgetLine toLine) {
        var names = new HashSet<>(toLine.names());
        names.addAll(commitment.asked().subjects());
        return successor.asked().matter(names);
    }
}
