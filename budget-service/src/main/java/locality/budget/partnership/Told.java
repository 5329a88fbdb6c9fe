package locality.budget.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What governance told once of a version of an agreement, as it is answered.
///
/// @param number counts what was told, of all agreements; the cursor of a list
/// @param agreementId governance's id
/// @param kind of agreement, as in `SECTION_75`
/// @param state of the version from the day `effectiveOn` on
/// @param retrospective whether it was ratified after the day it begins
@Schema(name = "AgreementVersionTold")
public record Told(
        long number,
        UUID agreementId,
        String title,
        String kind,
        int agreementVersion,
        String state,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        boolean retrospective,
        LocalDate effectiveOn,
        Provenance provenance,
        Instant heardAt) {

    static Told of(VersionTold told) {
        return new Told(
                told.id,
                told.agreementId,
                told.title,
                told.kind,
                told.version,
                told.state,
                told.beginsOn,
                told.endsOn,
                told.retrospective,
                told.effectiveOn,
                told.provenance,
                told.heardAt);
    }
}
