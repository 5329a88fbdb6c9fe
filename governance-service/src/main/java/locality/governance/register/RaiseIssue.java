package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Turns;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Raises an issue for a feature in which something failed: a transfer that did not arrive. The
/// same source raises one, however often it says so and whoever says so at once; one that was
/// closed since is opened again.
@ApplicationScoped
public class RaiseIssue {

    /// The register in which such issues stand.
    public static final String REGISTER = "Issues";

    private final RegisterEntries entries;
    private final RecordEntry recordEntry;
    private final BodyRegister bodies;
    private final EntityManager database;
    private final Recorder recorder;
    private final EventLog eventLog;

    RaiseIssue(
            RegisterEntries entries,
            RecordEntry recordEntry,
            BodyRegister bodies,
            EntityManager database,
            Recorder recorder,
            EventLog eventLog) {
        this.entries = entries;
        this.recordEntry = recordEntry;
        this.bodies = bodies;
        this.database = database;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What went wrong, once: `scope-item` and its id.
    public record Source(String type, String id) {}

    /// The issue that there is now.
    ///
    /// @param raisedNow false when its source had raised it before
    public record Issue(UUID id, String reference, boolean raisedNow) {}

    /// Needs no caller: a consumer of events calls it too. It joins a transaction that there is.
    ///
    /// @param body that has it, by id; null while none has
    @Transactional
    public Issue handle(
            Locality locality,
            String title,
            @Nullable UUID body,
            Source source,
            Provenance provenance) {
        Turns.take(database, "issue|%s|%s|%s".formatted(locality, source.type, source.id));
        return entries.raisedBy(locality, source)
                .map(before -> again(before, title, provenance))
                .orElseGet(() -> raise(locality, title, body, source, provenance));
    }

    private Issue again(RegisterEntry before, String title, Provenance provenance) {
        var entry = entries.requireAlone(before.id.toString());
        if (entry.last().state == EntryState.CLOSED) {
            entry.reopen(title, new RegisterEntry.At(recorder.today(), provenance));
            entries.flush();
            eventLog.append(entry.changed());
        }
        return new Issue(entry.id, entry.reference, false);
    }

    private Issue raise(
            Locality locality,
            String title,
            @Nullable UUID body,
            Source source,
            Provenance provenance) {
        var today = recorder.today();
        var head =
                new EntryHead(
                        REGISTER,
                        EntryKind.ISSUE,
                        title,
                        locality,
                        null,
                        null,
                        null,
                        List.of(new Link(source.type, source.id)));
        var entry =
                recordEntry.store(
                        null,
                        head,
                        body == null ? null : bodies.get(body, today),
                        EntryStanding.NOTHING_SAID,
                        new EntryOrigin(null, source),
                        today,
                        provenance);
        return new Issue(entry.id, entry.reference, true);
    }
}
