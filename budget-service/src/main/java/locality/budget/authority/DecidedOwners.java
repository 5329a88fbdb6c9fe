package locality.budget.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Whose money a decision is about. Each partner's own body decides on its money (S4 3.5.5), so a
/// decision covers that of the owners it names and of nobody else.
///
/// @param pooled whether the decision is about one pool, which its value alone bounds; else each
///   owner's share does, where it was said
public record DecidedOwners(boolean pooled, List<MoneyOwner> owners) {

    public static DecidedOwners of(DecisionTaken decision) {
        var owners = decision.owners();
        return new DecidedOwners(
                "POOLED".equals(decision.basis()), owners == null ? List.of() : owners);
    }

    List<String> organisations() {
        return owners.stream().map(MoneyOwner::organisation).toList();
    }

    /// Those of these owners whose money it is about, with their shares.
    Map<String, Pence> among(Map<String, Pence> shares) {
        return organisations().stream()
                .filter(shares::containsKey)
                .distinct()
                .collect(Collectors.toMap(owner -> owner, shares::get));
    }

    /// An owner of these shares whose money, or so much of it, was not decided about. A decision on
    /// a pool is one on money outside of it only by the share it says an owner has.
    ///
    /// @param ofPool whether the shares lie in one pool
    public Optional<String> notCovered(Map<String, Pence> shares, boolean ofPool) {
        return shares.entrySet().stream()
                .filter(share -> !covers(share.getKey(), share.getValue(), ofPool))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private boolean covers(String organisation, Pence share, boolean ofPool) {
        return owners.stream()
                .filter(owner -> owner.organisation().equals(organisation))
                .map(MoneyOwner::sharePence)
                .anyMatch(decided -> pooled && ofPool || isWithin(decided, share));
    }

    private boolean isWithin(@Nullable Pence decided, Pence share) {
        return decided == null ? !pooled || share.isZero() : !share.exceeds(decided);
    }
}
