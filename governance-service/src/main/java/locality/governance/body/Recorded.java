package locality.governance.body;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A part of a body that says when it became known. The database sets the moment, to that of the
/// transaction.
interface Recorded {

    /// Null until it is read back.
    @Nullable Instant recordedAt();

    default boolean isKnownAt(Instant moment) {
        var known = recordedAt();
        return known == null || !known.isAfter(moment);
    }

    /// What a part was held to be until it was changed.
    interface Superseded<T extends Recorded> {

        /// The place it had among its like, counted from one.
        int ordinal();

        T was();

        Instant supersededAt();

        default boolean wasHeldAt(Instant moment) {
            return was().isKnownAt(moment) && moment.isBefore(supersededAt());
        }
    }

    /// The parts as they were known at a moment, in their order.
    static <T extends Recorded> List<T> knownAt(
            Instant moment, List<T> now, Collection<? extends Superseded<T>> before) {
        var known = new TreeMap<Integer, T>();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).isKnownAt(moment)) {
                known.put(i + 1, now.get(i));
            }
        }
        before.stream()
                .filter(one -> one.wasHeldAt(moment))
                .forEach(one -> known.put(one.ordinal(), one.was()));
        return List.copyOf(known.values());
    }

    static <T extends Recorded> List<T> knownAt(Instant moment, List<T> now) {
        return knownAt(moment, now, List.of());
    }
}
