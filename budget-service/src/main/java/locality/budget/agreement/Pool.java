package locality.budget.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import locality.budget.partnership.GovernedAgreement;
import locality.budget.partnership.Standing;

/// What partners may hold together under an agreement: on days on which its terms pool their money
/// and a version of it is in force.
public final class Pool {

    private final Agreement agreement;
    private final Instant knownAt;
    private final GovernedAgreement governed;

    /// @param knownAt the moment up to which its terms and what governance told are known
    Pool(Agreement agreement, GovernedAgreement governed, Instant knownAt) {
        this.agreement = agreement;
        this.knownAt = knownAt;
        this.governed = governed;
    }

    /// The basis by the terms of a day; empty before the agreement begins.
    public Optional<Basis> basisOn(LocalDate day) {
        return agreement.termsOn(day, knownAt).map(AgreementTerms::basis);
    }

    /// Whether what falls due on a day is owed to the host. What fell due while the agreement was
    /// in force, as far as was known, stays due when its end is told later.
    ///
    /// @param fellDue whether it is in the ledger as due
    public boolean isOwedOn(LocalDate day, boolean fellDue) {
        return poolsOn(day) && (fellDue || governed.inForceOn(day).isPresent());
    }

    /// Whether the terms of a day pool the partners' money.
    public boolean poolsOn(LocalDate day) {
        return basisOn(day).filter(Basis::movesCashBetweenPartners).isPresent();
    }

    /// @throws locality.budget.partnership.PartnershipRefusal if no version is in force on the day
    public Standing requireInForce(LocalDate day) {
        return governed.requireInForce(day);
    }

    /// Whether a day lies before the signature of the version that holds on it.
    public boolean isRetrospectiveOn(LocalDate day) {
        return governed.inForceOn(day).filter(Standing::retrospective).isPresent();
    }
}
