package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.References;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Enters a risk, an issue, an assumption or a dependency.
@ApplicationScoped
class RecordEntry {

    private final RegisterEntries entries;
    private final BodyRegister bodies;
    private final Organisations organisations;
    private final Subjects subjects;
    private final References references;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordEntry(
            RegisterEntries entries,
            BodyRegister bodies,
            Organisations organisations,
            Subjects subjects,
            References references,
            Recorder recorder,
            EventLog eventLog) {
        this.entries = entries;
        this.bodies = bodies;
        this.organisations = organisations;
        this.subjects = subjects;
        this.references = references;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What somebody enters.
    ///
    /// @param reference null for the next of its body, as in `BRY-JLT-RISK-4`, or of its locality
    /// @param body that has it, by id or reference; null while none has
    /// @param on the day it was entered, not after today; today when null
    record ToRecord(
            @Nullable String reference,
            EntryHead head,
            @Nullable String body,
            EntryStanding standing,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {}

    @Transactional
    RegisterEntry handle(ToRecord told) {
        recorder.requireWriting(told.head.locality(), "locality", told.head.locality());
        organisations.requireOnRecord(told.standing.organisation());
        var on = told.on == null ? recorder.today() : told.on;
        if (on.isAfter(recorder.today())) {
            throw new EntryRefusal.InTheFuture("recordedOn", on, recorder.today());
        }
        subjects.requireThere(told.head);
        var body = told.body == null ? null : body(told.body, told.head.locality(), on);
        return store(
                told.reference,
                told.head,
                body,
                told.standing,
                EntryOrigin.ENTERED,
                on,
                recorder.provenance(told.provenance));
    }

    /// Enters what came of another entry: the issue of a risk that happened, the risk of an
    /// assumption that failed. The body that had the one has the other.
    RegisterEntry comeOf(RegisterEntry cause, EntryKind kind, @Nullable String title) {
        var now = cause.last();
        return store(
                null,
                EntryHead.of(
                        cause.register, kind, title == null ? cause.title : title, cause.locality),
                now.bodyId == null ? null : bodies.get(now.bodyId, now.effectiveOn),
                EntryStanding.heirOf(now),
                new EntryOrigin(cause.id, null),
                now.effectiveOn,
                now.provenance);
    }

    /// The entry, told as it is.
    RegisterEntry store(
            @Nullable String reference,
            EntryHead head,
            @Nullable BodyOnDate body,
            EntryStanding standing,
            EntryOrigin origin,
            LocalDate on,
            Provenance provenance) {
        var called = reference == null ? next(head, body) : reference;
        if (entries.lookUp(called, LockModeType.NONE).isPresent()) {
            throw new EntryRefusal.ReferenceTaken(called);
        }
        var entry =
                RegisterEntry.recorded(
                        new RegisterEntry.New(
                                Ids.next(), called, head, body, standing, origin, on, provenance));
        entries.persistAndFlush(entry);
        eventLog.append(entry.changed());
        return entry;
    }

    private BodyOnDate body(String idOrReference, Locality locality, LocalDate on) {
        var body = bodies.requireOwn(idOrReference, on);
        if (body.locality() != locality) {
            throw new EntryRefusal.BodyElsewhere(
                    body.reference(), body.locality().code(), locality.code());
        }
        return body;
    }

    private String next(EntryHead head, @Nullable BodyOnDate body) {
        return references.next(
                "register_entry",
                "%s-%s-"
                        .formatted(
                                body == null ? head.locality().name() : body.reference(),
                                head.kind()));
    }
}
