package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import locality.budget.agreement.Agreements;
import locality.budget.fund.Fund;

/// What the agreement of a fund says of its virements, by the day.
@ApplicationScoped
class VirementSchemes {

    private final Agreements agreements;

    VirementSchemes(Agreements agreements) {
        this.agreements = agreements;
    }

    /// That the fund's agreement is in force on the day on which pooled money moves. It is held
    /// until the transaction ends.
    ///
    /// @throws locality.budget.partnership.PartnershipRefusal if it is not
    void requireInForce(Fund fund, Moves moves) {
        if (moves.isOfThePool()) {
            agreements
                    .poolHeld(fund.agreementId())
                    .ifPresent(one -> one.requireInForce(moves.on()));
        }
    }

    /// @return what the terms of the fund's agreement say on a day; empty where the fund has no
    ///   agreement, or its terms name no scheme, and every virement needs a decision
    Optional<SchemeInForce> of(Fund fund, LocalDate day) {
        return Optional.ofNullable(fund.agreementId())
                .flatMap(agreements::findByIdOptional)
                .flatMap(agreement -> SchemeInForce.of(agreement, day));
    }
}
