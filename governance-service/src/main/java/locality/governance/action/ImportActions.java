package locality.governance.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of actions: rows that name one change it, others are new; all or nothing,
/// and every row at fault is named by its line.
@ApplicationScoped
class ImportActions {

    private static final String IN_A_SPREADSHEET = "Changed in a spreadsheet";

    private final Actions actions;
    private final GiveAction giveAction;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    ImportActions(
            Actions actions,
            GiveAction giveAction,
            Organisations organisations,
            Recorder recorder,
            EventLog eventLog) {
        this.actions = actions;
        this.giveAction = giveAction;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// What a spreadsheet did; rows that say what is on record change nothing.
    record Imported(int given, int changed, int unchanged) {}

    @Transactional
    Imported handle(String csv) {
        var rows = ActionSheet.read(csv);
        var known = requireFresh(rows);
        var refused = new ArrayList<ActionRefusal.RowsRefused.Row>();
        var named = new HashSet<String>();
        int given = 0;
        int changed = 0;
        for (var row : rows) {
            try {
                if (row.reference() == null) {
                    give(row);
                    given++;
                } else if (!named.add(row.reference())) {
                    throw new ActionRefusal.NamedTwice(row.reference());
                } else if (change(Objects.requireNonNull(known.get(row.line())), row)) {
                    changed++;
                }
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(new ActionRefusal.RowsRefused.Row(row.line(), no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new ActionRefusal.RowsRefused(refused);
        }
        return new Imported(given, changed, rows.size() - given - changed);
    }

    /// The actions that rows name, by line.
    private Map<Integer, Action> requireFresh(List<ActionSheet.Row> rows) {
        var known = new HashMap<Integer, Action>();
        var stale = new ArrayList<ActionRefusal.StaleRows.Stale>();
        for (var row : rows) {
            if (row.reference() != null) {
                var action = actions.requireAlone(row.reference());
                recorder.requireWriting(action.locality, "action", row.reference());
                known.put(row.line(), action);
                if (!Objects.equals(action.version, row.version())) {
                    stale.add(
                            new ActionRefusal.StaleRows.Stale(
                                    row.line(), action.reference, row.version(), action.version));
                }
            }
        }
        if (!stale.isEmpty()) {
            throw new ActionRefusal.StaleRows(stale);
        }
        return known;
    }

    /// What is new was started or completed on the day it was given.
    private void give(ActionSheet.Row row) {
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

    /// @return whether anything of it changed
    private boolean change(Action action, ActionSheet.Row row) {
        row.requireOriginOf(action);
        var task = row.taskOf(action);
        var source = recorder.provenance(null);
        var before = action.last();
        boolean reworded = !action.isWordedAs(task);
        boolean moved = !task.due().equals(action.last().due());
        boolean stepped = row.state() != null && row.state() != action.last().state();
        if (reworded) {
            organisations.requireOnRecord(task.organisation());
            action.reword(task);
        }
        if (moved) {
            var note = said(row.note(), before.note());
            var reason = stepped || note == null ? IN_A_SPREADSHEET : note;
            action.move(task.due(), recorder.today(), reason, source);
        }
        if (stepped) {
            step(
                    action,
                    row,
                    said(row.note(), before.note()),
                    said(row.evidence(), before.evidence()),
                    recorder.today(),
                    source);
        }
        boolean changed = reworded || moved || stepped;
        if (changed) {
            actions.flush();
            eventLog.append(action.changed());
        }
        return changed;
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
            throw new ActionRefusal.NotInASpreadsheet(action.reference, next);
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
