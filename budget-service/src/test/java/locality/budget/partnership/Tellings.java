package locality.budget.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Governance, as it tells of an agreement's versions.
///
/// @param agreementId governance's id
public record Tellings(UUID agreementId, String reference, Locality place) {

    public static Tellings of(String reference, Locality place) {
        return new Tellings(Ids.next(), reference, place);
    }

    /// A version became something on a day; it is meant to hold from another, with no end.
    public AgreementChanged version(int version, String state, String on, String beginsOn) {
        return version(version, state, LocalDate.parse(on), LocalDate.parse(beginsOn), null);
    }

    public AgreementChanged version(
            int version,
            String state,
            LocalDate on,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn) {
        return new AgreementChanged(
                agreementId,
                reference,
                "Section 75 agreement",
                "SECTION_75",
                version,
                state,
                List.of(),
                beginsOn,
                endsOn,
                null,
                beginsOn != null && beginsOn.isBefore(on),
                place,
                on,
                Provenance.illustrative());
    }

    /// The agreement as it is known once all this was told.
    public GovernedAgreement known(AgreementChanged... told) {
        return known(List.of(told));
    }

    GovernedAgreement known(List<AgreementChanged> told) {
        return new GovernedAgreement(
                reference, told.stream().map(one -> VersionTold.of(one, Instant.EPOCH)).toList());
    }

    /// A version signed and in force from the day it was meant to hold.
    public AgreementChanged[] inForce(int version, String beginsOn) {
        return Stream.of("DRAFT", "IN_REVIEW", "FOR_RATIFICATION", "RATIFIED", "IN_FORCE")
                .map(state -> version(version, state, beginsOn, beginsOn))
                .toArray(AgreementChanged[]::new);
    }
}
