package locality.governance.strategy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import locality.governance.decision.ApprovalsInEffect;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.References;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Keeps what strategies there are and what becomes of them.
@ApplicationScoped
class FollowStrategy {

    /// As the decision that approves one names it.
    private static final String SUBJECT = "strategy";

    private final Strategies strategies;
    private final ApprovalsInEffect approvals;
    private final References references;
    private final Recorder recorder;
    private final EventLog eventLog;

    FollowStrategy(
            Strategies strategies,
            ApprovalsInEffect approvals,
            References references,
            Recorder recorder,
            EventLog eventLog) {
        this.strategies = strategies;
        this.approvals = approvals;
        this.references = references;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// Which one, on which day, and who says so.
    ///
    /// @param strategy its id or reference
    /// @param ifMatch the version of it the caller read
    /// @param on today when null
    record At(
            String strategy,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {}

    /// @param reference null for the next of its locality, as in `ROCHDALE-STRATEGY-1`
    /// @param on the day it was drafted, not after today; today when null
    @Transactional
    Strategy draft(
            @Nullable String reference,
            Strategy.Draft draft,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {
        recorder.requireWriting(draft.locality(), "locality", draft.locality().code());
        var called =
                reference == null
                        ? references.next(
                                "strategy",
                                "%s-%s-".formatted(draft.locality().name(), draft.kind()))
                        : reference;
        if (strategies.lookUp(called, LockModeType.NONE).isPresent()) {
            throw new StrategyRefusal.ReferenceTaken(called);
        }
        var strategy =
                Strategy.drafted(
                        Ids.next(),
                        called,
                        draft,
                        notAfterToday("draftedOn", on),
                        recorder.provenance(provenance));
        strategies.persistAndFlush(strategy);
        eventLog.append(strategy.changed());
        return strategy;
    }

    /// @param decision in effect that is about it and approved it, by id or reference
    @Transactional
    Strategy approve(At at, String decision, @Nullable LocalDate reviewOn) {
        return change(
                at,
                (strategy, when) ->
                        strategy.approve(
                                inEffect(decision, strategy), when.on, reviewOn, when.source));
    }

    /// @param by the id or reference of the one that takes its place
    @Transactional
    Strategy supersede(At at, String by) {
        return change(
                at,
                (strategy, when) -> {
                    var successor = strategies.require(by);
                    recorder.requireReading(successor.locality, "strategy", by);
                    strategy.supersede(successor, when.on, when.source);
                });
    }

    @Transactional
    Strategy withdraw(At at, String reason) {
        return change(at, (strategy, when) -> strategy.withdraw(reason, when.on, when.source));
    }

    @Transactional
    Strategy review(At at, @Nullable LocalDate nextReviewOn, @Nullable String note) {
        return change(
                at, (strategy, when) -> strategy.review(nextReviewOn, note, when.on, when.source));
    }

    @Transactional
    Strategy say(At at, String approvedIn) {
        return change(at, (strategy, when) -> strategy.say(new Said(approvedIn, when.source)));
    }

    private record When(LocalDate on, Provenance source) {}

    private Strategy change(At at, BiConsumer<Strategy, When> step) {
        var strategy = strategies.requireAlone(at.strategy);
        recorder.requireWriting(strategy.locality, "strategy", at.strategy);
        strategy.requireUnchanged(at.ifMatch);
        step.accept(
                strategy,
                new When(notAfterToday("effectiveOn", at.on), recorder.provenance(at.provenance)));
        strategies.flush();
        eventLog.append(strategy.changed());
        return strategy;
    }

    private LocalDate notAfterToday(String field, @Nullable LocalDate on) {
        var today = recorder.today();
        if (on != null && on.isAfter(today)) {
            throw new StrategyRefusal.InTheFuture(field, on, today);
        }
        return on == null ? today : on;
    }

    private Strategy.Approval inEffect(String idOrReference, Strategy strategy) {
        var decision = approvals.require(idOrReference, strategy.locality);
        if (!decision.isAbout(SUBJECT, strategy.id.toString(), strategy.reference)) {
            throw new StrategyRefusal.DecidesSomethingElse(
                    decision.reference(), decision.subject(), strategy.reference);
        }
        var from = decision.from();
        if (from == null || !decision.holdsOn(recorder.today())) {
            throw new StrategyRefusal.NotInEffect(decision.reference(), decision.state());
        }
        return new Strategy.Approval(decision.id(), decision.reference(), from);
    }
}
