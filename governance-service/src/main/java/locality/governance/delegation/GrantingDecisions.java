package locality.governance.delegation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the scheme of delegation must know of the decisions that grant powers.
public interface GrantingDecisions {

    /// A decision, as far as it may grant a delegation.
    ///
    /// @param body the one that took it, by id and by name
    /// @param state as in `IN_EFFECT`
    /// @param inEffect whether it is an approval that holds today
    /// @param effectiveOn the first day on which it holds; null unless it is one
    record Granting(
            String reference,
            UUID body,
            String bodyName,
            String state,
            boolean inEffect,
            @Nullable LocalDate effectiveOn) {}

    /// Empty when there is none that the caller reads.
    Optional<Granting> find(String idOrReference);
}
