package locality.governance.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An organisation as it is shown: what it was on one date, and its whole history.
///
/// @param name its name on the date
/// @param names every name it had or is to have, in order
@Schema(name = "Organisation")
record OrganisationView(
        String code,
        String name,
        OrganisationKind kind,
        Locality locality,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        List<String> predecessors,
        List<String> successors,
        LocalDate on,
        OrganisationState state,
        boolean current,
        List<Name> names,
        Provenance provenance,
        @Nullable Provenance endProvenance,
        long version) {

    /// @param from the first day it is called so
    @Schema(name = "OrganisationName")
    record Name(String name, LocalDate from, Provenance provenance) {}

    static OrganisationView of(Organisation organisation, LocalDate on, List<String> successors) {
        var first = new Name(organisation.name, organisation.effectiveOn, organisation.provenance);
        var later =
                organisation.renamings.stream()
                        .map(one -> new Name(one.name(), one.fromDay(), one.provenance()));
        return new OrganisationView(
                organisation.code,
                organisation.nameOn(on),
                organisation.kind,
                organisation.locality,
                organisation.effectiveOn,
                organisation.endsOn,
                organisation.predecessors,
                successors,
                on,
                organisation.stateOn(on),
                organisation.existsOn(on),
                Stream.concat(Stream.of(first), later).toList(),
                organisation.provenance,
                organisation.endProvenance,
                organisation.version);
    }
}
