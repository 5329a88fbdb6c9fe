package locality.budget.saving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Account;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.budget.ledger.Posting;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;

/// Lets a saving come back into a recyclable fund: under a decision that covers it, a line has so
/// much more than was planned, and the memorandum accounts say so.
@ApplicationScoped
class RecycleSaving {

    private final Funds funds;
    private final Lines lines;
    private final KnownDecisions decisions;
    private final RecycledSavings savings;
    private final Ledger ledger;
    private final DryRun dryRun;
    private final Clock clock;

    RecycleSaving(
            Funds funds,
            Lines lines,
            KnownDecisions decisions,
            RecycledSavings savings,
            Ledger ledger,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.decisions = decisions;
        this.savings = savings;
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    SavingView handle(
            Caller caller, String fundId, SavingResource.NewSaving asked, boolean onlyTry) {
        var fund = funds.lock(caller, fundId);
        var effectiveOn = effectiveOn(fund, asked);
        var line = lines.lock(lines.idOf(fund, asked.lineId()));
        requireApproved(fund, line);
        var authority = authority(fund, line, asked, effectiveOn);
        line.recycle(asked.amountPence(), effectiveOn);
        lines.flush();
        var saving = keep(caller, fund, line, asked, authority, effectiveOn);
        ledger.post(entry(caller, fund, saving, authority));
        dryRun.undoIf(onlyTry);
        return SavingView.of(saving, null, line);
    }

    /// The day given, or the last day of the year that has come.
    private LocalDate effectiveOn(Fund fund, SavingResource.NewSaving asked) {
        if (!fund.isRecyclable()) {
            throw new SavingRefusal.NotRecyclable(fund.reference());
        }
        if (!asked.amountPence().isPositive()) {
            throw new SavingRefusal.NotPositive(asked.amountPence());
        }
        var today = BusinessClock.today(clock);
        var yearEndsOn = fund.financialYear().end();
        var said = asked.effectiveDate();
        var effectiveOn = said != null ? said : today.isAfter(yearEndsOn) ? yearEndsOn : today;
        Ledger.requireBegun(fund.financialYear(), effectiveOn);
        if (effectiveOn.isAfter(today)) {
            throw new SavingRefusal.LiesAhead(effectiveOn, today);
        }
        if (effectiveOn.isAfter(yearEndsOn)) {
            throw new SavingRefusal.AfterTheYear(effectiveOn, yearEndsOn);
        }
        return effectiveOn;
    }

    private static void requireApproved(Fund fund, BudgetLine line) {
        if (fund.approvalOf(line.planVersion()).isEmpty()) {
            throw new SavingRefusal.PlanNotApproved(line.reference());
        }
    }

    /// A decision on the fund or on the line, that covers the saving together with what was done
    /// under it before.
    private Authority authority(
            Fund fund, BudgetLine line, SavingResource.NewSaving asked, LocalDate effectiveOn) {
        var decision = decisions.lock(asked.decisionId(), fund.locality());
        var names = new HashSet<>(fund.names("fund"));
        names.addAll(line.names());
        var matter =
                new Matter(
                        names,
                        asked.amountPence(),
                        null,
                        BusinessClock.today(clock),
                        fund.locality(),
                        Map.of(line.commissioner(), asked.amountPence()),
                        line.basisOn(effectiveOn) == Basis.POOLED);
        return decision.requireCovering(
                decisions.usedUnder(Set.of(decision.id())).together(decision.id(), matter));
    }

    private RecycledSaving keep(
            Caller caller,
            Fund fund,
            BudgetLine line,
            SavingResource.NewSaving asked,
            Authority authority,
            LocalDate effectiveOn) {
        var saving = new RecycledSaving();
        saving.id = Ids.next();
        saving.reference = savings.nextReference(fund);
        saving.fundId = fund.id();
        saving.lineId = line.id();
        saving.locality = fund.locality();
        saving.amountPence = asked.amountPence();
        saving.from = asked.from();
        saving.decisionId = authority.id();
        saving.entryId = Ids.next();
        saving.effectiveOn = effectiveOn;
        saving.recordedAt = clock.instant();
        saving.recordedBy = caller.organisation();
        saving.provenance = Entered.by(caller, asked.provenance());
        savings.persist(saving);
        return saving;
    }

    private Entry entry(Caller caller, Fund fund, RecycledSaving saving, Authority authority) {
        return new Entry(
                saving.entryId,
                fund.id(),
                fund.locality(),
                saving.effectiveOn,
                Ledger.period(fund.financialYear(), saving.effectiveOn),
                ledger.recordingTime(fund.id()),
                "%s recycled from %s".formatted(saving.reference, saving.from),
                authority,
                null,
                null,
                caller.actor(),
                saving.provenance,
                List.of(
                        Posting.onLine(Account.BUDGET, saving.lineId, saving.amountPence),
                        Posting.on(Account.BUDGET, saving.amountPence.negated())));
    }
}
