package locality.budget.plan;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Account;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.budget.ledger.Posting;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.budget.line.NextPlan;
import locality.budget.planversion.PlanVersions;
import locality.budget.planversion.PlannedLine;
import locality.budget.protection.Protections;
import locality.platform.caller.Caller;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Approves a fund's plan by a decision: its lines take it over, and each line's budget is posted
/// to the memorandum accounts.
@ApplicationScoped
class ApprovePlan {

    private static final int POSTINGS_AT_ONCE = 199;

    private final Funds funds;
    private final Lines lines;
    private final PlanVersions versions;
    private final NextPlan nextPlan;
    private final KnownDecisions decisions;
    private final Protections protections;
    private final Ledger ledger;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    ApprovePlan(
            Funds funds,
            Lines lines,
            PlanVersions versions,
            NextPlan nextPlan,
            KnownDecisions decisions,
            Protections protections,
            Ledger ledger,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.versions = versions;
        this.nextPlan = nextPlan;
        this.decisions = decisions;
        this.protections = protections;
        this.ledger = ledger;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Fund handle(
            Caller caller,
            String idOrReference,
            String decision,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var fund = funds.lock(caller, idOrReference);
        new EntityTag(fund.version()).check(ifMatch);
        var planned = lines.lockAllOf(fund);
        var cited = decisions.lock(decision, fund.locality());
        var own = NextPlan.ownOf(planned, versions.latestOf(fund));
        var approved =
                fund.approveAtItsStage(cited, commissioners(own), BusinessClock.today(clock));
        funds.flush();
        if (approved instanceof FundPlanApproved) {
            nextPlan.takeOver(fund, planned).ifPresent(eventLog::append);
        }
        protections.requireLeft(fund);
        if (approved instanceof FundPlanApproved) {
            postBudget(caller, fund, planned, Authority.plan(cited.id()));
        }
        eventLog.append(approved);
        dryRun.undoIf(onlyTry);
        return fund;
    }

    private static Set<String> commissioners(List<PlannedLine> plan) {
        return plan.stream()
                .filter(line -> !line.plannedPence().isZero())
                .map(PlannedLine::commissioner)
                .collect(toSet());
    }

    /// Brings the budget in the ledger to what each line has now: what is planned, and what was
    /// moved to it or from it since; to nothing where its money is not the fund's.
    private void postBudget(
            Caller caller, Fund fund, List<BudgetLine> planned, Authority authority) {
        var budgeted = ledger.budgetByLine(fund.id());
        var changes = new ArrayList<Posting>();
        for (var line : planned) {
            var budget = line.isOnlyInView() ? Pence.ZERO : line.current();
            var change = budget.minus(budgeted.getOrDefault(line.id(), Pence.ZERO));
            if (!change.isZero()) {
                changes.add(Posting.onLine(Account.BUDGET, line.id(), change));
            }
        }
        for (int from = 0; from < changes.size(); from += POSTINGS_AT_ONCE - 1) {
            int to = Math.min(from + POSTINGS_AT_ONCE - 1, changes.size());
            post(caller, fund, changes.subList(from, to), authority);
        }
    }

    private void post(Caller caller, Fund fund, List<Posting> changes, Authority authority) {
        var total = Pence.sum(changes.stream().map(Posting::amount).toList());
        var postings = new ArrayList<>(changes);
        if (!total.isZero()) {
            postings.add(Posting.on(Account.BUDGET, total.negated()));
        }
        ledger.post(
                new Entry(
                        Ids.next(),
                        fund.id(),
                        fund.locality(),
                        fund.financialYear().start(),
                        1,
                        ledger.recordingTime(fund.id()),
                        "Budget of plan %d".formatted(fund.planVersion()),
                        authority,
                        null,
                        null,
                        caller.actor(),
                        Entered.by(caller, null),
                        postings));
    }
}
