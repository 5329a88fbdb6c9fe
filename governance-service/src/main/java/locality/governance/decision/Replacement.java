package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Mode;
import locality.governance.validity.ValidityCode;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What one decision must be to take another back, to take its place, or to make it good.
///
/// @param by the decision that does it
record Replacement(Decision decision, Decision by) {

    /// @throws DecisionRefusal unless it came into effect later
    void requireLater() {
        requireLater(requireNonNull(by.effectiveOn));
    }

    /// @param from the day it comes into effect, or is decided
    void requireLater(LocalDate from) {
        var since = requireNonNull(decision.effectiveOn);
        if (by.id.equals(decision.id)
                || from.isBefore(since)
                || from.equals(since) && by.id.compareTo(decision.id) < 0) {
            throw new DecisionRefusal.ByIsEarlier(decision.reference, since, by.reference, from);
        }
    }

    /// What rescinds a decision has that decision as its subject; what takes its place may instead
    /// have the same subject.
    ///
    /// @param next `RESCINDED` or `SUPERSEDED`
    void requireAboutIt(DecisionState next) {
        if (!decision.isNamedBy(by)
                && !(next == DecisionState.SUPERSEDED && decision.hasSubjectOf(by))) {
            throw new DecisionRefusal.ByIsAboutAnother(
                    decision.reference, next, subject(decision), by.reference, subject(by));
        }
    }

    /// The power officers decide with is the body's, but what the body itself decided is not theirs
    /// to end: officers end what officers of the same organisation decided.
    void requireNotOverTheBody() {
        if (by.mode != Mode.MEETING
                && (decision.mode == Mode.MEETING || !officers(decision).equals(officers(by)))) {
            throw new DecisionRefusal.ByAnotherBody(
                    decision.reference, decision.bodyName, by.reference, by.bodyName);
        }
    }

    /// It is a RATIFY of this very decision, taken no earlier, in the same function and place, for
    /// all of its value and of every owner's part: so its own authority, proven when it was taken,
    /// is what was missing. A step of a route, or notice of a key decision, is not.
    void requireRatifying() {
        if (by.takenAs != DecisionType.RATIFY || !decision.isNamedBy(by)) {
            throw new DecisionRefusal.RatifiesAnother(
                    decision.reference, by.reference, by.takenAs + " of " + subject(by));
        }
        requireCurable();
        var taken = requireNonNull(decision.evidence).heldOn();
        var ratified = requireNonNull(by.evidence).heldOn();
        if (ratified.isBefore(taken)) {
            throw new DecisionRefusal.RatifiedBeforehand(
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
                                throw new DecisionRefusal.RatifiesBeyondALimit(
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
            throw new DecisionRefusal.NotCuredByRatification(
                    decision.reference, left, decision.validityCodes);
        }
    }

    private void requireAsMuch() {
        if (decision.locality != by.locality) {
            throw less("place", decision.locality, by.locality);
        }
        if (decision.functionCode != null && !decision.functionCode.equals(by.functionCode)) {
            throw less("function", decision.functionCode, by.functionCode);
        }
        if (decision.value != null && decision.value.exceeds(by.valueOrNothing())) {
            throw less("value", decision.value, by.value);
        }
    }

    private void requireSameMoney() {
        if (!organisations(by).containsAll(organisations(decision))) {
            throw less("owners", organisations(decision), organisations(by));
        }
        if (!decision.owners.isEmpty() && decision.basis != by.basis) {
            throw less("basis", decision.basis, by.basis);
        }
        for (var owner : decision.owners) {
            var needed = partOf(decision, owner.organisation());
            var given = partOf(by, owner.organisation());
            if (needed.exceeds(given)) {
                throw less("share of " + owner.organisation(), needed, given);
            }
        }
    }

    private DecisionRefusal.RatifiesLess less(
            String what, @Nullable Object needed, @Nullable Object given) {
        return new DecisionRefusal.RatifiesLess(by.reference, what, needed, given);
    }

    private static Pence partOf(Decision decision, String organisation) {
        return decision.owners.stream()
                .filter(owner -> owner.organisation().equals(organisation))
                .map(owner -> owner.partOf(decision.valueOrNothing(), decision.basis))
                .findFirst()
                .orElse(Pence.ZERO);
    }

    private static List<String> organisations(Decision decision) {
        return decision.owners.stream().map(Owner::organisation).toList();
    }

    private static String officers(Decision decision) {
        return requireNonNull(decision.officerRecord).organisation();
    }

    private static String subject(Decision decision) {
        return decision.subjectType == null
                ? "nothing"
                : decision.subjectType + " " + decision.subjectId;
    }
}
