package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of plans: rows with a version give the plan of that reference another title,
/// others make one; all or nothing, and every row at fault is named by its line.
@ApplicationScoped
class ImportPlans implements SheetOfRecord.Keeper<ImportPlans.Row, Plan> {

    private final Plans plans;
    private final ChangePlan changePlan;
    private final Recorder recorder;
    private final SheetOfRecord sheetOfRecord;

    ImportPlans(
            Plans plans, ChangePlan changePlan, Recorder recorder, SheetOfRecord sheetOfRecord) {
        this.plans = plans;
        this.changePlan = changePlan;
        this.recorder = recorder;
        this.sheetOfRecord = sheetOfRecord;
    }

    /// @param line as a spreadsheet counts: the header is line 1
    /// @param version of the plan when the sheet was read, null for a new one
    record Row(
            int line,
            String reference,
            @Nullable Long version,
            String title,
            @Nullable String body,
            @Nullable Locality locality,
            @Nullable LocalDate madeOn) {

        /// Whose a plan is, and when it was made, is not changed in a spreadsheet.
        void requireMadeAs(Plan plan) {
            requireSame(plan, "body", body, plan.bodyReference);
            requireSame(plan, "locality", locality, plan.locality);
            requireSame(plan, "madeOn", madeOn, plan.madeOn);
        }

        private static void requireSame(
                Plan plan, String column, @Nullable Object said, @Nullable Object onRecord) {
            if (said != null && !said.equals(onRecord)) {
                throw new PlanRefusal.MadeOtherwise(plan.reference, column, said, onRecord);
            }
        }
    }

    /// @param dryRun tries it out: everything happens, and then none of it is kept
    @Transactional
    SheetOfRecord.Taken handle(List<Row> rows, boolean dryRun) {
        return sheetOfRecord.take(rows, this, dryRun);
    }

    @Override
    public SheetOfRecord.Key keyOf(Row row) {
        return new SheetOfRecord.Key(row.line, row.reference, row.version);
    }

    @Override
    public Optional<Plan> lookUp(String reference) {
        if (!plans.isTaken(reference)) {
            return Optional.empty();
        }
        var plan = plans.requireAlone(reference);
        recorder.requireWriting(plan.locality, "plan", reference);
        return Optional.of(plan);
    }

    @Override
    public long versionOf(Plan plan) {
        return plan.version;
    }

    @Override
    public void add(Row row) {
        changePlan.make(
                new ChangePlan.ToMake(
                        row.reference,
                        row.title,
                        row.body,
                        row.locality,
                        row.madeOn,
                        List.of(),
                        List.of(),
                        List.of(),
                        recorder.provenance(null)));
    }

    @Override
    public boolean change(Plan plan, Row row) {
        row.requireMadeAs(plan);
        if (plan.title.equals(row.title)) {
            return false;
        }
        changePlan.retitle(row.reference, null, row.title);
        return true;
    }
}
