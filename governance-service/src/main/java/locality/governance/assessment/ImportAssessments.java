package locality.governance.assessment;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.eventlog.EventLog;

/// Takes assessments as a spreadsheet: what one is called and when it is conducted is changed
/// there.
@ApplicationScoped
class ImportAssessments implements SheetOfRecord.Keeper<AssessmentSheet.Row, Assessment> {

    private final ConductAssessment conduct;
    private final Assessments assessments;
    private final SheetOfRecord sheet;
    private final Recorder recorder;
    private final EventLog eventLog;

    ImportAssessments(
            ConductAssessment conduct,
            Assessments assessments,
            SheetOfRecord sheet,
            Recorder recorder,
            EventLog eventLog) {
        this.conduct = conduct;
        this.assessments = assessments;
        this.sheet = sheet;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    SheetOfRecord.Taken handle(List<AssessmentSheet.Row> rows, boolean dryRun) {
        return sheet.take(rows, this, dryRun);
    }

    @Override
    public SheetOfRecord.Key keyOf(AssessmentSheet.Row row) {
        return row.key();
    }

    @Override
    public Optional<Assessment> lookUp(String reference) {
        var found = assessments.lookUpAlone(reference);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "assessment", reference));
        return found;
    }

    @Override
    public long versionOf(Assessment one) {
        return one.version;
    }

    @Override
    public void add(AssessmentSheet.Row row) {
        conduct.plan(planned(row));
    }

    @Override
    public boolean change(Assessment one, AssessmentSheet.Row row) {
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
        var differing = row.differingFrom(AssessmentOutline.of(one.last()));
        if (!differing.isEmpty()) {
            throw new AssessmentRefusal.NotInASpreadsheet(one.reference, differing);
        }
    }

    private static ConductAssessment.Planned planned(AssessmentSheet.Row row) {
        return new ConductAssessment.Planned(
                row.key().reference(),
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
