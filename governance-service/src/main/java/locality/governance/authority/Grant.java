package locality.governance.authority;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A delegation, as the walk sees it.
///
/// @param limit what its holder may decide of one subject as a whole: of an annual limit, what
///   other subjects left of it in the financial year; null means unlimited
/// @param from the first day it is in force
/// @param until the last day it is in force, null while no end is known
public record Grant(
        UUID id,
        String reference,
        UUID grantor,
        Holder holder,
        Set<String> functions,
        Locality place,
        @Nullable Pence limit,
        boolean maySubDelegate,
        LocalDate from,
        @Nullable LocalDate until) {

    /// What the limit leaves for one more decision on a subject.
    @Nullable Pence room(Pence approvedBefore) {
        return limit == null ? null : limit.minus(approvedBefore);
    }

    boolean covers(String function, Locality where) {
        return functions.contains(function)
                && (place == where || place == Locality.GREATER_MANCHESTER);
    }

    boolean hasBegun(LocalDate on) {
        return !on.isBefore(from);
    }

    boolean inForce(LocalDate on) {
        return hasBegun(on) && (until == null || !on.isAfter(until));
    }
}
