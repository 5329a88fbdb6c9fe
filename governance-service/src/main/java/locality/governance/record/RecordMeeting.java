package locality.governance.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import locality.governance.action.GiveAction;
import locality.governance.decision.RecordItem;
import locality.governance.meeting.Attendance;
import locality.governance.meeting.DeclaredInterest;
import locality.governance.meeting.HoldMeeting;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.governance.voting.Interest;
import locality.platform.eventlog.EventLog;
import org.jspecify.annotations.Nullable;

/// Records a meeting from one document: opens it, writes who was there, interests, votes, outcomes
/// and actions, and adjourns or closes it, by the same use cases that are called one by one. All or
/// nothing; everything at fault is told at once.
@ApplicationScoped
class RecordMeeting {

    private final Meetings meetings;
    private final HoldMeeting holdMeeting;
    private final RecordItem recordItem;
    private final GiveAction giveAction;
    private final ItemNotes notes;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    RecordMeeting(
            Meetings meetings,
            HoldMeeting holdMeeting,
            RecordItem recordItem,
            GiveAction giveAction,
            ItemNotes notes,
            Recorder recorder,
            EventLog eventLog,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction) {
        this.meetings = meetings;
        this.holdMeeting = holdMeeting;
        this.recordItem = recordItem;
        this.giveAction = giveAction;
        this.notes = notes;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.entities = entities;
        this.transaction = transaction;
    }

