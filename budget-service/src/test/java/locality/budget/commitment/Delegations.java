package locality.budget.commitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.authority.KnownDelegations;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// What governance tells of delegations to officers in Manchester, and budget has heard at once.
@ApplicationScoped
class Delegations {

    private final KnownDelegations known;

    Delegations(KnownDelegations known) {
        this.known = known;
    }

    /// From April 2014 the officers of one organisation may decide so much of another's money.
    UUID grant(String from, String to, String function, long limitPence) {
        var id = Ids.next();
        var granted =
                new DelegationGranted(
                        id,
                        "MCR-SCHEME-" + id,
                        Ids.next(),
                        from,
                        null,
                        to,
                        List.of(function),
                        Pence.of(limitPence),
                        "PER_DECISION",
                        false,
                        Locality.MANCHESTER,
                        LocalDate.of(2014, 4, 1),
                        null,
                        Provenance.illustrative());
        QuarkusTransaction.requiringNew().run(() -> known.learn(granted));
        return id;
    }

    /// It ends on that day, for instance because it was revoked.
    void end(UUID delegation, LocalDate on) {
        var ended = new DelegationEnded(delegation, "REVOKED", Locality.MANCHESTER, on);
        QuarkusTransaction.requiringNew().run(() -> known.learn(ended));
    }
}
