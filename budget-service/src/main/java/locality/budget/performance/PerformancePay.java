package locality.budget.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is held back, what of it is due for what was achieved so far, and what is paid now.
///
/// @param heldPence `floor(base x basis points / 10,000)`
/// @param cumulativeDuePence `clamp(held x achieved / target, 0, held)`, rounded half up, once
/// @param paidPence what was paid before
/// @param deltaPence what is paid now: due less paid; below nothing where too much was paid
@Schema(name = "PerformancePay")
record PerformancePay(
        @Schema(description = "floor(base x basis points / 10,000)") Pence heldPence,
        @Schema(description = "clamp(held x achieved / target, 0, held)") Pence cumulativeDuePence,
        @Schema(description = "Paid before") Pence paidPence,
        @Schema(description = "Due less paid; below nothing where too much was paid")
                Pence deltaPence) {

    /// @param base nothing or more
    /// @param basisPoints from 1 to 10,000
    /// @param target more than nothing
    /// @param achieved in the unit of the target; below nothing earns nothing
    static PerformancePay of(
            Pence base, int basisPoints, BigDecimal target, BigDecimal achieved, Pence paid) {
        var held = base.basisPoints(basisPoints);
        var due = due(held, target, achieved);
        return new PerformancePay(held, due, paid, due.minus(paid));
    }

    private static Pence due(Pence held, BigDecimal target, BigDecimal achieved) {
        if (achieved.signum() <= 0) {
            return Pence.ZERO;
        }
        if (achieved.compareTo(target) >= 0) {
            return held;
        }
        return Pence.of(
                BigDecimal.valueOf(held.value())
                        .multiply(achieved)
                        .divide(target, 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }
}
