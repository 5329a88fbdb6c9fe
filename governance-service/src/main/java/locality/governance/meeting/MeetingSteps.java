package locality.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.event.Event;

/// Lets others in the service hear of every step of a meeting, within its transaction: standing
/// items are put on what is planned.
@ApplicationScoped
class MeetingSteps {

    private final jakarta.enterprise.event.Event<MeetingChanged> changes;

    MeetingSteps(jakarta.enterprise.event.Event<MeetingChanged> changes) {
        this.changes = changes;
    }

    void tell(Event told) {
        if (told instanceof MeetingChanged changed) {
            changes.fire(changed);
        }
    }
}
