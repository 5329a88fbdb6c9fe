package locality.governance.action;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.decision.DecidedMatters;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Gives an action to a post or an organisation.
@ApplicationScoped
public class GiveAction {

    private final Actions actions;
    private final Meetings meetings;
    private final DecidedMatters matters;
    private final BodyRegister bodies;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    GiveAction(
            Actions actions,
            Meetings meetings,
            DecidedMatters matters,
            BodyRegister bodies,
            Organisations organisations,
            Recorder recorder,
            EventLog eventLog) {
        this.actions = actions;
        this.meetings = meetings;
        this.matters = matters;
        this.bodies = bodies;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What a secretary names as the origin: one of them.
    ///
    /// @param decision its id, or the reference of its item
    /// @param item its reference, as in `MCR-HWBB-2014-05-14/3`
    /// @param body its id or reference
    record From(@Nullable String decision, @Nullable String item, @Nullable String body) {}

    @Transactional
    Action handle(From from, Task task) {
        return give(origin(from), task);
    }

    /// Gives an action on an item. The same again is given once.
    ///
    /// @return its reference if it is new, null if it was given before
    /// @throws ActionRefusal if the item has an action of that title that says otherwise
    @Transactional
    public @Nullable String onItem(Meeting meeting, int item, Task task) {
        var before =
                actions.ofMeeting(meeting.id()).stream()
                        .filter(one -> requireNonNull(one.item) == item)
                        .filter(one -> one.title.equals(task.title()))
                        .findFirst();
        if (before.isPresent()) {
            if (!task.isAs(before.get())) {
                throw new ActionRefusal.RecordedOtherwise(before.get().reference, task.title());
            }
            return null;
        }
        return give(onItem(meeting, item), task).reference;
    }

    /// Gives an action on a body's behalf, for what else the body has to do with.
    ///
    /// @param body its id or reference; the caller writes for its place
    /// @return the action's reference
    @Transactional
    public String onBody(String body, Task task) {
        return handle(new From(null, null, body), task).reference;
    }

    /// The tasks given on the items of a meeting, by item, as they were given.
    public List<Given> at(Meeting meeting) {
        return actions.ofMeeting(meeting.id()).stream().map(Given::of).toList();
    }

    /// An action as it was given on an item.
    public record Given(int item, String reference, Task task) {
        static Given of(Action action) {
            return new Given(
                    requireNonNull(action.item),
                    action.reference,
                    new Task(
                            action.title,
                            action.post,
                            action.organisation,
                            action.given().due(),
                            null,
                            null));
        }
    }

    private Action give(Origin origin, Task task) {
        organisations.requireOnRecord(task.organisation());
        if (task.givenOn() != null && task.givenOn().isAfter(recorder.today())) {
            throw new ActionRefusal.InTheFuture("givenOn", task.givenOn(), recorder.today());
        }
        var action =
                Action.given(
                        Ids.next(),
                        actions.nextReference(origin),
                        origin,
                        task,
                        recorder.provenance(task.provenance()));
        actions.persistAndFlush(action);
        eventLog.append(action.changed());
        return action;
    }

    private Origin origin(From from) {
        if (from.decision != null && from.item == null && from.body == null) {
            return ofDecision(from.decision);
        }
        if (from.item != null && from.decision == null && from.body == null) {
            return ofItem(from.item);
        }
        if (from.body != null && from.decision == null && from.item == null) {
            return Origin.of(bodies.requireForWriting(from.body, recorder.today()));
        }
        throw new ActionRefusal.OneOrigin();
    }

    private Origin ofDecision(String idOrReference) {
        var matter = matters.require(idOrReference);
        recorder.requireWriting(matter.locality(), "decision", idOrReference);
        if (matter.meetingId() == null || matter.item() == null) {
            return Origin.of(bodies.require(matter.bodyId().toString(), recorder.today()), matter);
        }
        var meeting = meetings.require(matter.meetingId().toString());
        return Origin.of(bodyOf(meeting), meeting, matter.item(), matter);
    }

    private Origin ofItem(String reference) {
        int slash = reference.lastIndexOf('/');
        var number = reference.substring(slash + 1);
        if (slash < 1 || !number.matches("\\d{1,6}")) {
            throw new NotFound("item", reference);
        }
        var meeting = meetings.require(reference.substring(0, slash));
        recorder.requireWriting(meeting.locality(), "item", reference);
        return onItem(meeting, Integer.parseInt(number));
    }

    private Origin onItem(Meeting meeting, int item) {
        meeting.requireItem(item);
        return Origin.of(
                bodyOf(meeting),
                meeting,
                item,
                matters.lookUp(meeting.referenceOf(item)).orElse(null));
    }

    private BodyOnDate bodyOf(Meeting meeting) {
        return bodies.require(meeting.bodyId().toString(), meeting.heldOn());
    }
}
