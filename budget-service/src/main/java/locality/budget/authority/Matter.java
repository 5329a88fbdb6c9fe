package locality.budget.authority;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What a decision is asked to cover.
///
/// @param names every way in which a decision may name the matter; one of them is enough
/// @param amount the whole amount, together with what was done earlier under the same decision
/// @param function the function it needs; null when any will do
/// @param on the day by which the decision must be in effect
/// @param owners whose money it is, and how much of each one's, together with what was done earlier
///   under the same decision; empty when nobody's in particular
/// @param pooled whether all of the money lies in one pool on its day, so that a decision on the
///   pool covers it whichever owner's it is
public record Matter(
        Set<Subject> names,
        Pence amount,
        @Nullable String function,
        LocalDate on,
        Locality locality,
        Map<String, Pence> owners,
        boolean pooled) {

    /// Money that is each owner's own.
    public Matter(
            Set<Subject> names,
            Pence amount,
            @Nullable String function,
            LocalDate on,
            Locality locality,
            Map<String, Pence> owners) {
        this(names, amount, function, on, locality, owners, false);
    }

    public Matter(
            Set<Subject> names,
            Pence amount,
            @Nullable String function,
            LocalDate on,
            Locality locality) {
        this(names, amount, function, on, locality, Map.of());
    }

    /// This matter together with what was done earlier under the same authority.
    ///
    /// @param ofOwners how much of that was each owner's
    public Matter after(Pence earlier, Map<String, Pence> ofOwners) {
        var together = new HashMap<>(owners);
        together.replaceAll((owner, share) -> share.plus(ofOwners.getOrDefault(owner, Pence.ZERO)));
        return new Matter(names, amount.plus(earlier), function, on, locality, together, pooled);
    }

    /// This matter, as a body decides it in another function.
    public Matter in(String otherFunction) {
        return new Matter(names, amount, otherFunction, on, locality, owners, pooled);
    }

    /// This matter, of money that lies in one pool, or of money that does not.
    public Matter pooled(boolean inOnePool) {
        return new Matter(names, amount, function, on, locality, owners, inOnePool);
    }
}
