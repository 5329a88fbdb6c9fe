package locality.intervention.deflection;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One month of a version.
///
/// @param month its first day
/// @param counterfactual the activity expected without the intervention, in units
/// @param planned the activity expected with it
record PlannedMonth(LocalDate month, BigDecimal counterfactual, BigDecimal planned) {

    BigDecimal plannedDeflection() {
        return counterfactual.subtract(planned);
    }
}
