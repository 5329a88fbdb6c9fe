package locality.budget.authority;

import java.time.LocalDate;
import java.util.Set;
import locality.platform.event.GovernanceEvent.Subject;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What a decision is asked to cover.
///
/// @param names every way in which a decision may name the matter; one of them is enough
/// @param amount the whole amount, together with what was done earlier under the same decision
/// @param function the function it needs; null when any will do
/// @param on the day by which the decision must be in effect
public record Matter(
        Set<Subject> names,
        Pence amount,
        @Nullable String function,
        LocalDate on,
        Locality locality) {}
