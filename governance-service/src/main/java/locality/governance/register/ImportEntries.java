package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// Takes a register as a spreadsheet. What an entry is called, who looks after it, what it scores
/// and when it is reviewed is changed there; its state and its body by the steps that change them.
@ApplicationScoped
class ImportEntries implements SheetOfRecord.Keeper<RegisterSheet.Row, RegisterEntry> {

    private static final String IN_A_SPREADSHEET = "Changed in a spreadsheet";
    private static final String DEFAULT_REGISTER = "Risks and issues";

    private final RegisterEntries entries;
    private final RecordEntry recordEntry;
    private final Organisations organisations;
    private final SheetOfRecord sheet;
    private final Recorder recorder;
    private final EventLog eventLog;

    ImportEntries(
            RegisterEntries entries,
            RecordEntry recordEntry,
            Organisations organisations,
            SheetOfRecord sheet,
            Recorder recorder,
            EventLog eventLog) {
        this.entries = entries;
        this.recordEntry = recordEntry;
        this.organisations = organisations;
        this.sheet = sheet;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        return sheet.take(RegisterSheet.read(csv), this, dryRun);
    }

    @Override
    public SheetOfRecord.Key keyOf(RegisterSheet.Row row) {
        return row.key();
    }

    @Override
    public Optional<RegisterEntry> lookUp(String reference) {
        var found = entries.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(
                entry -> recorder.requireWriting(entry.locality, "register entry", reference));
        return found;
    }

    @Override
    public long versionOf(RegisterEntry entry) {
        return entry.version;
    }

    @Override
    public void add(RegisterSheet.Row row) {
        if (row.kind() == null || row.locality() == null) {
            throw new Malformed(
                    "A new entry names its kind and its locality; line %d does not"
                            .formatted(row.key().line()));
        }
        var register = row.register() == null ? DEFAULT_REGISTER : row.register();
        recordEntry.handle(
                new RecordEntry.ToRecord(
                        row.key().reference(),
                        new EntryHead(
                                register,
                                row.kind(),
                                row.title(),
                                row.locality(),
                                row.neededOn(),
                                null,
                                null,
                                List.of()),
                        row.body(),
                        new EntryStanding(
                                row.post(),
                                row.organisation(),
                                row.given(),
                                List.of(),
                                row.reviewOn()),
                        row.recordedOn(),
                        sourceOf(row)));
    }

    @Override
    public boolean change(RegisterEntry entry, RegisterSheet.Row row) {
        requireSame(entry, row, recorder.today());
        var at = new RegisterEntry.At(recorder.today(), recorder.provenance(sourceOf(entry, row)));
        int steps = entry.steps.size();
        boolean retitled = !entry.title.equals(row.title());
        if (retitled) {
            entry.retitle(row.title());
        }
        entry.endTolerance(at.on());
        var scores = row.changed(entry.last());
        if (!scores.isEmpty()) {
            entry.score(scores, IN_A_SPREADSHEET, at);
        }
        assign(entry, row, at);
        if (row.says("reviewOn") && !Objects.equals(row.reviewOn(), entry.last().reviewOn)) {
            entry.review(row.reviewOn(), IN_A_SPREADSHEET, at);
        }
        boolean changed = retitled || entry.steps.size() > steps;
        if (!changed && sourceOf(entry, row) != null) {
            throw new EntryRefusal.NotInASpreadsheet(
                    entry.reference, "document", entry.recorded().provenance.document());
        }
        if (changed) {
            entries.flush();
            eventLog.append(entry.changed());
        }
        return changed;
    }

    private void assign(RegisterEntry entry, RegisterSheet.Row row, RegisterEntry.At at) {
        var now = entry.last();
        var post = row.says("post") ? row.post() : now.post;
        var organisation = row.says("organisation") ? row.organisation() : now.organisation;
        if (!Objects.equals(post, now.post) || !Objects.equals(organisation, now.organisation)) {
            organisations.requireOnRecord(organisation);
            entry.assign(post, organisation, at);
        }
    }

    /// @throws EntryRefusal if the row says otherwise what a spreadsheet does not change; an empty
    ///   cell says so only of what may be nothing
    private static void requireSame(RegisterEntry entry, RegisterSheet.Row row, LocalDate today) {
        var now = entry.last();
        requireSame(entry, "register", row.register(), entry.register);
        requireSame(entry, "kind", row.kind(), entry.kind);
        requireSame(entry, "locality", row.locality(), entry.locality);
        requireSame(entry, "state", row.state(), now.stateOn(today));
        requireSame(entry, "recordedOn", row.recordedOn(), entry.recorded().effectiveOn);
        requireSame(entry, row, "body", row.body(), now.bodyReference);
        requireSame(entry, row, "escalatedTo", row.escalatedTo(), now.escalatedToReference);
        requireSame(
                entry,
                row,
                "toleratedUntil",
                row.toleratedUntil(),
                now.isToleranceOverOn(today) ? null : now.toleratedUntil);
        requireSame(entry, row, "neededOn", row.neededOn(), entry.neededOn);
    }

    private static void requireSame(
            RegisterEntry entry, String column, @Nullable Object told, @Nullable Object onRecord) {
        if (told != null && !told.equals(onRecord)) {
            throw new EntryRefusal.NotInASpreadsheet(entry.reference, column, onRecord);
        }
    }

    private static void requireSame(
            RegisterEntry entry,
            RegisterSheet.Row row,
            String column,
            @Nullable Object told,
            @Nullable Object onRecord) {
        if (row.says(column) && !Objects.equals(told, onRecord)) {
            throw new EntryRefusal.NotInASpreadsheet(entry.reference, column, onRecord);
        }
    }

    private static @Nullable Provenance sourceOf(RegisterSheet.Row row) {
        return row.document() == null
                ? null
                : Provenance.stated(row.document(), row.section() == null ? "-" : row.section());
    }

    /// The source of a change is whoever changed it, unless the sheet names another document.
    private static @Nullable Provenance sourceOf(RegisterEntry entry, RegisterSheet.Row row) {
        var said = sourceOf(row);
        return said != null && said.equals(entry.recorded().provenance) ? null : said;
    }
}
