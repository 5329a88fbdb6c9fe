package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Delegations as their givers recorded them, for the rest of the service.
@ApplicationScoped
public class GivenDelegations {

    private final Delegations delegations;
    private final Recorder recorder;

    GivenDelegations(Delegations delegations, Recorder recorder) {
        this.delegations = delegations;
        this.recorder = recorder;
    }

    /// The giving end of a delegation.
    ///
    /// @param limit null for none
    /// @param lastDay the last day it is in force, as granted or as ended; null while no end is
    ///   known
    public record Given(
            UUID id,
            String reference,
            UUID fromBody,
            @Nullable UUID toBody,
            @Nullable String toOrganisation,
            List<String> functions,
            @Nullable Pence limit,
            LimitKind limitKind,
            Locality place,
            LocalDate effectiveOn,
            @Nullable LocalDate lastDay) {

        private static Given of(Delegation one) {
            return new Given(
                    one.id,
                    one.reference,
                    one.fromBody,
                    one.toBody,
                    one.toOrganisation,
                    one.functions,
                    one.limit,
                    one.limitKind,
                    one.place,
                    one.effectiveOn,
                    one.lastDay());
        }
    }

    /// @throws NotFound unless the caller reads its place
    public Given require(String idOrReference) {
        var found = delegations.require(idOrReference);
        recorder.requireReading(found.place, "delegation", idOrReference);
        return Given.of(found);
    }

    /// Those ever granted in these places, and those of the ids in places that are read, by
    /// reference.
    public List<Given> inPlaces(Set<Locality> places, Set<UUID> ids, Set<Locality> readable) {
        return delegations
                .find(
                        "place in ?1 or id in ?2 and place in ?3 order by reference",
                        places,
                        ids,
                        readable)
                .stream()
                .map(Given::of)
                .toList();
    }
}
