package locality.governance.plan;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetRefusal.RowsRefused;
import locality.governance.recorder.SheetRefusal.StaleRows;
import locality.governance.schedule.ToSchedule.Predecessor;
import locality.platform.fact.Provenance;
import locality.platform.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Reads a spreadsheet of a plan's milestones: rows that name one change it, others are new; all or
/// nothing, and every row at fault is named by its line.
@ApplicationScoped
class ImportMilestones {

    private static final String IN_A_SPREADSHEET = "Changed in a spreadsheet";

    private final Plans plans;
    private final Milestones milestones;
    private final PlanMilestone planMilestone;
    private final TellOfMilestone tellOfMilestone;
    private final Recorder recorder;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    ImportMilestones(
            Plans plans,
            Milestones milestones,
            PlanMilestone planMilestone,
            TellOfMilestone tellOfMilestone,
            Recorder recorder,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction) {
        this.plans = plans;
        this.milestones = milestones;
        this.planMilestone = planMilestone;
        this.tellOfMilestone = tellOfMilestone;
        this.recorder = recorder;
        this.entities = entities;
        this.transaction = transaction;
    }

    /// What a spreadsheet did, or would do; rows that say what is on record change nothing.
    @Schema(name = "MilestonesImported")
    record Imported(int planned, int changed, int unchanged, boolean dryRun) {}

    /// @param dryRun tries it out: everything happens, and then none of it is kept
    @Transactional
    Imported handle(String idOrReference, String csv, boolean dryRun) {
        var plan = plans.requireAlone(idOrReference);
        recorder.requireWriting(plan.locality, "plan", idOrReference);
        var sheet = new Sheet(plan, MilestoneSheet.read(csv), recorder.provenance(null));
        var before = tellOfMilestone.datesBefore(plan.id);
        sheet.write();
        entities.flush();
        planMilestone.requireNoCircle(sheet.touched.keySet().stream().map(one -> one.id).toList());
        tellOfMilestone.handle(plan.id, sheet.touched, before);
        if (dryRun) {
            entities.createNativeQuery("set constraints all immediate").executeUpdate();
            transaction.setRollbackOnly();
        }
        return new Imported(
                sheet.planned,
                sheet.touched.size() - sheet.planned,
                sheet.rows.size() - sheet.touched.size(),
                dryRun);
    }

    /// One spreadsheet being written down.
    private final class Sheet {

        private final Plan plan;
        private final List<MilestoneSheet.Row> rows;
        private final Provenance source;
        private final Map<Integer, Milestone> byLine = new HashMap<>();

        /// Each with the day since when it is what it now is: what is new from when it was planned.
        private final Map<Milestone, LocalDate> touched = new LinkedHashMap<>();

        /// The last step of each that rows name, before the sheet changed anything.
        private final Map<Milestone, MilestoneStep> asRead = new HashMap<>();

        private final List<RowsRefused.Row> refused = new ArrayList<>();
        private int planned;

        Sheet(Plan plan, List<MilestoneSheet.Row> rows, Provenance source) {
            this.plan = plan;
            this.rows = rows;
            this.source = source;
        }

        void write() {
            milestones.holdLinks();
            requireFresh();
            int number = (int) milestones.countOf(plan.id);
            for (var row : rows) {
                if (row.reference() == null) {
                    int next = number + 1;
                    number = attempt(row, () -> add(row, next)) ? next : number;
                } else {
                    attempt(row, () -> change(requireNonNull(byLine.get(row.line())), row));
                }
            }
            refuse();
            entities.flush();
            rows.forEach(row -> attempt(row, () -> link(row)));
            rows.forEach(row -> attempt(row, () -> step(row)));
            refuse();
        }

        /// The milestones that rows name, by line.
        private void requireFresh() {
            var stale = new ArrayList<StaleRows.Stale>();
            var named = new HashSet<String>();
            for (var row : rows) {
                if (row.reference() != null) {
                    attempt(row, () -> name(row, named));
                    var one = byLine.get(row.line());
                    if (one != null && !Objects.equals(one.version, row.version())) {
                        stale.add(
                                new StaleRows.Stale(
                                        row.line(), one.reference, row.version(), one.version));
                    }
                }
            }
            refuse();
            if (!stale.isEmpty()) {
                throw new StaleRows(stale);
            }
        }

        private void name(MilestoneSheet.Row row, Set<String> named) {
            var reference = requireNonNull(row.reference());
            var milestone = milestones.requireAlone(reference);
            if (!milestone.planId.equals(plan.id)) {
                throw new MilestoneSheetRefusal.OfAnotherPlan(reference, plan.reference);
            }
            if (!named.add(milestone.reference)) {
                throw new MilestoneSheetRefusal.NamedTwice(milestone.reference);
            }
            byLine.put(row.line(), milestone);
            asRead.put(milestone, milestone.last());
        }

        private void add(MilestoneSheet.Row row, int number) {
            var milestone = planMilestone.plan(plan, row.toPlan(source), number);
            byLine.put(row.line(), milestone);
            touched.put(milestone, milestone.planned().effectiveOn());
            planned++;
        }

