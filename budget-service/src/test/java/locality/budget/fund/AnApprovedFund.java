package locality.budget.fund;

import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;

/// A fund of 2014/15 whose first plan is approved, as rules of other packages are tried on it.
public final class AnApprovedFund {

    private AnApprovedFund() {}

    public static Fund build() {
        var fund = new Fund();
        fund.id = Ids.next();
        fund.reference = "MCR-BCF-2014-15";
        fund.locality = Locality.MANCHESTER;
        fund.financialYear = FinancialYear.parse("2014/15");
        fund.decisionFunction = "bcf-investment-wave-one";
        fund.planVersion = 1;
        fund.approvedPlanVersion = 1;
        fund.approvedDecisionId = Ids.next();
        fund.provenance = Provenance.illustrative();
        return fund;
    }
}
