package locality.reporting.spc;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One figure of a series.
///
/// @param period its first day
/// @param value null when the period has no figure
public record Measured(LocalDate period, @Nullable BigDecimal value) {}
