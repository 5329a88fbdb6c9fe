package locality.platform.consume;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import locality.platform.eventlog.Origin;
import org.jspecify.annotations.Nullable;

/// A batch in the hands of its consumer. The delivery handed out last is the cause of whatever is
/// appended to the event log until the next is handed out.
final class Deliveries extends AbstractList<Delivery> implements RandomAccess {

    private final List<Delivery> deliveries;
    private final String actor;
    private @Nullable Delivery handled;

    Deliveries(List<Delivery> deliveries, String consumer) {
        this.deliveries = deliveries;
        this.actor = "service:" + consumer;
    }

    @Override
    public Delivery get(int index) {
        handled = deliveries.get(index);
        return handled;
    }

    @Override
    public int size() {
        return deliveries.size();
    }

    Origin origin() {
        var cause = handled == null ? deliveries.getFirst() : handled;
        return new Origin(actor, cause.correlationId(), cause.eventId(), null);
    }
}
