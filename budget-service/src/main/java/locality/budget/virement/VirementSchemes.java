package locality.budget.virement;

import java.time.LocalDate;
import java.util.Optional;
import locality.budget.fund.Fund;

/// The virement schemes that agreements set.
public interface VirementSchemes {

    /// @return the scheme of the fund's agreement on a day; empty where none was set, and every
    ///   virement needs a decision
    Optional<VirementScheme> of(Fund fund, LocalDate day);
}
