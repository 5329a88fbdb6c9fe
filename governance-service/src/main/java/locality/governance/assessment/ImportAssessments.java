package locality.governance.assessment;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of assessments, all or nothing, and names every row at fault by its line.
@ApplicationScoped
class ImportAssessments {

    private final ConductAssessment conduct;
    private final Assessments assessments;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final TransactionSynchronizationRegistry transaction;

    ImportAssessments(
            ConductAssessment conduct,
            Assessments assessments,
            Recorder recorder,
            EventLog eventLog,
            TransactionSynchronizationRegistry transaction) {
        this.conduct = conduct;
        this.assessments = assessments;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.transaction = transaction;
    }

    /// What a spreadsheet did; rows that say what is on record change nothing.
    ///
    /// @param dryRun whether it was only tried out: then nothing of it is kept
    @Schema(name = "AssessmentsImported")
    record Imported(int planned, int changed, int unchanged, boolean dryRun) {}

    @Transactional
    Imported handle(List<AssessmentSheet.Row> rows, boolean dryRun) {
        var known = requireFresh(rows);
        var refused = new ArrayList<AssessmentRefusal.RowsRefused.Row>();
        int planned = 0;
        int changed = 0;
        for (var row : rows) {
            try {
                var onRecord = known.get(row.line());
                if (onRecord == null) {
                    conduct.plan(planned(row));
                    planned++;
                } else if (change(onRecord, row)) {
                    changed++;
                }
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(
                        new AssessmentRefusal.RowsRefused.Row(row.line(), no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new AssessmentRefusal.RowsRefused(refused);
        }
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        return new Imported(planned, changed, rows.size() - planned - changed, dryRun);
    }

    /// The assessments that rows name, by line.
    private Map<Integer, Assessment> requireFresh(List<AssessmentSheet.Row> rows) {
        var known = new HashMap<Integer, Assessment>();
        var stale = new ArrayList<AssessmentRefusal.StaleRows.Stale>();
        for (var row : rows) {
            if (row.version() != null) {
                var reference = requireNonNull(row.reference());
                var one = assessments.requireAlone(reference);
                recorder.requireWriting(one.locality, "assessment", reference);
                known.put(row.line(), one);
                if (row.version() != one.version) {
                    stale.add(
                            new AssessmentRefusal.StaleRows.Stale(
                                    row.line(), one.reference, row.version(), one.version));
                }
            }
        }
        if (!stale.isEmpty()) {
            throw new AssessmentRefusal.StaleRows(stale);
        }
        return known;
    }

    private boolean change(Assessment one, AssessmentSheet.Row row) {
        var plannedOn = row.replans() ? row.plannedOn() : one.plannedOn;
        requireSameOtherwise(one, row);
        if (row.title().equals(one.title) && Objects.equals(plannedOn, one.plannedOn)) {
            return false;
        }
        var told = one.replan(row.title(), plannedOn, recorder.today());
        assessments.flush();
        eventLog.append(told);
        return true;
    }

    private static void requireSameOtherwise(Assessment one, AssessmentSheet.Row row) {
        var differing = new ArrayList<String>();
        note(differing, "framework", row.framework(), one.framework.code);
        note(differing, "locality", row.locality(), one.locality);
        note(differing, "subjectType", row.subjectType(), one.subjectType);
        note(differing, "subjectId", row.subjectId(), one.subjectId);
        note(differing, "body", row.body(), one.bodyReference);
        if (!differing.isEmpty()) {
            throw new AssessmentRefusal.NotInASpreadsheet(one.reference, differing);
        }
    }

    /// An empty cell says nothing.
    private static void note(
            List<String> differing, String column, @Nullable Object said, @Nullable Object is) {
        if (said != null && !said.equals(is)) {
            differing.add(column);
        }
    }

    private static ConductAssessment.Planned planned(AssessmentSheet.Row row) {
        return new ConductAssessment.Planned(
                row.reference(),
                row.title(),
                requireNonNull(row.framework()),
                requireNonNull(row.locality()),
                row.subjectType(),
                row.subjectId(),
                row.body(),
                row.plannedOn(),
                List.of(),
                null,
                null);
    }
}
