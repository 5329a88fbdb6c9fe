package locality.budget.authority;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What bodies have decided so far of something that waits for several of them, as far as their
/// decisions still bind.
///
/// @param owners whose money they decided
/// @param effectiveOn when the last of them takes effect; null while there is none
public record DecidedInPart(Set<String> owners, @Nullable LocalDate effectiveOn) {

    static final DecidedInPart NOTHING = new DecidedInPart(Set.of(), null);

    public DecidedInPart {
        owners = Set.copyOf(owners);
    }

    /// The day from which all of them and one more are in effect.
    public LocalDate with(LocalDate day) {
        return effectiveOn != null && effectiveOn.isAfter(day) ? effectiveOn : day;
    }
}
