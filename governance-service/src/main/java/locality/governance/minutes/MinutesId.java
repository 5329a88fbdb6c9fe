package locality.governance.minutes;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A meeting's first, second, third draft.
@Embeddable
record MinutesId(UUID meetingId, int version) {}
