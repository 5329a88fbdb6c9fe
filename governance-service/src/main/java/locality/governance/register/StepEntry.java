package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// What is done with an entry.
@ApplicationScoped
class StepEntry {

    private final RegisterEntries entries;
    private final RecordEntry recordEntry;
    private final BodyRegister bodies;
    private final Organisations organisations;
    private final Subjects subjects;
    private final Recorder recorder;
    private final EventLog eventLog;

    StepEntry(
            RegisterEntries entries,
            RecordEntry recordEntry,
            BodyRegister bodies,
            Organisations organisations,
            Subjects subjects,
            Recorder recorder,
            EventLog eventLog) {
        this.entries = entries;
        this.recordEntry = recordEntry;
        this.bodies = bodies;
        this.organisations = organisations;
        this.subjects = subjects;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// Which entry, on which day, and who says so.
    ///
    /// @param entry its id or reference
    /// @param ifMatch the version of it the caller read
    /// @param on today when null
    record At(
            String entry,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {}

    @Transactional
    RegisterEntry score(At at, Map<ScoreKind, Score> scores, @Nullable String note) {
        return change(
                at,
                (entry, when) -> {
                    if (scores.isEmpty()) {
                        throw new EntryRefusal.NothingScored(entry.reference);
                    }
                    entry.score(scores, note, when);
                });
    }

    @Transactional
    RegisterEntry control(At at, @Nullable Integer number, Control control) {
        return change(at, (entry, when) -> entry.control(number, control, when));
    }

    @Transactional
    RegisterEntry review(At at, @Nullable LocalDate nextReviewOn, @Nullable String note) {
        return change(at, (entry, when) -> entry.review(nextReviewOn, note, when));
    }

    @Transactional
    RegisterEntry assign(At at, @Nullable String post, @Nullable String organisation) {
        organisations.requireOnRecord(organisation);
        return change(at, (entry, when) -> entry.assign(post, organisation, when));
    }

    /// @param to a body above the one that has it; the first of them when null
    @Transactional
    RegisterEntry escalate(At at, @Nullable String to, String reason) {
        return change(
                at, (entry, when) -> entry.escalate(above(entry, to, when.on()), reason, when));
    }

    @Transactional
    RegisterEntry accept(At at, @Nullable LocalDate nextReviewOn, @Nullable String note) {
        return change(at, (entry, when) -> entry.accept(nextReviewOn, note, when));
    }

    @Transactional
    RegisterEntry sendBack(At at, String reason) {
        return change(at, (entry, when) -> entry.sendBack(reason, when));
    }

    @Transactional
    RegisterEntry tolerate(At at, LocalDate until, String reason) {
        return change(at, (entry, when) -> entry.tolerate(until, reason, when));
    }

    /// @param title of the issue that it has become, null for the title of the risk
    @Transactional
    RegisterEntry materialise(At at, @Nullable String title, @Nullable String note) {
        var risk = change(at, (entry, when) -> entry.materialise(note, when));
        recordEntry.comeOf(risk, EntryKind.ISSUE, title);
        return risk;
    }

    /// @param title of the risk that there is now, null for the words of the assumption
    @Transactional
    RegisterEntry fail(At at, @Nullable String title, @Nullable String note) {
        var assumption = change(at, (entry, when) -> entry.fail(note, when));
        recordEntry.comeOf(assumption, EntryKind.RISK, title);
        return assumption;
    }

    @Transactional
    RegisterEntry close(At at, String note) {
        return change(at, (entry, when) -> entry.close(note, when));
    }

    @Transactional
    RegisterEntry reopen(At at, String reason) {
        return change(at, (entry, when) -> entry.reopen(reason, when));
    }

    @Transactional
    RegisterEntry link(At at, Link link) {
        return change(
                at,
                (entry, _) -> {
                    subjects.requireThere(link);
                    if (link.type().equals(Link.ENTRY)
                            && (link.id().equals(entry.reference)
                                    || link.id().equals(entry.id.toString()))) {
                        throw new EntryRefusal.LinkedToItself(entry.reference);
                    }
                    entry.link(link);
                });
    }

    private RegisterEntry change(At at, BiConsumer<RegisterEntry, RegisterEntry.At> step) {
        var entry = entries.requireAlone(at.entry);
        recorder.requireWriting(entry.locality, "register entry", at.entry);
        entry.requireUnchanged(at.ifMatch);
        var today = recorder.today();
        var on = at.on == null ? today : at.on;
        if (on.isAfter(today)) {
            throw new EntryRefusal.InTheFuture("effectiveOn", on, today);
        }
        if (entry.endTolerance(on)) {
            eventLog.append(entry.changed());
        }
        step.accept(entry, new RegisterEntry.At(on, recorder.provenance(at.provenance)));
        entries.flush();
        eventLog.append(entry.changed());
        return entry;
    }

    private BodyOnDate above(RegisterEntry entry, @Nullable String to, LocalDate on) {
        var now = entry.last();
        if (now.bodyId == null) {
            throw new EntryRefusal.NobodyAbove(entry.reference, null, on);
        }
        var above = bodies.parentsOf(now.bodyId, on);
        if (above.isEmpty()) {
            throw new EntryRefusal.NobodyAbove(entry.reference, now.bodyReference, on);
        }
        if (to == null) {
            return above.getFirst();
        }
        return above.stream()
                .filter(body -> body.reference().equals(to) || body.id().toString().equals(to))
                .findFirst()
                .orElseThrow(
                        () ->
                                new EntryRefusal.NotAbove(
                                        entry.reference,
                                        String.valueOf(now.bodyReference),
                                        to,
                                        above.stream().map(BodyOnDate::reference).toList()));
    }
}
