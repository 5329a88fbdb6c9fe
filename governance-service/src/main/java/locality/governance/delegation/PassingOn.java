package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Authority;
import locality.governance.authority.Authority.Transferable;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What a body may pass on: what it holds itself and was not told to keep.
@ApplicationScoped
class PassingOn {

    private final SchemeOfDelegation scheme;

    PassingOn(SchemeOfDelegation scheme) {
        this.scheme = scheme;
    }

    /// One entry for each owner whose power reaches the body and may leave it again.
    List<Transferable> held(UUID body, String function, Locality place, LocalDate on) {
        var standing = scheme.asGranted(List.of(function), place, on, List.of(body));
        var owners =
                standing.organisationsWithATop().stream()
                        .map(organisation -> new Owner(organisation, null))
                        .toList();
        return owners.isEmpty()
                ? List.of()
                : new Authority(
                                new Question(function, place, Pence.ZERO, on, Basis.POOLED, owners),
                                standing)
                        .transferable(body);
    }
}
