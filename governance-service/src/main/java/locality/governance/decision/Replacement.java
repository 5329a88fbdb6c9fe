package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Mode;
import locality.governance.validity.ValidityCode;
import org.jspecify.annotations.Nullable;

/// What one decision must be to take another back, to take its place, or to make it good.
///
/// @param by the decision that does it
record Replacement(Decision decision, Decision by) {

    /// @throws ReplacementRefusal unless it came into effect later
    void requireLater() {
        requireLater(requireNonNull(by.effectiveOn));
    }

    /// @param from the day it comes into effect, or is decided
    void requireLater(LocalDate from) {
        var since = requireNonNull(decision.effectiveOn);
        if (by.id.equals(decision.id)
                || from.isBefore(since)
                || from.equals(since) && by.id.compareTo(decision.id) < 0) {
            throw new ReplacementRefusal.ByIsEarlier(decision.reference, since, by.reference, from);
        }
    }

    /// What rescinds a decision has that decision as its subject; what takes its place is an
    /// approval, and may instead have the same subject.
    ///
    /// @param next `RESCINDED` or `SUPERSEDED`
    void requireAboutIt(DecisionState next) {
        if (next == DecisionState.SUPERSEDED && by.matter.type() == DecisionType.RATIFY) {
            throw new ReplacementRefusal.RatifySupersedes(decision.reference, by.reference);
        }
        if (!decision.isNamedBy(by)
                && !(next == DecisionState.SUPERSEDED && decision.matter.hasSubjectOf(by.matter))) {
            throw new ReplacementRefusal.ByIsAboutAnother(
                    decision.reference,
                    next,
                    decision.matter.subjectInWords(),
                    by.reference,
                    by.matter.subjectInWords());
        }
    }

    /// The power officers decide with is the body's, but what the body itself decided is not theirs
    /// to end: officers end what officers of the same organisation decided.
    void requireNotOverTheBody() {
        if (by.mode != Mode.MEETING
                && (decision.mode == Mode.MEETING || !officers(decision).equals(officers(by)))) {
            throw new ReplacementRefusal.ByAnotherBody(decision, by);
        }
    }

    /// It is a RATIFY of this very decision, taken no earlier, in the same function and place, for
    /// all of its value and of every owner's part: so its own authority, proven when it was taken,
    /// is what was missing. A step of a route, or notice of a key decision, is not.
    void requireRatifying() {
        if (by.takenAs != DecisionType.RATIFY || !decision.isNamedBy(by)) {
            throw new ReplacementRefusal.RatifiesAnother(
                    decision.reference,
                    by.reference,
                    by.takenAs + " of " + by.matter.subjectInWords());
        }
        requireCurable();
        var taken = decision.takenOn();
        var ratified = by.takenOn();
        if (ratified.isBefore(taken)) {
            throw new ReplacementRefusal.RatifiedBeforehand(
                    decision.reference, taken, by.reference, ratified);
        }
        requireAsMuch();
        requireSameMoney();
    }

    /// What it was proven by bears it still, with all that was approved of its subject by now:
    /// other approvals may have come between.
    ///
    /// @param earlier approvals of the same subject that count
    void requireWithinWhatWasProven(List<Decision> earlier) {
        var question = decision.question(requireNonNull(by.effectiveOn), earlier);
        var proven = requireNonNull(by.evidence).authority();
        if (question != null && proven != null) {
            proven.excess(question)
                    .ifPresent(
                            excess -> {
                                throw new ReplacementRefusal.RatifiesBeyondALimit(
                                        decision.reference, by.reference, excess);
                            });
        }
    }

    private void requireCurable() {
        var left =
                decision.validityCodes.stream()
                        .map(ValidityCode::valueOf)
                        .filter(code -> !code.isCuredByRatification())
                        .toList();
        if (!left.isEmpty()) {
            throw new ReplacementRefusal.NotCuredByRatification(
                    decision.reference, left, decision.validityCodes);
        }
    }

    private void requireAsMuch() {
        var needed = decision.matter;
        var given = by.matter;
        if (needed.function() != null && !needed.function().equals(given.function())) {
            throw less("function", needed.function(), given.function());
        }
        if (needed.value() != null && needed.value().exceeds(given.valueOrNothing())) {
            throw less("value", needed.value(), given.value());
        }
    }

    private void requireSameMoney() {
        var needed = decision.matter;
        var given = by.matter;
        if (!given.organisations().containsAll(needed.organisations())) {
            throw less("owners", needed.organisations(), given.organisations());
        }
        if (!needed.owners().isEmpty() && needed.basis() != given.basis()) {
            throw less("basis", needed.basis(), given.basis());
        }
        for (var organisation : needed.organisations()) {
            if (needed.partOf(organisation).exceeds(given.partOf(organisation))) {
                throw less(
                        "share of " + organisation,
                        needed.partOf(organisation),
                        given.partOf(organisation));
            }
        }
    }

    private ReplacementRefusal.RatifiesLess less(
            String what, @Nullable Object needed, @Nullable Object given) {
        return new ReplacementRefusal.RatifiesLess(by.reference, what, needed, given);
    }

    private static String officers(Decision decision) {
        return requireNonNull(decision.officerRecord).organisation();
    }
}
