package locality.governance.duty;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A duty as it is shown.
///
/// @param body the reference of the body whose it is, or null
/// @param post the reference of the post whose it is, or null
/// @param organisation the code of the organisation whose it is, or null
/// @param endProvenance who says that it ended, null when it was written down with its end
/// @param follows the reference of the duty as its former holder had it
/// @param followedBy the reference of the duty as its next holder has it
@Schema(name = "Duty")
record DutyView(
        UUID id,
        String reference,
        String text,
        @Nullable String body,
        @Nullable String post,
        @Nullable String organisation,
        Locality locality,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @Nullable Provenance endProvenance,
        @Nullable String follows,
        @Nullable String followedBy,
        Provenance provenance,
        long version) {}
