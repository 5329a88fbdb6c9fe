package locality.governance.record;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import locality.governance.meeting.Meeting;

/// The notes on items.
@ApplicationScoped
class ItemNotes implements PanacheRepositoryBase<ItemNote, ItemNote.Of> {

    /// By the item's number.
    Map<Integer, String> of(Meeting meeting) {
        return find("id.meetingId", meeting.id()).stream()
                .collect(toMap(note -> note.id.item(), note -> note.note));
    }

    /// A later note replaces an earlier one.
    void write(Meeting meeting, int item, String note) {
        getEntityManager().merge(new ItemNote(new ItemNote.Of(meeting.id(), item), note));
    }
}
