package locality.governance.decision;

import java.util.UUID;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A matter before a body, as other features refer to it.
///
/// @param bodyId whose power it is
/// @param meetingId the meeting it was last put before; null when officers decided it
/// @param item its number on that meeting's agenda; null with the meeting
public record DecidedMatter(
        UUID id,
        String reference,
        String title,
        UUID bodyId,
        @Nullable UUID meetingId,
        @Nullable Integer item,
        Locality locality) {

    static DecidedMatter of(Decision decision) {
        return new DecidedMatter(
                decision.id,
                decision.reference,
                decision.title,
                decision.bodyId,
                decision.meetingId,
                decision.item,
                decision.matter.place());
    }
}
