package locality.governance.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Takes actions as a spreadsheet: rows that name one change it, others are new.
@ApplicationScoped
class ImportActions implements SheetOfRecord.Keeper<ActionSheet.Row, Action> {

    private static final String IN_A_SPREADSHEET = "Changed in a spreadsheet";

    private final Actions actions;
    private final GiveAction giveAction;
    private final Organisations organisations;
    private final SheetOfRecord sheet;
    private final Recorder recorder;
    private final EventLog eventLog;

    ImportActions(
            Actions actions,
            GiveAction giveAction,
            Organisations organisations,
            SheetOfRecord sheet,
            Recorder recorder,
            EventLog eventLog) {
        this.actions = actions;
        this.giveAction = giveAction;
        this.organisations = organisations;
        this.sheet = sheet;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv) {
        return sheet.take(ActionSheet.read(csv), this, false);
    }

    @Override
    public SheetOfRecord.Key keyOf(ActionSheet.Row row) {
        return row.key();
    }

    /// What it is called is never chosen, so a row that names one is of one on record.
    @Override
    public Optional<Action> lookUp(String reference) {
        var action = actions.requireAlone(reference);
        recorder.requireWriting(action.locality, "action", reference);
        return Optional.of(action);
    }

    @Override
    public long versionOf(Action action) {
        return action.version;
    }

    /// What is new was started or completed on the day it was given.
    @Override
    public void add(ActionSheet.Row row) {
        var action = giveAction.handle(row.from(), row.task());
        if (row.state() != null && row.state() != ActionState.OPEN) {
            step(
                    action,
                    row,
                    row.note(),
                    row.evidence(),
                    action.given().effectiveOn(),
                    action.given().provenance());
            actions.flush();
            eventLog.append(action.changed());
        }
    }

    @Override
    public boolean change(Action action, ActionSheet.Row row) {
        row.requireOriginOf(action);
        var task = row.taskOf(action);
        var source = recorder.provenance(null);
        var before = action.last();
        var note = said(row.note(), before.note());
        boolean reworded = !action.isWordedAs(task);
        boolean moved = !task.due().equals(before.due());
        boolean stepped = row.state() != null && row.state() != before.state();
        boolean completed = stepped && row.state() == ActionState.COMPLETE;
        requireSaid(action, row, "note", before.note(), row.note(), moved || completed);
        requireSaid(action, row, "evidence", before.evidence(), row.evidence(), completed);
        if (reworded) {
            organisations.requireOnRecord(task.organisation());
            action.reword(task);
        }
        if (moved) {
            var reason = completed || note == null ? IN_A_SPREADSHEET : note;
            action.move(task.due(), recorder.today(), reason, source);
        }
        if (stepped) {
            var evidence = said(row.evidence(), before.evidence());
            step(action, row, note, evidence, recorder.today(), source);
        }
        boolean changed = reworded || moved || stepped;
        if (changed) {
            actions.flush();
            eventLog.append(action.changed());
        }
        return changed;
    }

    /// @throws ActionRefusal if a cell was edited of which nothing comes
    private static void requireSaid(
            Action action,
            ActionSheet.Row row,
            String column,
            @Nullable String onRecord,
            @Nullable String told,
            boolean written) {
        if (!written && row.columns().contains(column) && !Objects.equals(told, onRecord)) {
            throw new ActionRefusal.NotInASpreadsheet(action.reference, column);
        }
    }

    /// What a sheet says anew: what stands there since the step before is nobody's reason for the
    /// next.
    private static @Nullable String said(@Nullable String cell, @Nullable String before) {
        return Objects.equals(cell, before) ? null : cell;
    }

    private void step(
            Action action,
            ActionSheet.Row row,
            @Nullable String note,
            @Nullable String evidence,
            LocalDate on,
            Provenance source) {
        var next = Objects.requireNonNull(row.state());
        if (Set.of(ActionState.OPEN, ActionState.SUPERSEDED).contains(next)) {
            throw new ActionRefusal.NotMadeInASpreadsheet(action.reference, next);
        }
        if (next == ActionState.IN_PROGRESS) {
            action.start(on, source);
        } else {
            action.complete(on, note(action, note), evidence, source);
        }
    }

    private static String note(Action action, @Nullable String note) {
        if (note == null) {
            throw new ActionRefusal.CompletedWithoutNote(action.reference);
        }
        return note;
    }
}
