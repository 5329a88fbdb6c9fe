package locality.budget.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import locality.platform.caller.Caller;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a spreadsheet as the whole plan of a fund: new rows become lines, known ones change, lines
/// that are missing are withdrawn. All of it, or nothing; the same file again changes nothing.
@ApplicationScoped
class ImportPlan {

    private final Funds funds;
    private final Lines lines;
    private final Agreements agreements;
    private final NextPlan nextPlan;
    private final PlanGuard guard;
    private final EventLog eventLog;
    private final Event<FundPlanned> plans;
    private final DryRun dryRun;
    private final Clock clock;

    ImportPlan(
            Funds funds,
            Lines lines,
            Agreements agreements,
            NextPlan nextPlan,
            PlanGuard guard,
            EventLog eventLog,
            Event<FundPlanned> plans,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.agreements = agreements;
        this.nextPlan = nextPlan;
        this.guard = guard;
        this.eventLog = eventLog;
        this.plans = plans;
        this.dryRun = dryRun;
        this.clock = clock;
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
        var before = lines.lockAllOf(fund);
        var plan = PlanCsv.read(text);
        var matched = match(fund, plan, before, mayPool(fund));
        var warnings = guard.requireAllowed(fund, changes(before, matched));

        int planVersion = fund.planVersion() + 1;
        var entered = Entered.by(caller, null);
        int added = 0;
        int changed = 0;
        for (var row : plan.rows()) {
            var line = matched.get(row);
            if (line == null) {
                add(fund, row, before.size() + ++added, planVersion, entered);
            } else if (line.replan(row, planVersion, entered)) {
                changed++;
            }
        }
        int withdrawn = withdrawMissing(before, matched, planVersion);
        if (added + changed + withdrawn > 0 || !fund.isAt(stage)) {
            var planned = nextPlan.of(fund, stage, caller);
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
                changed,
                plan.rows().size() - added - changed,
                withdrawn,
                warnings);
    }

    /// What each line would get or lose.
    private static Map<UUID, Pence> changes(
            List<BudgetLine> before, Map<PlanRow, BudgetLine> matched) {
        var changes = new HashMap<UUID, Pence>();
        before.forEach(line -> changes.put(line.id, line.plannedPence.negated()));
        matched.forEach((row, line) -> changes.merge(line.id, row.planned(), Pence::plus));
        return changes;
    }

    /// Which line each row means, and every rule a row may break against what the fund holds.
    private static Map<PlanRow, BudgetLine> match(
            Fund fund, PlanCsv plan, List<BudgetLine> before, boolean mayPool) {
        var byKey = before.stream().collect(Collectors.toMap(BudgetLine::key, Function.identity()));
        var byReference =
                before.stream().collect(Collectors.toMap(line -> line.reference, line -> line));
        var matched = new HashMap<PlanRow, BudgetLine>();
        for (var row : plan.rows()) {
            var line = byKey.get(row.key());
            checkExported(row, line, byReference);
            row.details()
                    .over(line == null ? LineDetails.NONE : line.details(), row.at())
                    .check(row.at(), fund.uses());
            if (row.basis() == Basis.POOLED && !mayPool) {
                row.at()
                        .fault(
                                "basis",
                                "POOLED needs a section 75 agreement with a host and a fund"
                                        + " manager, which is POOLED itself by then");
            }
            if (line != null) {
                checkPromises(row, line);
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

    private static void checkPromises(PlanRow row, BudgetLine line) {
        if (row.basis() != line.basis && !line.isUntouched()) {
            row.at()
                    .fault(
                            "basis",
                            "%s stays %s, on which money is promised: requested %s, committed %s, spent %s, moved %s, and which changes from a period on alone: %d changes"
                                    .formatted(
                                            line.reference,
                                            line.basis,
                                            line.requestedPence,
                                            line.committedPence,
                                            line.spentPence,
                                            line.movedSincePlanned(),
                                            line.laterBases.size()));
        }
        if (!line.canBePlannedAt(row.planned())) {
            row.at()
                    .fault(
                            "plannedPence",
                            "%s is less than what is promised: requested %s, committed %s, spent %s, moved since it was planned %s"
                                    .formatted(
                                            row.planned(),
                                            line.requestedPence,
                                            line.committedPence,
                                            line.spentPence,
                                            line.movedSincePlanned()));
        }
    }

    private int withdrawMissing(
            List<BudgetLine> before, Map<PlanRow, BudgetLine> matched, int planVersion) {
        var kept = new HashSet<>(matched.values());
        var missing =
                before.stream().filter(line -> !line.withdrawn && !kept.contains(line)).toList();
        for (var line : missing) {
            if (!line.canBeWithdrawn()) {
                throw new LineRefusal.InUse(line);
            }
            line.withdraw(planVersion);
        }
        return missing.size();
    }

    private void add(Fund fund, PlanRow row, int number, int planVersion, Provenance entered) {
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
        line.withdrawn = true;
        line.replan(row, planVersion, entered);
        lines.persist(line);
    }

    /// Whether the fund's agreement pools money today, or on the day of the fund's year that is
    /// nearest to today.
    private boolean mayPool(Fund fund) {
        var day = nearestToToday(fund.financialYear());
        return Optional.ofNullable(fund.agreementId())
                .flatMap(agreements::findByIdOptional)
                .filter(agreement -> agreement.poolsOn(day))
                .isPresent();
    }

    private LocalDate nearestToToday(FinancialYear year) {
        var today = BusinessClock.today(clock);
        if (today.isBefore(year.start())) {
            return year.start();
        }
        return today.isAfter(year.end()) ? year.end() : today;
    }
}
