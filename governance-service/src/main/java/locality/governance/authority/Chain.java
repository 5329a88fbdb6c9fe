package locality.governance.authority;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The way a power came from an owner's top body to its holder: the way it came to the delegator,
/// and one grant more.
///
/// @param before the delegator's own, null at the top
/// @param last the grant that leads to the holder, null at the top
/// @param steps how many grants it is long
/// @param place of the delegator in the order in which the walk settled them, -1 at the top
/// @param approvedBefore what earlier approvals of the subject took of the owner's money
/// @param cap the most the holder may decide now: the lowest limit on the way, less what was
///   approved before; null when no grant has one
record Chain(
        Scheme.Body top,
        @Nullable Chain before,
        @Nullable Grant last,
        int steps,
        int place,
        Pence approvedBefore,
        @Nullable Pence cap) {

    /// Widest first, then shortest, then by whose grant and which it is, so that the answer never
    /// depends on the order in which bodies and grants are read.
    static final Comparator<Chain> WIDEST_FIRST =
            Comparator.comparingLong(Chain::capOrMost)
                    .reversed()
                    .thenComparingInt(Chain::steps)
                    .thenComparingInt(Chain::place)
                    .thenComparing(Chain::reference);

    static Chain startingAt(Scheme.Body top, Pence approvedBefore) {
        return new Chain(top, null, null, 0, -1, approvedBefore, null);
    }

    /// @param place of this one's holder in the order of the walk
    Chain through(Grant grant, int place) {
        return new Chain(
                top,
                this,
                grant,
                steps + 1,
                place,
                approvedBefore,
                lower(cap, grant.room(approvedBefore)));
    }

    boolean bears(Pence value) {
        return cap == null || !value.exceeds(cap);
    }

    /// From the top down.
    Deque<Grant> grants() {
        var grants = new ArrayDeque<Grant>();
        for (var at = this; at != null && at.last != null; at = at.before) {
            grants.addFirst(at.last);
        }
        return grants;
    }

    /// The grant that sets the cap, nearest the top.
    @Nullable Grant narrowest() {
        return grants().stream()
                .filter(grant -> cap != null && cap.equals(grant.room(approvedBefore)))
                .findFirst()
                .orElse(null);
    }

    private long capOrMost() {
        return cap == null ? Long.MAX_VALUE : cap.value();
    }

    private String reference() {
        return last == null ? top.reference() : last.reference();
    }

    static @Nullable Pence lower(@Nullable Pence one, @Nullable Pence other) {
        if (one == null) {
            return other;
        }
        return other == null || other.exceeds(one) ? one : other;
    }
}
