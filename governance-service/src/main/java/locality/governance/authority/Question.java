package locality.governance.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// Who may decide this function, of this value, in this place, on this date?
///
/// @param value the whole-life value of this decision alone
/// @param owners at least one, each once
/// @param earlier what approvals in effect of the same subject took before, by owner
public record Question(
        String function,
        Locality place,
        Pence value,
        LocalDate on,
        Basis basis,
        List<Owner> owners,
        Map<String, Pence> earlier) {

    public Question {
        if (owners.isEmpty()) {
            throw new IllegalArgumentException("Authority starts at an owner: name at least one");
        }
        if (owners.stream().map(Owner::organisation).distinct().count() < owners.size()) {
            throw new IllegalArgumentException("An owner is named twice");
        }
        if (value.isNegative()) {
            throw new IllegalArgumentException("A value is zero or more");
        }
        owners = List.copyOf(owners);
        earlier = Map.copyOf(earlier);
    }

    /// About a subject nothing was approved of before.
    public Question(
            String function,
            Locality place,
            Pence value,
            LocalDate on,
            Basis basis,
            List<Owner> owners) {
        this(function, place, value, on, basis, owners, Map.of());
    }

    /// What this decision alone asks of the owner's chain.
    public Pence testedAgainst(Owner owner) {
        return owner.partOf(value, basis);
    }

    Pence approvedBefore(Owner owner) {
        return earlier.getOrDefault(owner.organisation(), Pence.ZERO);
    }
}
