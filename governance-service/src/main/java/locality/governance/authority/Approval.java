package locality.governance.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;

/// An approval in effect. What was approved of a subject before counts with what is asked of it
/// now, so that nothing is split to stay below a limit.
///
/// @param value whole-life
/// @param owners whose money it was, with their shares as they were given
public record Approval(
        UUID decisionId,
        String reference,
        LocalDate effectiveOn,
        Pence value,
        Basis basis,
        List<Owner> owners) {

    public Approval {
        owners = List.copyOf(owners);
    }

    /// What it took of one owner's money.
    Pence partOf(String organisation) {
        return owners.stream()
                .filter(owner -> owner.organisation().equals(organisation))
                .map(owner -> owner.partOf(value, basis))
                .findFirst()
                .orElse(Pence.ZERO);
    }
}
