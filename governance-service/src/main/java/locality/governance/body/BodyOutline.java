package locality.governance.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.jspecify.annotations.Nullable;

/// What a body is on a date, in short, and how it stands to others.
///
/// @param chair the post that takes the chair, null when no seat does
/// @param seats how many it has, vacant ones included
/// @param predecessors the references of those it took over from by then
public record BodyOutline(
        UUID id,
        String reference,
        String name,
        Locality locality,
        BodyState state,
        SpatialLevel spatialLevel,
        @Nullable String chair,
        int seats,
        int vacancies,
        List<String> predecessors,
        List<Link> links) {

    /// @param accountable whether it answers to the other, or only advises it
    public record Link(RelationKind kind, boolean accountable, UUID to) {}

    /// @param referenceOf how the bodies it took over from are called
    static BodyOutline of(Body body, LocalDate on, Function<UUID, String> referenceOf) {
        var memberships = body.membershipsOn(on);
        return new BodyOutline(
                body.id,
                body.reference,
                body.nameOn(on),
                body.locality,
                body.stateOn(on).orElse(BodyState.PROPOSED),
                body.spatialLevel,
                body.chairOn(on).map(Membership::post).orElse(null),
                memberships.size(),
                (int) memberships.stream().filter(Membership::isVacant).count(),
                body.predecessors.stream()
                        .filter(succession -> !succession.effectiveOn().isAfter(on))
                        .map(succession -> referenceOf.apply(succession.predecessor()))
                        .toList(),
                body.relations.stream()
                        .filter(relation -> relation.period().holdsOn(on))
                        .map(
                                relation ->
                                        new Link(
                                                relation.kind(),
                                                relation.isAccountability(),
                                                relation.toBody()))
                        .toList());
    }
}
