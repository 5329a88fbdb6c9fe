package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import locality.governance.plan.PlanRefusal.RowsRefused;
import locality.governance.plan.PlanRefusal.StaleRows;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of plans: rows with a version give the plan of that reference another title,
/// others make one; all or nothing, and every row at fault is named by its line.
@ApplicationScoped
class ImportPlans {

    private final Plans plans;
    private final ChangePlan changePlan;
    private final Recorder recorder;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    ImportPlans(
            Plans plans,
            ChangePlan changePlan,
            Recorder recorder,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction) {
        this.plans = plans;
        this.changePlan = changePlan;
        this.recorder = recorder;
        this.entities = entities;
        this.transaction = transaction;
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

    /// What a spreadsheet did, or would do; rows that say what is on record change nothing.
    @Schema(name = "PlansImported")
    record Imported(int made, int changed, int unchanged, boolean dryRun) {}

    /// @param dryRun tries it out: everything happens, and then none of it is kept
    @Transactional
    Imported handle(List<Row> rows, boolean dryRun) {
        requireFresh(rows);
        var refused = new ArrayList<RowsRefused.Row>();
        var named = new HashSet<String>();
        int made = 0;
        int changed = 0;
        for (var row : rows) {
            try {
                if (!named.add(row.reference)) {
                    throw new PlanRefusal.PlanNamedTwice(row.reference);
                } else if (row.version == null) {
                    make(row);
                    made++;
                } else if (change(row)) {
                    changed++;
                }
            } catch (NotFound notTheirs) {
                throw notTheirs;
            } catch (Refusal no) {
                refused.add(new RowsRefused.Row(row.line, no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new RowsRefused(refused);
        }
        if (dryRun) {
            entities.flush();
            entities.createNativeQuery("set constraints all immediate").executeUpdate();
            transaction.setRollbackOnly();
        }
        return new Imported(made, changed, rows.size() - made - changed, dryRun);
    }

    /// A row without a version that names a plan there is, was read before that was made.
    private void requireFresh(List<Row> rows) {
        var stale = new ArrayList<StaleRows.Stale>();
        for (var row : rows) {
            there(row)
                    .filter(plan -> !Objects.equals(plan.version, row.version))
                    .map(
                            plan ->
                                    new StaleRows.Stale(
                                            row.line, plan.reference, row.version, plan.version))
                    .ifPresent(stale::add);
        }
        if (!stale.isEmpty()) {
            throw new StaleRows(stale);
        }
    }

    private Optional<Plan> there(Row row) {
        if (row.version == null && !plans.isTaken(row.reference)) {
            return Optional.empty();
        }
        var plan = plans.requireAlone(row.reference);
        recorder.requireWriting(plan.locality, "plan", row.reference);
        return Optional.of(plan);
    }

    private void make(Row row) {
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

    private boolean change(Row row) {
        var plan = plans.require(row.reference);
        row.requireMadeAs(plan);
        if (plan.title.equals(row.title)) {
            return false;
        }
        changePlan.retitle(row.reference, null, row.title);
        return true;
    }
}
