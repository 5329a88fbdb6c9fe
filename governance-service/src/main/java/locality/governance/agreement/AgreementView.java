package locality.governance.agreement;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An agreement as it stands on a day.
///
/// @param establishes the body it sets up, by its reference
/// @param state of the version in force, else of the latest
/// @param inForce the number of the version in force, null when none is
/// @param latest the number of the latest version
/// @param approval of the latest version
/// @param retrospective whether the version in force, else the latest, was ratified after the day
///   it is meant to hold from
/// @param versions those there were by the day, the first to the last
@Schema(name = "Agreement")
record AgreementView(
        UUID id,
        String reference,
        String title,
        AgreementKind kind,
        Locality locality,
        RatifiedBy ratifiedBy,
        boolean associatesRatify,
        boolean partiesReview,
        boolean consultationRequired,
        @Nullable Integer noticeDays,
        @Nullable String establishes,
        VersionState state,
        @Nullable Integer inForce,
        int latest,
        Approval approval,
        boolean retrospective,
        List<VersionView> versions,
        Provenance provenance,
        long version) {

    /// @param versions as they stand on the day, one at least
    static AgreementView of(
            Agreement agreement, List<VersionView> versions, Function<UUID, String> bodies) {
        var last = versions.getLast();
        var counts =
                versions.reversed().stream()
                        .filter(one -> one.state() == VersionState.IN_FORCE)
                        .findFirst()
                        .orElse(last);
        var body = agreement.establishes;
        return new AgreementView(
                agreement.id,
                agreement.reference,
                agreement.title,
                agreement.kind,
                agreement.locality,
                agreement.terms.ratifiedBy(),
                agreement.terms.associatesRatify(),
                agreement.terms.partiesReview(),
                agreement.terms.consultationRequired(),
                agreement.terms.noticeDays(),
                body == null ? null : bodies.apply(body),
                counts.state(),
                counts.state() == VersionState.IN_FORCE ? counts.number() : null,
                last.number(),
                last.approval(),
                counts.retrospective(),
                versions,
                agreement.provenance,
                agreement.version);
    }

    /// The version its state is that of.
    VersionView counting() {
        return versions.get((inForce == null ? latest : inForce) - 1);
    }
}
