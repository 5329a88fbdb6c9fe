package locality.budget.line;

import java.time.LocalDate;
import locality.budget.agreement.Basis;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;

/// A line of a plan, as rules of other packages are tried on it.
public final class ALine {

    private final BudgetLine line = new BudgetLine();

    private ALine(String reference, long pence) {
        line.id = Ids.next();
        line.fundId = Ids.next();
        line.reference = reference;
        line.commissioner = "E08000003";
        line.kind = CostKind.REVENUE;
        line.basis = Basis.ALIGNED;
        line.planVersion = 1;
        line.plannedPence = Pence.of(pence);
        line.currentPence = Pence.of(pence);
    }

    /// Free revenue of the council, aligned, in the first version of a plan.
    public static ALine called(String reference, long pence) {
        return new ALine(reference, pence);
    }

    public ALine capital() {
        line.kind = CostKind.CAPITAL;
        return this;
    }

    public ALine behind(String ringFence) {
        line.ringFence = ringFence;
        return this;
    }

    public ALine on(Basis basis) {
        line.basis = basis;
        return this;
    }

    /// On another basis from a day on.
    public ALine from(LocalDate day, Basis basis) {
        line.laterBases.put(day, new LineBasis(day, basis, 1, null, Provenance.illustrative()));
        return this;
    }

    public ALine of(String commissioner) {
        line.commissioner = commissioner;
        return this;
    }

    public ALine changedInPlan(int version) {
        line.planVersion = version;
        return this;
    }

    public BudgetLine build() {
        return line;
    }
}
