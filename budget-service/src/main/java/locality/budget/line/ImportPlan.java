package locality.budget.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Basis;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.fund.PlanStage;
import locality.budget.planversion.PlanVersions;
import locality.budget.planversion.PlannedLine;
import locality.platform.caller.Caller;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a spreadsheet as the whole plan of a fund: new rows become lines, known ones change, lines
/// that are missing are withdrawn. All of it, or nothing; the same file again changes nothing.
/// Where a plan was approved before, all of that happens once this one is.
@ApplicationScoped
class ImportPlan {

    private final Funds funds;
    private final Lines lines;
    private final Agreements agreements;
    private final PlanVersions versions;
    private final NextPlan nextPlan;
    private final PlanGuard guard;
    private final EventLog eventLog;
    private final Event<FundPlanned> plans;
    private final DryRun dryRun;

    ImportPlan(
            Funds funds,
            Lines lines,
            Agreements agreements,
            PlanVersions versions,
            NextPlan nextPlan,
            PlanGuard guard,
            EventLog eventLog,
            Event<FundPlanned> plans,
            DryRun dryRun) {
        this.funds = funds;
        this.lines = lines;
        this.agreements = agreements;
        this.versions = versions;
        this.nextPlan = nextPlan;
        this.guard = guard;
        this.eventLog = eventLog;
        this.plans = plans;
        this.dryRun = dryRun;
    }

    @Schema(name = "PlanImported")
    record Imported(
            UUID fundId,
            int planVersion,
            @Nullable PlanStage stage,
            Pence plannedPence,
            int added,
            int changed,
            int unchanged,
            int withdrawn,
            @Schema(
                            description =
                                    "References of protected amounts of which too little is left,"
                                            + " and which only warn")
                    List<String> warnings) {}

    @Transactional
    Imported handle(
            Caller caller,
            String fundIdOrReference,
            @Nullable PlanStage stage,
            @Nullable String ifMatch,
            String text,
            boolean onlyTry) {
        var fund = funds.lock(caller, fundIdOrReference);
        new EntityTag(fund.version()).check(ifMatch);
        var all = new ArrayList<>(lines.lockAllOf(fund));
        var sheet = PlanCsv.read(text);
        var before = PlannedBefore.of(versions.latestOf(fund));
        sheet.checkExportedFrom(fund.planVersion());
        var matched = match(fund, sheet, all, before, mayPool(fund));
        var warnings = guard.requireAllowed(fund, changes(all, matched));
        requireRestCanBeWithdrawn(all, matched.values());

        int known = all.size();
        var entered = Entered.by(caller, null);
        var plan = new ArrayList<PlannedLine>();
        for (var row : sheet.rows()) {
            var line = matched.get(row);
            if (line == null) {
                line = add(fund, row, all.size() + 1, entered);
                all.add(line);
            }
            plan.add(row.of(line, before.of(line), entered));
        }
        plan.sort(inTheOrderOf(all));
        int added = all.size() - known;
        int unchanged = before.countOf(plan);
        int withdrawn = before.countMissingFrom(plan);
        if (unchanged < plan.size() || withdrawn > 0 || !fund.isAt(stage)) {
            var planned = nextPlan.of(fund, all, plan, stage, caller);
            eventLog.append(planned);
            plans.fire(planned);
        }
        dryRun.undoIf(onlyTry);
        return new Imported(
                fund.id(),
                fund.planVersion(),
                fund.planStage(),
                fund.planned(),
                added,
                plan.size() - added - unchanged,
                unchanged,
                withdrawn,
                warnings);
    }

    /// What each line would get or lose.
    private static Map<UUID, Pence> changes(
            List<BudgetLine> all, Map<PlanRow, BudgetLine> matched) {
        var changes = new HashMap<UUID, Pence>();
        all.forEach(line -> changes.put(line.id, line.plannedPence.negated()));
        matched.forEach((row, line) -> changes.merge(line.id, row.planned(), Pence::plus));
        return changes;
    }