        private void change(Milestone milestone, MilestoneSheet.Row row) {
            if (row.plannedOn() != null
                    && !row.plannedOn().equals(milestone.planned().effectiveOn())) {
                throw new MilestoneSheetRefusal.PlannedThen(
                        milestone.reference, milestone.planned().effectiveOn(), row.plannedOn());
            }
            var said = row.toPlan(milestone, plan, source);
            var wording = planMilestone.wording(plan, said);
            if (!wording.equals(milestone.wording())) {
                milestone.reword(wording, recorder.today());
                touched.putIfAbsent(milestone, recorder.today());
            }
            boolean stepped = row.state() != null && row.state() != milestone.last().state();
            if (!said.forecast().equals(milestone.last().forecast())) {
                var note = said(row.note(), milestone.last().note());
                var reason = stepped || note == null ? IN_A_SPREADSHEET : note;
                milestone.move(said.forecast(), recorder.today(), reason, source);
                touched.putIfAbsent(milestone, recorder.today());
            }
        }

        /// What is new was so from the day it was planned; what was there, becomes so today.
        private void step(MilestoneSheet.Row row) {
            var milestone = requireNonNull(byLine.get(row.line()));
            var next = row.state();
            if (next == null || next == milestone.last().state()) {
                requireNothingLost(milestone, row);
                return;
            }
            var before = asRead.get(milestone);
            var note = said(row.note(), before == null ? null : before.note());
            var evidence = said(row.evidence(), before == null ? null : before.evidence());
            touched.putIfAbsent(milestone, recorder.today());
            var today = recorder.today();
            var day = row.reference() == null ? milestone.planned().effectiveOn() : today;
            switch (next) {
                case PLANNED ->
                        throw new MilestoneSheetRefusal.NotInASpreadsheet(
                                milestone.reference, milestone.last().state(), next);
                case IN_PROGRESS -> milestone.start(day, source);
                case ACHIEVED -> {
                    var on = row.achievedOn() == null ? day : row.achievedOn();
                    if (on.isAfter(today)) {
                        throw new PlanRefusal.InTheFuture("achievedOn", on, today);
                    }
                    milestone.achieve(on, note, evidence, source);
                }
                case CANCELLED -> milestone.cancel(day, reason(row, note), source);
            }
        }

        /// Of a step that is not taken, what the sheet says otherwise is not written: so it is
        /// refused. A note is written with a forecast that moved.
        private void requireNothingLost(Milestone milestone, MilestoneSheet.Row row) {
            var before = asRead.get(milestone);
            if (before == null) {
                return;
            }
            boolean moved = !before.equals(milestone.last());
            requireSame(milestone, row, "achievedOn", row.achievedOn(), before.achievedOn());
            requireSame(milestone, row, "evidence", row.evidence(), before.evidence());
            if (!moved) {
                requireSame(milestone, row, "note", row.note(), before.note());
            }
        }

        private static void requireSame(
                Milestone milestone,
                MilestoneSheet.Row row,
                String column,
                @Nullable Object said,
                @Nullable Object onRecord) {
            if (row.columns().contains(column) && !Objects.equals(said, onRecord)) {
                throw new MilestoneSheetRefusal.CellNotInASpreadsheet(
                        milestone.reference, column, said, onRecord);
            }
        }

        private static String reason(MilestoneSheet.Row row, @Nullable String note) {
            if (note == null) {
                throw new MilestoneSheetRefusal.CancelledWithoutNote(row.title());
            }
            return note;
        }

        /// What a sheet says anew: what stands there since the step before is nobody's reason for
        /// the next.
        private static @Nullable String said(@Nullable String cell, @Nullable String before) {
            return Objects.equals(cell, before) ? null : cell;
        }

        private void link(MilestoneSheet.Row row) {
            if (!row.columns().contains("predecessors")) {
                return;
            }
            var milestone = requireNonNull(byLine.get(row.line()));
            var links =
                    planMilestone.links(
                            milestone, row.predecessors().stream().map(this::resolved).toList());
            if (!links.equals(milestone.predecessors())) {
                milestone.waitFor(
                        links,
                        row.reference() == null
                                ? milestone.planned().effectiveOn()
                                : recorder.today());
                touched.putIfAbsent(milestone, recorder.today());
            }
        }

        /// `#2` is the milestone in line 2.
        private Predecessor resolved(Predecessor said) {
            if (!said.id().startsWith("#")) {
                return said;
            }
            var line = said.id().substring(1);
            var there = line.matches("\\d{1,6}") ? byLine.get(Integer.valueOf(line)) : null;
            if (there == null) {
                throw new MilestoneSheetRefusal.UnknownLine(said.id());
            }
            return new Predecessor(there.id.toString(), said.lagDays());
        }

        /// @return whether no rule refused it
        private boolean attempt(MilestoneSheet.Row row, Runnable what) {
            try {
                what.run();
                return true;
            } catch (Refusal no) {
                refused.add(RowsRefused.Row.of(row.line(), no));
                return false;
            }
        }

        private void refuse() {
            if (!refused.isEmpty()) {
                throw new RowsRefused(refused);
            }
        }
    }
}
