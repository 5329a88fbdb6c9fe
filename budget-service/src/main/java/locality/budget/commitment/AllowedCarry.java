package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import locality.budget.agreement.AgreementTerms;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.CarryForwardScheme;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import org.jspecify.annotations.Nullable;

/// Where a promise may go on: on a line for the same kind of cost, within the same ring-fence, on
/// the same basis and under the same agreement, and only if that agreement lets its source be
/// carried forward. Money under no agreement has none to ask.
@ApplicationScoped
class AllowedCarry {

    private final Funds funds;
    private final Agreements agreements;

    AllowedCarry(Funds funds, Agreements agreements) {
        this.funds = funds;
        this.agreements = agreements;
    }

    /// @param to a line of a later year
    /// @throws locality.platform.refusal.Refusal naming what the money would leave behind
    void require(BudgetLine from, BudgetLine to) {
        var ends = funds.findById(from.fundId());
        var begins = funds.findById(to.fundId());
        to.requireSameMoneyAs(from, ends.financialYear().end(), begins.financialYear().start());
        var agreement = ends.agreementId();
        if (!Objects.equals(agreement, begins.agreementId())) {
            throw new CommitmentRefusal.CarryChangesAgreement(
                    reference(agreement), reference(begins.agreementId()));
        }
        if (agreement != null) {
            requirePermission(agreement, ends, from.fundingSource());
        }
    }

    /// The terms of the year's last day say which sources may be carried forward.
    private void requirePermission(UUID agreement, Fund ends, String source) {
        var terms = agreements.findById(agreement).termsOn(ends.financialYear().end());
        var allowed =
                terms.flatMap(one -> Optional.ofNullable(one.carryForwardScheme()))
                        .flatMap(scheme -> scheme.of(source))
                        .map(CarryForwardScheme.Allowance::upToBasisPoints)
                        .filter(basisPoints -> basisPoints > 0);
        if (allowed.isEmpty()) {
            throw new CommitmentRefusal.CarryNotPermitted(
                    source,
                    String.valueOf(reference(agreement)),
                    terms.map(AgreementTerms::agreementVersion).orElse(null));
        }
    }

    private @Nullable String reference(@Nullable UUID agreement) {
        return agreement == null ? null : agreements.findById(agreement).reference();
    }
}
