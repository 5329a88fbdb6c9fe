package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Delegations for the rest of the service, by name.
@ApplicationScoped
public class DelegationRegister {

    private final Delegations delegations;

    DelegationRegister(Delegations delegations) {
        this.delegations = delegations;
    }

    /// @param from the body whose power was passed on
    /// @param toOrganisation whose officers hold it; null when a body does
    public record Delegated(
            UUID id,
            String reference,
            UUID from,
            @Nullable String toOrganisation,
            Locality place) {}

    /// @throws NotFound if there is none
    public Delegated require(String idOrReference) {
        var delegation = delegations.require(idOrReference);
        return new Delegated(
                delegation.id,
                delegation.reference,
                delegation.fromBody,
                delegation.toOrganisation,
                delegation.place);
    }
}
