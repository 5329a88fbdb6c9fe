package locality.governance.authority;

import java.time.LocalDate;
import java.util.List;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// Who may decide this function, of this value, in this place, on this date?
///
/// @param value the whole-life value, earlier approvals of the same subject included
/// @param owners at least one, each once
public record Question(
        String function,
        Locality place,
        Pence value,
        LocalDate on,
        Basis basis,
        List<Owner> owners) {

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
    }

    /// What this owner's chain must bear.
    Pence testedAgainst(Owner owner) {
        return basis == Basis.ALIGNED && owner.share() != null ? owner.share() : value;
    }
}
