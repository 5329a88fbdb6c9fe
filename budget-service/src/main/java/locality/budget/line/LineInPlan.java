package locality.budget.line;

import locality.budget.agreement.Basis;
import locality.budget.planversion.PlannedLine;
import locality.platform.money.Pence;

/// A line beside the plan that it follows: what another plan may still say of it, after all that
/// was promised, paid and moved on it.
///
/// @param line its reference
/// @param planned what the plan gives it
/// @param basis on which the plan puts it, from the first day of the year on
/// @param basisChanges how often it changes in the year
record LineInPlan(String line, LineRoom room, Pence planned, Basis basis, int basisChanges) {

    /// What a line has beside its plan: what came to it, less what was taken from it.
    Pence movedSincePlanned() {
        return room.current().minus(planned);
    }

    /// Whether nothing on this line was promised, paid or moved yet, and its basis is the same all
    /// year, so that a plan may still say another.
    boolean isUntouched() {
        return room.requested().isZero()
                && room.committed().isZero()
                && room.spent().isZero()
                && movedSincePlanned().isZero()
                && basisChanges == 0;
    }

    /// Whether a plan that gives this line so much leaves what is promised and spent covered,
    /// together with what was moved to the line or from it since it was planned.
    boolean canBePlannedAt(Pence next) {
        return room.isCoveredBy(next.plus(movedSincePlanned()));
    }

    /// Whether a plan may put it on this basis: once anything happened on it, none but its own.
    boolean canStandOn(Basis next) {
        return next == basis || isUntouched();
    }

    /// Whether a plan may leave the line out: it would hold nothing then.
    boolean canBeWithdrawn() {
        return canBePlannedAt(Pence.ZERO) && movedSincePlanned().isZero();
    }

    /// @throws LineRefusal if a plan must not leave it out
    void requireCanBeWithdrawn() {
        if (!canBeWithdrawn()) {
            throw new LineRefusal.InUse(this);
        }
    }

    /// @throws LineRefusal if a plan must not say this of it
    void requireCanTakeOver(PlannedLine next) {
        if (!canStandOn(Basis.valueOf(next.basis()))) {
            throw new LineRefusal.KeepsItsBasis(this, next.basis());
        }
        if (!canBePlannedAt(next.plannedPence())) {
            throw new LineRefusal.LessThanPromised(this, next.plannedPence());
        }
    }
}
