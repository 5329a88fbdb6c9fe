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
import locality.budget.line.SameMoney;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Where a promise may go on: on a line for the same kind of cost, within the same ring-fence, on
/// the same basis and under the same agreement, and only as much as that agreement lets its source
/// carry forward. Money under no agreement has none to ask.
@ApplicationScoped
class AllowedCarry {

    private final Funds funds;
    private final Agreements agreements;
    private final CarriedForward carriedForward;

    AllowedCarry(Funds funds, Agreements agreements, CarriedForward carriedForward) {
        this.funds = funds;
        this.agreements = agreements;
        this.carriedForward = carriedForward;
    }

    /// @param to a line of a later year
    /// @return the function in which the agreement has a body decide on it, empty without agreement
    /// @throws locality.platform.refusal.Refusal naming what the money would leave behind, or what
    ///   the agreement allows
    Optional<String> require(BudgetLine from, BudgetLine to, Pence amount) {
        var ends = funds.findById(from.fundId());
        var begins = funds.findById(to.fundId());
        new SameMoney(from, to).require(ends.financialYear().end(), begins.financialYear().start());
        var agreement = ends.agreementId();
        if (!Objects.equals(agreement, begins.agreementId())) {
            throw new CommitmentRefusal.CarryChangesAgreement(
                    reference(agreement), reference(begins.agreementId()));
        }
        return Optional.ofNullable(agreement)
                .map(one -> requirePermission(one, ends, from.fundingSource(), amount))
                .map(CarryForwardScheme.Allowance::decisionFunction);
    }

    /// The terms of the year's last day say which sources may be carried forward, and how much of
    /// what each gave: with all that was carried of it from the fund before, no more than that,
    /// rounded down to the penny.
    private CarryForwardScheme.Allowance requirePermission(
            UUID agreement, Fund ends, String source, Pence amount) {
        var terms = agreements.findById(agreement).termsOn(ends.financialYear().end());
        var allowed =
                terms.flatMap(one -> Optional.ofNullable(one.carryForwardScheme()))
                        .flatMap(scheme -> scheme.of(source))
                        .filter(allowance -> allowance.upToBasisPoints() > 0)
                        .orElseThrow(
                                () ->
                                        new CommitmentRefusal.CarryNotPermitted(
                                                source,
                                                String.valueOf(reference(agreement)),
                                                terms.map(AgreementTerms::agreementVersion)
                                                        .orElse(null)));
        var ofSource = carriedForward.of(ends.id(), source);
        if (amount.exceeds(ofSource.left(allowed.upToBasisPoints()))) {
            throw new CommitmentRefusal.CarryBeyondScheme(
                    allowed, ofSource, amount, String.valueOf(reference(agreement)));
        }
        return allowed;
    }

    private @Nullable String reference(@Nullable UUID agreement) {
        return agreement == null ? null : agreements.findById(agreement).reference();
    }
}