    /// Which line each row means, and every rule a row may break against what the fund holds.
    private static Map<PlanRow, BudgetLine> match(
            Fund fund, PlanCsv plan, List<BudgetLine> all, PlannedBefore before, boolean mayPool) {
        var byKey = all.stream().collect(Collectors.toMap(BudgetLine::key, Function.identity()));
        var byReference =
                all.stream().collect(Collectors.toMap(line -> line.reference, line -> line));
        var matched = new HashMap<PlanRow, BudgetLine>();
        for (var row : plan.rows()) {
            var line = byKey.get(row.key());
            checkExported(row, line, byReference);
            row.said(line, line == null ? null : before.of(line)).check(row.at(), fund.uses());
            if (row.basis() == Basis.POOLED && !mayPool && !isPooled(line)) {
                row.at()
                        .fault(
                                "basis",
                                "POOLED needs a section 75 agreement with a host and a fund"
                                        + " manager, which is POOLED itself on the"
                                        + " first day of the year");
            }
            if (line != null) {
                checkPromises(row, line.inPlan());
                matched.put(row, line);
            }
        }
        plan.refuseFaults();
        return matched;
    }

    private static void checkExported(
            PlanRow row, @Nullable BudgetLine line, Map<String, BudgetLine> byReference) {
        if (row.reference() == null) {
            return;
        }
        var meant = byReference.get(row.reference());
        if (meant == null) {
            row.at().fault("reference", "%s is no line of this fund".formatted(row.reference()));
        } else if (meant != line) {
            row.at()
                    .fault(
                            "reference",
                            "%s is another line: scheme, area, commissioner, provider type, source and kind make a line what it is"
                                    .formatted(row.reference()));
        } else if (row.version() != null && row.version() != meant.version) {
            row.at()
                    .fault(
                            "version",
                            "you read version %d, it is now %d"
                                    .formatted(row.version(), meant.version));
        }
    }

    /// What the approval of the plan would be refused for is a fault of its row already.
    private static void checkPromises(PlanRow row, LineInPlan line) {
        if (!line.canStandOn(row.basis())) {
            fault(row, "basis", new LineRefusal.KeepsItsBasis(line, row.basis().name()));
        }
        if (!line.canBePlannedAt(row.planned())) {
            fault(row, "plannedPence", new LineRefusal.LessThanPromised(line, row.planned()));
        }
    }

    private static void fault(PlanRow row, String column, LineRefusal refusal) {
        row.at().fault(column, Objects.requireNonNull(refusal.getMessage()));
    }

    private static void requireRestCanBeWithdrawn(
            List<BudgetLine> all, Collection<BudgetLine> kept) {
        var ids = kept.stream().map(BudgetLine::id).collect(Collectors.toSet());
        all.stream()
                .filter(line -> !line.withdrawn && !ids.contains(line.id))
                .map(BudgetLine::inPlan)
                .forEach(LineInPlan::requireCanBeWithdrawn);
    }

    /// A line that stands in no plan yet.
    private BudgetLine add(Fund fund, PlanRow row, int number, Provenance entered) {
        var line = new BudgetLine();
        line.id = Ids.next();
        line.fundId = fund.id();
        line.number = number;
        line.reference = "%s-L%02d".formatted(fund.reference(), number);
        line.locality = fund.locality();
        line.scheme = row.key().scheme();
        line.areaOfSpend = row.key().areaOfSpend();
        line.commissioner = row.key().commissioner();
        line.providerType = row.key().providerType();
        line.fundingSource = row.key().fundingSource();
        line.kind = row.key().kind();
        line.basis = row.basis();
        line.provenance = entered;
        line.withdrawn = true;
        lines.persist(line);
        return line;
    }

    private static Comparator<PlannedLine> inTheOrderOf(List<BudgetLine> lines) {
        var numbers = lines.stream().collect(Collectors.toMap(BudgetLine::id, line -> line.number));
        return Comparator.comparing(row -> Objects.requireNonNull(numbers.get(row.lineId())));
    }

    /// Whether a line is planned so already, which a plan may say again whatever became of the
    /// pool.
    private static boolean isPooled(@Nullable BudgetLine line) {
        return line != null && line.basis == Basis.POOLED;
    }

    /// Whether the fund's agreement pools money on the first day of the fund's year, from which on
    /// a line stands on the basis that it is planned on.
    private boolean mayPool(Fund fund) {
        return Optional.ofNullable(fund.agreementId())
                .flatMap(agreements::findByIdOptional)
                .filter(agreement -> agreement.poolsOn(fund.financialYear().start()))
                .isPresent();
    }
}
