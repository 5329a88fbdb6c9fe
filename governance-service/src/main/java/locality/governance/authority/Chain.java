package locality.governance.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The way a power came from an owner's top body to its holder.
///
/// @param approvedBefore what earlier approvals of the subject took of the owner's money
/// @param cap the most the holder may decide now: the lowest limit on the way, less what counts
///   against it; null when no grant has one
record Chain(Scheme.Body top, List<Grant> grants, Pence approvedBefore, @Nullable Pence cap) {

    /// Widest first, then shortest, then by reference, so that the answer never depends on order.
    static final Comparator<Chain> WIDEST_FIRST =
            Comparator.<Chain>comparingLong(chain -> -chain.capOrMost())
                    .thenComparingInt(chain -> chain.grants.size())
                    .thenComparing(Chain::references);

    static Chain startingAt(Scheme.Body top, Pence approvedBefore) {
        return new Chain(top, List.of(), approvedBefore, null);
    }

    Chain through(Grant grant) {
        var longer = new ArrayList<>(grants);
        longer.add(grant);
        return new Chain(
                top, List.copyOf(longer), approvedBefore, lower(cap, grant.room(approvedBefore)));
    }

    boolean bears(Pence value) {
        return cap == null || !value.exceeds(cap);
    }

    /// The grant that sets the cap.
    @Nullable Grant narrowest() {
        return grants.stream()
                .filter(grant -> cap != null && cap.equals(grant.room(approvedBefore)))
                .findFirst()
                .orElse(null);
    }

    long capOrMost() {
        return cap == null ? Long.MAX_VALUE : cap.value();
    }

    static @Nullable Pence lower(@Nullable Pence one, @Nullable Pence other) {
        if (one == null) {
            return other;
        }
        return other == null || other.exceeds(one) ? one : other;
    }

    private String references() {
        return top.reference()
                + grants.stream().map(Grant::reference).collect(Collectors.joining(">", ">", ""));
    }
}
