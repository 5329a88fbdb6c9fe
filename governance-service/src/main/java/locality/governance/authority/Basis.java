package locality.governance.authority;

import java.util.List;
import java.util.Objects;
import locality.platform.money.Pence;

/// Whose money is at stake in a decision, and so what each owner's limit is tested against.
public enum Basis {
    /// One pool: each owner's chain must bear the whole value.
    POOLED,
    /// Each keeps its own: an owner's chain must bear that owner's share.
    ALIGNED;

    /// Whether the owners' shares may be tested for the value: none is negative, and ALIGNED ones
    /// are all named and make up the value, or none is named and each owner answers for the whole.
    public boolean accountsFor(Pence value, List<Owner> owners) {
        var shares = owners.stream().map(Owner::share).filter(Objects::nonNull).toList();
        if (shares.stream().anyMatch(Pence::isNegative)) {
            return false;
        }
        return this == POOLED
                || shares.isEmpty()
                || shares.size() == owners.size() && Pence.sum(shares).equals(value);
    }
}
