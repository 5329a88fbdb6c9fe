package locality.intervention.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import locality.platform.event.InterventionEvent.ObservationsRecorded;
import org.jspecify.annotations.Nullable;

/// One period's observation, as it is sent.
///
/// @param period its first day
/// @param value null when the period has none, which is not zero
record Observed(
        LocalDate period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator) {

    ObservationsRecorded.Observation told() {
        return new ObservationsRecorded.Observation(period, value, numerator, denominator);
    }
}
