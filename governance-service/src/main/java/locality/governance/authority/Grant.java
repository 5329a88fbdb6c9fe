package locality.governance.authority;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A delegation, as the walk sees it.
///
/// @param limit what its holder may decide up to, what it has used of an annual limit taken off;
///   null means unlimited
/// @param annual whether the limit counts everything decided in a financial year, rather than each
///   subject on its own
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
        boolean annual,
        boolean maySubDelegate,
        LocalDate from,
        @Nullable LocalDate until) {

    /// What the limit leaves for one more decision on a subject: an annual one was charged with the
    /// earlier approvals when they took effect, any other bears the subject as a whole.
    @Nullable Pence room(Pence approvedBefore) {
        return limit == null || annual ? limit : limit.minus(approvedBefore);
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
