package locality.governance.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The written record of a decision that officers took, as regulation 7 of The Openness of Local
/// Government Bodies Regulations 2014 (SI 2014/2095) asks: reasons, alternatives considered and
/// rejected, interests declared. Posts, never people.
///
/// @param delegation the reference of the delegation to the officers
/// @param organisation whose officers
/// @param post of the officer who took it
/// @param alternatives considered and rejected; null when there were none
/// @param interests declared by the members consulted; null when none was
/// @param urgency why it could not wait for a meeting; null when that was not so
@Schema(name = "OfficerRecord")
record OfficerRecord(
        String delegation,
        String organisation,
        String post,
        String reasons,
        @Nullable String alternatives,
        @Nullable String interests,
        @Nullable Urgency urgency) {

    /// @param consentOf the post that consented, as the urgency provisions ask
    @Schema(name = "Urgency")
    record Urgency(String consentOf, String reason) {}
}
