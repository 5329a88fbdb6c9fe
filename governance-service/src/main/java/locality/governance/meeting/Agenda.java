package locality.governance.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import locality.platform.http.Page;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/// The items put on a meeting's agenda, numbered from one.
@Embeddable
class Agenda {
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "agenda_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<AgendaItem> items = new ArrayList<>();

    /// @return the item's number
    int put(AgendaItem item) {
        items.add(item);
        return items.size();
    }

    /// @param meeting its reference
    /// @throws MeetingRefusal if the agenda has no such item
    AgendaItem require(int number, String meeting) {
        if (number < 1 || number > items.size()) {
            throw new MeetingRefusal.NoSuchItem(meeting, number);
        }
        return items.get(number - 1);
    }
}
