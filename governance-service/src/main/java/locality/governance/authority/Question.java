package locality.governance.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Who may decide this function, of this value, in this place, on this date?
///
/// @param value the whole-life value of this decision alone
/// @param owners at least one, each once
/// @param earlier approvals in effect of the same subject
/// @param replaced the decision that ends as this one takes its place: what it used of annual
///   limits is left out; null for none
public record Question(
        String function,
        Locality place,
        Pence value,
        LocalDate on,
        Basis basis,
        List<Owner> owners,
        List<Approval> earlier,
        @Nullable UUID replaced) {

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
        earlier = List.copyOf(earlier);
    }

    /// One that takes no other's place.
    public Question(
            String function,
            Locality place,
            Pence value,
            LocalDate on,
            Basis basis,
            List<Owner> owners,
            List<Approval> earlier) {
        this(function, place, value, on, basis, owners, earlier, null);
    }

    /// About a subject nothing was approved of before.
    public Question(
            String function,
            Locality place,
            Pence value,
            LocalDate on,
            Basis basis,
            List<Owner> owners) {
        this(function, place, value, on, basis, owners, List.of());
    }

    /// What this decision alone asks of the owner's chain.
    public Pence testedAgainst(Owner owner) {
        return owner.partOf(value, basis);
    }

    /// A share grows by what earlier approvals took of that owner's money, the whole by all of
    /// them.
    public Pence approvedBefore(Owner owner) {
        boolean whole = basis == Basis.POOLED || owner.share() == null;
        return Pence.sum(
                earlier.stream()
                        .map(one -> whole ? one.value() : one.partOf(owner.organisation()))
                        .toList());
    }

    /// What the limits of the owner's chain must bear of the subject.
    Pence inAll(Owner owner) {
        return testedAgainst(owner).plus(approvedBefore(owner));
    }
}
