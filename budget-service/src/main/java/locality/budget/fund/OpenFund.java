package locality.budget.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.budget.Entered;
import locality.budget.agreement.Agreement;
import locality.budget.agreement.Agreements;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Opens a fund for a financial year.
@ApplicationScoped
class OpenFund {

    private static final String DEFAULT_FUNCTION = "commissioning";

    private final Funds funds;
    private final Agreements agreements;
    private final EventLog eventLog;

    OpenFund(Funds funds, Agreements agreements, EventLog eventLog) {
        this.funds = funds;
        this.agreements = agreements;
        this.eventLog = eventLog;
    }

    @Transactional
    Fund handle(Caller caller, FundResource.NewFund asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (funds.has(asked.reference())) {
            throw new FundRefusal.ReferenceTaken(asked.reference());
        }
        var agreement =
                asked.agreement() == null
                        ? null
                        : agreements.require(caller, asked.agreement(), asked.locality());
        var fund = new Fund();
        fund.id = Ids.next();
        fund.reference = asked.reference();
        fund.name = asked.name();
        fund.kind = asked.kind();
        fund.locality = asked.locality();
        fund.financialYear = asked.financialYear();
        fund.agreementId = agreement == null ? null : agreement.id();
        fund.host = host(asked, agreement);
        fund.decisionFunction =
                asked.decisionFunction() == null ? DEFAULT_FUNCTION : asked.decisionFunction();
        fund.uses = asked.uses() == null ? List.of() : List.copyOf(asked.uses());
        fund.recyclable =
                asked.recyclable() == null
                        ? asked.kind() == FundKind.LOCAL_DEVELOPMENT_FUND
                        : asked.recyclable();
        fund.provenance = Entered.by(caller, asked.provenance());
        funds.persistAndFlush(fund);
        eventLog.append(fund.opened(agreement == null ? null : agreement.reference()));
        return fund;
    }

    private static String host(FundResource.NewFund asked, @Nullable Agreement agreement) {
        if (asked.host() != null) {
            return asked.host();
        }
        if (agreement == null) {
            throw new FundRefusal.NoHost(asked.reference());
        }
        return agreement.hostOn(asked.financialYear().start());
    }
}
