package locality.reporting.projection;

import java.time.LocalDate;
import java.util.UUID;

/// A thing on a day: what is told later of the same day takes the place of what was told before.
record Day(UUID id, LocalDate effectiveOn) {}
