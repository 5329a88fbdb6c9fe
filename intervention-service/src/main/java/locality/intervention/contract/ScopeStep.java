package locality.intervention.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an item became on a day.
///
/// @param reason why it was refused or withdrawn, null otherwise
record ScopeStep(ScopeState state, LocalDate effectiveOn, @Nullable String reason) {}