    /// @param ifMatch the version of the meeting the caller read
    /// @param dryRun tries it out: everything happens, and then none of it is kept
    /// @throws RecordRefusal naming everything at fault by its JSON pointer
    @Transactional
    Recorded handle(
            String idOrReference,
            @Nullable String ifMatch,
            RecordDocument document,
            boolean dryRun) {
        var meeting = meetings.requireAlone(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        meeting.requireUnchanged(ifMatch);
        var writing = new Writing(meeting);
        writing.all(document);
        if (dryRun) {
            undo();
        }
        return answer(meeting, writing.written, dryRun);
    }

    private void undo() {
        entities.flush();
        entities.createNativeQuery("set constraints all immediate").executeUpdate();
        transaction.setRollbackOnly();
    }

    private Recorded answer(Meeting meeting, List<String> written, boolean dryRun) {
        var standing = recordItem.standing(meeting);
        return new Recorded(
                meeting.reference(),
                meeting.state(),
                dryRun,
                !written.isEmpty(),
                written,
                IntStream.rangeClosed(1, meeting.agendaLength())
                        .mapToObj(
                                item -> Recorded.ItemRecorded.of(meeting, item, standing.get(item)))
                        .toList());
    }

    /// One document being written down.
    private final class Writing {

        private final Meeting meeting;
        private final String id;
        private final Faults faults = new Faults();
        private final List<String> written = new ArrayList<>();

        Writing(Meeting meeting) {
            this.meeting = meeting;
            this.id = meeting.id().toString();
        }

        void all(RecordDocument document) {
            var news =
                    NewInRecord.of(
                            document,
                            new NewInRecord.Standing(
                                    meeting, recordItem.standing(meeting), notes.of(meeting)),
                            faults);
            open(news);
            attendance(news);
            var items = news.items().stream().flatMap(item -> onAgenda(item).stream()).toList();
            items.forEach(this::interests);
            items.forEach(this::votes);
            items.forEach(this::outcome);
            items.forEach(this::note);
            items.forEach(this::actions);
            adjourn(news);
            close(news);
            faults.refuse();
        }

        /// Nothing can be tried at a meeting that does not open, or does not sit.
        private void open(NewInRecord news) {
            if (news.needsOpenMeeting() && meeting.state() == MeetingState.ADJOURNED) {
                throw new RecordRefusal.Adjourned(meeting);
            }
            if (news.needsOpenMeeting() && meeting.state().isAhead()) {
                if (!faults.attempt("", () -> holdMeeting.open(id, null))) {
                    faults.refuse();
                }
                written.add("The meeting was opened");
            }
        }

        private void attendance(NewInRecord news) {
            faults.attemptTogether(
                    "/attendance",
                    news.attendance(),
                    stretches ->
                            holdMeeting.attend(
                                    id,
                                    null,
                                    stretches.stream().map(Writing::attendance).toList()));
            long seats =
                    news.attendance().stream()
                            .map(Faults.Part::value)
                            .map(Attendance::seat)
                            .distinct()
                            .count();
            if (seats > 0) {
                written.add("Attendance of " + counted(seats, "seat"));
            }
        }

        private List<NewInItem> onAgenda(NewInItem item) {
            if (!item.isNew()) {
                return List.of(item);
            }
            var put = new ArrayList<NewInItem>();
            faults.attempt(
                    item.pointer(),
                    () -> {
                        var title = String.valueOf(item.told().title());
                        PersonalData.requireNone("title", title);
                        put.add(item.numbered(recordItem.discuss(meeting, title)));
                    });
            put.forEach(one -> written(one, "put on the agenda"));
            return put;
        }

        private void interests(NewInItem item) {
            for (var interest : item.interests()) {
                faults.attempt(
                        interest.pointer(),
                        () -> {
                            holdMeeting.declare(
                                    id, null, declared(item.number(), interest.value()));
                            written(item, "an interest of " + interest.value().seat());
                        });
            }
        }

        private void votes(NewInItem item) {
            var votes = item.votes();
            faults.attemptTogether(
                    item.pointer() + "/votes",
                    votes,
                    some -> recordItem.vote(meeting, item.number(), item.told().votedAt(), some));
            if (!votes.isEmpty()) {
                written(item, counted(votes.size(), "vote"));
            }
        }

        private void outcome(NewInItem item) {
            var outcome = item.newOutcome();
            if (outcome != null) {
                faults.attempt(
                        item.pointer() + "/outcome",
                        () -> {
                            recordItem.take(
                                    meeting,
                                    item.number(),
                                    outcome.declared(),
                                    item.told().castingVote(),
                                    item.momentOfOutcome());
                            written(item, "the outcome");
                        });
            }
        }

        private void note(NewInItem item) {
            var note = item.newNote();
            if (note != null) {
                faults.attempt(
                        item.pointer() + "/note",
                        () -> {
                            PersonalData.requireNone("note", note);
                            meeting.requireOpen("notes are written while it is open");
                            notes.write(meeting, item.number(), note);
                            eventLog.append(NoteWritten.on(meeting, item.number()));
                            written(item, "a note");
                        });
            }
        }

        private void actions(NewInItem item) {
            var given = item.told().given();
            for (int i = 0; i < given.size(); i++) {
                var action = given.get(i);
                faults.attempt(
                        item.pointer() + "/actions/" + i,
                        () -> {
                            var reference =
                                    giveAction.onItem(meeting, item.number(), action.task());
                            if (reference != null) {
                                written.add("Action " + reference);
                            }
                        });
            }
        }

        private void adjourn(NewInRecord news) {
            var told = news.adjourn();
            if (told != null) {
                faults.attempt(
                        "/adjourn",
                        () -> {
                            if (news.close()) {
                                throw new RecordRefusal.AdjournedAndClosed();
                            }
                            holdMeeting.adjourn(
                                    id, null, told.at(), told.resumption(), told.reason());
                            written.add("The meeting was adjourned");
                        });
            }
        }

        private void close(NewInRecord news) {
            if (news.close() && news.adjourn() == null) {
                faults.attempt(
                        "/close",
                        () -> {
                            holdMeeting.close(id, null, null);
                            written.add("The meeting was closed");
                        });
            }
        }

        private static HoldMeeting.Said attendance(Attendance stretch) {
            return new HoldMeeting.Said(
                    stretch.sitting(),
                    stretch.seat(),
                    stretch.substitute(),
                    stretch.arrivedAt(),
                    stretch.leftAt());
        }

        private static DeclaredInterest declared(int item, Interest interest) {
            return new DeclaredInterest(
                    item,
                    interest.seat(),
                    interest.substitute(),
                    interest.effect(),
                    interest.nature());
        }

        private static String counted(long number, String what) {
            return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
        }

        private void written(NewInItem item, String what) {
            written.add("Item %d: %s".formatted(item.number(), what));
        }
    }
}
