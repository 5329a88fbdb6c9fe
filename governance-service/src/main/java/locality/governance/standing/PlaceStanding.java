package locality.governance.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingRecord;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;

/// Puts standing items and deep dives on agendas: when a meeting is planned, when an item is set,
/// when a concern is raised. Once for each meeting, however often it is asked.
@ApplicationScoped
class PlaceStanding {

    private final StandingItems items;
    private final DeepDives deepDives;
    private final Meetings meetings;
    private final Recorder recorder;
    private final EventLog eventLog;

    PlaceStanding(
            StandingItems items,
            DeepDives deepDives,
            Meetings meetings,
            Recorder recorder,
            EventLog eventLog) {
        this.items = items;
        this.deepDives = deepDives;
        this.meetings = meetings;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What waits lands when a meeting is planned; what was on a meeting is held when it closes,
    /// and waits for another when it is cancelled. What a moved or cancelled meeting had for its
    /// months is owed by those still planned.
    @Transactional(Transactional.TxType.MANDATORY)
    void hear(@Observes MeetingChanged told) {
        switch (told.state()) {
            case "PLANNED" -> {
                fill(meetings.requireAlone(told.meetingId().toString()));
                placeAnew(told.bodyId());
            }
            case "CLOSED" -> held(told.meetingId(), told.effectiveOn());
            case "CANCELLED" -> {
                cancelled(told);
                placeAnew(told.bodyId());
            }
            default -> {}
        }
    }

    /// Puts an item on every meeting of its body that is planned already.
    @Transactional(Transactional.TxType.MANDATORY)
    void place(StandingItem item) {
        items.meetingsAhead(item.bodyId, recorder.today())
                .forEach(meeting -> put(item, meetings.requireAlone(meeting.toString())));
    }

    /// Puts a deep dive on the next meeting of its body, if one is planned.
    @Transactional(Transactional.TxType.MANDATORY)
    void place(DeepDive dive) {
        items.meetingsAhead(dive.bodyId, later(dive.raisedOn, recorder.today())).stream()
                .findFirst()
                .ifPresent(meeting -> put(dive, meetings.requireAlone(meeting.toString())));
    }

    private void fill(Meeting meeting) {
        items.of(meeting.bodyId()).forEach(item -> put(item, meeting));
        deepDives.waiting(meeting.bodyId()).stream()
                .filter(dive -> !dive.raisedOn.isAfter(meeting.heldOn()))
                .forEach(dive -> put(dive, meeting));
    }

    /// Those on every agenda are on every agenda already.
    private void placeAnew(UUID body) {
        items.of(body).stream().filter(item -> item.everyMonths != null).forEach(this::place);
    }

    private void put(StandingItem item, Meeting meeting) {
        if (items.isPlaced(item.id, meeting.id())
                || !item.isDueAt(meeting.heldOn(), items.placed(item))) {
            return;
        }
        int number = put(item.title, item.provenance, meeting);
        items.place(item.id, meeting.id(), number);
    }

    private void put(DeepDive dive, Meeting meeting) {
        int number = put(dive.title(), dive.provenance, meeting);
        eventLog.append(dive.place(meeting.id(), number, meeting.heldOn()));
    }

    private int put(String title, Provenance source, Meeting meeting) {
        int number = meeting.put(title, source);
        meetings.flush();
        eventLog.append(
                new MeetingRecord.AgendaWritten(
                        Ids.next(),
                        meeting.id(),
                        number,
                        null,
                        meeting.locality(),
                        meeting.heldOn()));
        return number;
    }

    private void held(UUID meeting, LocalDate on) {
        deepDives.at(meeting).forEach(dive -> eventLog.append(dive.hold(on)));
    }

    private void cancelled(MeetingChanged told) {
        for (var dive : deepDives.at(told.meetingId())) {
            eventLog.append(dive.await(told.effectiveOn()));
            place(dive);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
