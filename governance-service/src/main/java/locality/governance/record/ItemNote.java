package locality.governance.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;

/// What the minutes keep of an item, in the secretary's words.
@Entity
class ItemNote {
    @EmbeddedId Of id;
    String note;

    @Embeddable
    record Of(UUID meetingId, int item) {}

    ItemNote() {}

    ItemNote(Of id, String note) {
        this.id = id;
        this.note = note;
    }
}
