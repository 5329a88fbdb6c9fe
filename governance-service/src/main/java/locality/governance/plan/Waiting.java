package locality.governance.plan;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a milestone waits for, or waited for, from a day on.
///
/// @param untilDay the first day on which it no longer did; null while it does
@Embeddable
record Waiting(
        UUID predecessorId,
        String predecessorReference,
        int lagDays,
        LocalDate fromDay,
        @Nullable LocalDate untilDay) {

    static Waiting from(Link link, LocalDate day) {
        return new Waiting(
                link.predecessorId(), link.predecessorReference(), link.lagDays(), day, null);
    }

    Waiting until(LocalDate day) {
        return new Waiting(predecessorId, predecessorReference, lagDays, fromDay, day);
    }

    Link link() {
        return new Link(predecessorId, predecessorReference, lagDays);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(fromDay) && (untilDay == null || day.isBefore(untilDay));
    }
}
