package locality.governance.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import locality.governance.period.Period;
import org.jspecify.annotations.Nullable;

/// Something that holds for a time, as it was known for a time. What is learned later supersedes
/// it, and both stay: what was known at a moment can be told again.
interface Known {
    LocalDate fromDay();

    @Nullable LocalDate untilDay();

    Instant recordedAt();

    @Nullable Instant supersededAt();

    default Period period() {
        return new Period(fromDay(), untilDay());
    }

    default boolean isKnownAt(Instant moment) {
        var superseded = supersededAt();
        return !recordedAt().isAfter(moment) && (superseded == null || superseded.isAfter(moment));
    }

    /// Whether nothing that is known by now supersedes it.
    default boolean isCurrent() {
        return supersededAt() == null;
    }

    static <T extends Known> List<T> current(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(Known::isCurrent).filter(wanted).toList();
    }

    static <T extends Known> List<T> at(List<T> all, Instant moment) {
        return all.stream().filter(one -> one.isKnownAt(moment)).toList();
    }
}
