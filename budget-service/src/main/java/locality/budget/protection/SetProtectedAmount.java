package locality.budget.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.budget.Entered;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.event.VirementEvent.ProtectedAmountSet;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Protects an amount of a fund, or sets other terms for one that is protected.
@ApplicationScoped
class SetProtectedAmount {

    private final Funds funds;
    private final Lines lines;
    private final ProtectedAmounts amounts;
    private final EventLog eventLog;

    SetProtectedAmount(Funds funds, Lines lines, ProtectedAmounts amounts, EventLog eventLog) {
        this.funds = funds;
        this.lines = lines;
        this.amounts = amounts;
        this.eventLog = eventLog;
    }

    @Transactional
    ProtectedAmount handle(
            Caller caller, String fundId, ProtectedAmountResource.NewProtectedAmount asked) {
        var fund = funds.lock(caller, fundId);
        if (amounts.has(asked.reference())) {
            throw new ProtectionRefusal.ReferenceTaken(asked.reference());
        }
        var amount = new ProtectedAmount();
        amount.id = Ids.next();
        amount.reference = asked.reference();
        amount.fundId = fund.id();
        amount.locality = fund.locality();
        amount.name = asked.name();
        var told = set(caller, fund, amount, asked.terms());
        amounts.persistAndFlush(amount);
        eventLog.append(told);
        return amount;
    }

    @Transactional
    ProtectedAmount handle(
            Caller caller,
            String idOrReference,
            @Nullable String ifMatch,
            ProtectedAmountResource.NewTerms asked) {
        var fundId = amounts.fundOf(caller, idOrReference);
        var fund = funds.lock(caller, fundId.toString());
        var amount = amounts.require(caller, idOrReference);
        new EntityTag(amount.version).check(ifMatch);
        var told = set(caller, fund, amount, asked);
        amounts.flush();
        eventLog.append(told);
        return amount;
    }

    private ProtectedAmountSet set(
            Caller caller,
            Fund fund,
            ProtectedAmount amount,
            ProtectedAmountResource.NewTerms asked) {
        var counted =
                asked.lines().stream().map(line -> lines.idOf(fund, line)).distinct().toList();
        var terms =
                new ProtectedTerms(
                        amount.nextVersion(),
                        asked.amountPence(),
                        asked.action(),
                        counted,
                        asked.startsOn() == null ? fund.financialYear().start() : asked.startsOn(),
                        asked.endsOn(),
                        Entered.by(caller, asked.provenance()));
        var references = amounts.referencesOf(counted);
        return amount.set(
                terms, counted.stream().map(references::get).toList(), fund.financialYear());
    }
}
