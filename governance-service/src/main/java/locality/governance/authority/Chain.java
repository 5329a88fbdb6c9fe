package locality.governance.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The way a power came from an owner's top body to its holder.
///
/// @param cap the lowest limit on the way, null when no grant has one
record Chain(Scheme.Body top, List<Grant> grants, @Nullable Pence cap) {

    /// Widest first, then shortest, then by reference, so that the answer never depends on order.
    static final Comparator<Chain> WIDEST_FIRST =
            Comparator.<Chain>comparingLong(chain -> -chain.capOrMost())
                    .thenComparingInt(chain -> chain.grants.size())
                    .thenComparing(Chain::references);

    static Chain startingAt(Scheme.Body top) {
        return new Chain(top, List.of(), null);
    }

    Chain through(Grant grant) {
        var longer = new ArrayList<>(grants);
        longer.add(grant);
        return new Chain(top, List.copyOf(longer), lower(cap, grant.limit()));
    }

    boolean bears(Pence value) {
        return cap == null || !value.exceeds(cap);
    }

    /// The grant that sets the cap.
    @Nullable Grant narrowest() {
        return grants.stream()
                .filter(grant -> grant.limit() != null && grant.limit().equals(cap))
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
