package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.budget.authority.DecidedInPart;
import locality.budget.authority.DecisionAttempts;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.Lines;
import locality.budget.protection.Protections;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.Event;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.refusal.Refusal;

/// Applies a decision to the virement that waits for it, or records why it does not apply. The
/// virement then waits on, for another body.
@ApplicationScoped
public class ApplyVirementDecision {

    private static final String ACTOR = "governance/decision";

    private final Funds funds;
    private final Lines lines;
    private final Virements virements;
    private final VirementSchemes schemes;
    private final Protections protections;
    private final PostVirement postVirement;
    private final DecisionAttempts attempts;
    private final EventLog eventLog;

    ApplyVirementDecision(
            Funds funds,
            Lines lines,
            Virements virements,
            VirementSchemes schemes,
            Protections protections,
            PostVirement postVirement,
            DecisionAttempts attempts,
            EventLog eventLog) {
        this.funds = funds;
        this.lines = lines;
        this.virements = virements;
        this.schemes = schemes;
        this.protections = protections;
        this.postVirement = postVirement;
        this.attempts = attempts;
        this.eventLog = eventLog;
    }

    /// Locks the funds whose virements these decisions answer, before any line is locked.
    ///
    /// @return the lines that will be touched
    @Transactional
    public Set<UUID> lockFunds(Collection<DecisionTaken> decisions) {
        var places =
                decisions.stream()
                        .flatMap(decision -> virements.placeOf(decision).stream())
                        .toList();
        funds.lockAll(places.stream().map(Virements.Place::fundId).collect(Collectors.toSet()));
        return virements.linesOf(places.stream().map(Virements.Place::virementId).toList());
    }

    @Transactional
    public void handle(DecisionTaken decision) {
        virements
                .placeOf(decision)
                .ifPresent(
                        place -> {
                            var fund = funds.lockAll(Set.of(place.fundId())).getFirst();
                            var locked =
                                    lines.lockAll(virements.linesOf(List.of(place.virementId())));
                            var virement = virements.findById(place.virementId());
                            var moves =
                                    Moves.of(virement.moves, locked, movesOn(decision, virement));
                            apply(decision, virement, fund, moves);
                        });
    }

    private void apply(DecisionTaken decision, Virement virement, Fund fund, Moves moves) {
        var before = attempts.decidedOf(virement.id);
        var verdict = judge(decision, before, virement, fund, moves);
        attempts.keep(virement.id, decision, verdict);
        eventLog.append(
                switch (verdict) {
                    case Verdict.Opens _ -> make(decision, virement, fund, moves);
                    case Verdict.Rejects _ -> reject(decision, virement, moves);
                    case Verdict.AllowsInPart _, Verdict.DoesNotApply _ ->
                            new VirementDecisionNotApplied(
                                    decision.decisionId(),
                                    virement.id,
                                    virement.reference,
                                    verdict.reasons(),
                                    virement.locality,
                                    decision.effectiveOn());
                });
    }

    /// When it moves: on the day asked for, or once all that allow it are in effect.
    private LocalDate movesOn(DecisionTaken decision, Virement virement) {
        return virement.movesOn(attempts.decidedOf(virement.id).with(decision.effectiveOn()));
    }

    /// A plan, an agreement or a protected amount may have changed since it was asked for: what
    /// would be refused now is not made, and the code of the refusal is the reason.
    private Verdict judge(
            DecisionTaken decision,
            DecidedInPart before,
            Virement virement,
            Fund fund,
            Moves moves) {
        var verdict = virement.awaited(fund.financialYear().end()).judge(decision, before);
        if (!(verdict instanceof Verdict.Opens)) {
            return verdict;
        }
        try {
            moves.requireLawful(fund);
            schemes.requireInForce(fund, moves);
            moves.requireRoomToGet();
            protections.requireLeft(fund, moves.byLine(), virement.id);
            return verdict;
        } catch (Refusal refused) {
            return new Verdict.DoesNotApply(List.of(refused.code()));
        }
    }

    private Event make(DecisionTaken decision, Virement virement, Fund fund, Moves moves) {
        moves.makeRequested();
        virement.effectiveOn = moves.on();
        var authority = Authority.decision(decision.decisionId());
        var made = virement.make(authority, Ids.next(), virement.warnings);
        virements.flush();
        postVirement.handle(virement, fund, authority, made.entryId(), ACTOR);
        return made;
    }

    private static Event reject(DecisionTaken decision, Virement virement, Moves moves) {
        moves.drop();
        return virement.reject(decision);
    }
}
