package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Puts a matter on a meeting's agenda: for discussion, or for a decision.
@ApplicationScoped
class TableMatter {

    private final Meetings meetings;
    private final Decisions decisions;
    private final Ballots ballots;
    private final BodyRegister bodies;
    private final Recorder recorder;

    TableMatter(
            Meetings meetings,
            Decisions decisions,
            Ballots ballots,
            BodyRegister bodies,
            Recorder recorder) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.ballots = ballots;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// What was put on the agenda.
    record Tabled(Meeting meeting, int item, @Nullable Decision decision) {}

    @Transactional
    Tabled forDiscussion(String meeting, String title, Provenance source) {
        var found = require(meeting);
        int item = found.put(title, source);
        meetings.flush();
        return new Tabled(found, item, null);
    }

    @Transactional
    Tabled forDecision(String meeting, String title, Matter matter, Provenance source) {
        recorder.requireWriting(matter.place(), "place", matter.place().code());
        return table(
                meeting, title, source, () -> Decision.proposed(Ids.next(), title, matter, source));
    }

    @Transactional
    Tabled again(String meeting, String title, String deferred, Provenance source) {
        var decision = decisions.require(deferred);
        recorder.requireWriting(decision.locality, "decision", deferred);
        var tabled = table(meeting, title, source, () -> decision);
        ballots.clear(decision.id);
        return tabled;
    }

    private Tabled table(
            String meeting, String title, Provenance source, Supplier<Decision> matter) {
        var found = require(meeting);
        var body = bodies.requireForWriting(found.bodyId().toString(), found.heldOn());
        int item = found.put(title, source);
        meetings.flush();
        var decision = matter.get();
        decision.table(found, item, body);
        decisions.persistAndFlush(decision);
        return new Tabled(found, item, decision);
    }

    private Meeting require(String idOrReference) {
        var meeting = meetings.require(idOrReference);
        recorder.requireWriting(meeting.locality(), "meeting", idOrReference);
        return meeting;
    }
}
