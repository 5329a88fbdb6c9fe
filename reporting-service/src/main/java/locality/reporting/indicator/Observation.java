package locality.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import locality.platform.fact.Provenance;
import locality.reporting.spc.PeriodComparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was measured in one period, as last told.
///
/// @param period its first day
/// @param value null when the period has no figure
/// @param told how often it was told; more than 1 when it was corrected
@Schema(name = "Observation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Observation(
        LocalDate period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        Instant recordedAt,
        int told,
        Provenance provenance) {

    PeriodComparison.MeasuredRatio parts() {
        return new PeriodComparison.MeasuredRatio(period, numerator, denominator);
    }
}
