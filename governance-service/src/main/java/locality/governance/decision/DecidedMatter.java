package locality.governance.decision;

import java.util.UUID;
import locality.platform.place.Locality;

/// A matter before a body, as other features refer to it.
///
/// @param item its number on the agenda of the meeting it was last put before
public record DecidedMatter(
        UUID id, String reference, String title, UUID meetingId, int item, Locality locality) {

    static DecidedMatter of(Decision decision) {
        return new DecidedMatter(
                decision.id,
                decision.reference,
                decision.title,
                decision.meetingId,
                decision.item,
                decision.locality);
    }
}
