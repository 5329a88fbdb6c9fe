package locality.platform.consume;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import locality.platform.eventlog.Origin;

/// A batch in the hands of its consumer. The delivery handed out last is the cause of whatever is
/// appended to the event log until the next is handed out.
final class Deliveries extends AbstractList<Delivery> implements RandomAccess {

    private final List<Due> due;
    private Due handled;

    /// A delivery, and what follows from it.
    record Due(Delivery delivery, Origin origin) {}

    Deliveries(List<Due> due) {
        this.due = due;
        this.handled = due.getFirst();
    }

    @Override
    public Delivery get(int index) {
        handled = due.get(index);
        return handled.delivery();
    }

    @Override
    public int size() {
        return due.size();
    }

    Origin origin() {
        return handled.origin();
    }
}
