package locality.budget.virement;

import java.time.LocalDate;
import java.util.Optional;
import locality.budget.agreement.Agreement;
import locality.budget.agreement.FundManager;
import locality.budget.agreement.VirementScheme;
import org.jspecify.annotations.Nullable;

/// The virement scheme of an agreement on a day.
///
/// @param managersEmployer the organisation that employs the manager of the pooled fund, by ODS or
///   GSS code; null while nobody manages it
record SchemeInForce(VirementScheme scheme, @Nullable String managersEmployer) {

    static Optional<SchemeInForce> of(Agreement agreement, LocalDate day) {
        var employer = agreement.managerOn(day).map(FundManager::employer).orElse(null);
        return agreement
                .termsOn(day)
                .flatMap(terms -> Optional.ofNullable(terms.virementScheme()))
                .map(scheme -> new SchemeInForce(scheme, employer));
    }
}
