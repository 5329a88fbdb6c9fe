package locality.budget.saving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.authority.Authority;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Account;
import locality.budget.ledger.Entry;
import locality.budget.ledger.Ledger;
import locality.budget.ledger.Posting;
import locality.budget.line.Lines;
import locality.budget.protection.Protections;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;

/// Takes a recycled saving back that was none, or of another amount: the line has so much less,
/// from the day on which it had it, and its decision may be used for another.
@ApplicationScoped
class TakeBackSaving {

    private final Funds funds;
    private final Lines lines;
    private final RecycledSavings savings;
    private final SavingsTakenBack takenBack;
    private final Protections protections;
    private final Ledger ledger;
    private final DryRun dryRun;
    private final Clock clock;

    TakeBackSaving(
            Funds funds,
            Lines lines,
            RecycledSavings savings,
            SavingsTakenBack takenBack,
            Protections protections,
            Ledger ledger,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.savings = savings;
        this.takenBack = takenBack;
        this.protections = protections;
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    SavingView handle(
            Caller caller, String fundId, String idOrReference, String reason, boolean onlyTry) {
        var fund = funds.lock(caller, fundId);
        if (!fund.isRecyclable()) {
            throw new SavingRefusal.NotRecyclable(fund.reference());
        }
        var saving = savings.require(fund, idOrReference);
        if (takenBack.findById(saving.id) != null) {
            throw new SavingRefusal.AlreadyTakenBack(saving.reference);
        }
        var line = lines.lock(saving.lineId);
        protections.requireLeft(fund, Map.of(line.id(), saving.amountPence.negated()), null);
        line.give(saving.amountPence);
        lines.flush();
        var back = keep(caller, saving, reason);
        ledger.post(entry(caller, fund, saving, back));
        dryRun.undoIf(onlyTry);
        return SavingView.of(saving, back, line);
    }

    private SavingTakenBack keep(Caller caller, RecycledSaving saving, String reason) {
        var back = new SavingTakenBack();
        back.savingId = saving.id;
        back.entryId = Ids.next();
        back.reason = reason;
        back.recordedAt = clock.instant();
        back.recordedBy = caller.organisation();
        takenBack.persist(back);
        return back;
    }

    private Entry entry(Caller caller, Fund fund, RecycledSaving saving, SavingTakenBack back) {
        return new Entry(
                back.entryId,
                fund.id(),
                fund.locality(),
                saving.effectiveOn,
                Ledger.period(fund.financialYear(), saving.effectiveOn),
                ledger.recordingTime(fund.id()),
                "%s taken back: %s".formatted(saving.reference, back.reason),
                Authority.decision(saving.decisionId),
                null,
                saving.entryId,
                caller.actor(),
                Entered.by(caller, null),
                List.of(
                        Posting.onLine(Account.BUDGET, saving.lineId, saving.amountPence.negated()),
                        Posting.on(Account.BUDGET, saving.amountPence)));
    }
}
