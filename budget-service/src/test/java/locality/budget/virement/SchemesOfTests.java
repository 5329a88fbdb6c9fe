package locality.budget.virement;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import locality.budget.fund.Fund;
import locality.budget.virement.VirementScheme.Tier;
import locality.platform.money.Pence;

/// A scheme for the funds that are decided on in one function of these tests, and none for others.
@Alternative
@Priority(1)
@ApplicationScoped
class SchemesOfTests implements VirementSchemes {

    static final String FUNCTION = "virement-in-tiers";
    static final long MANAGERS = 100_000;
    static final long MANAGERS_IN_THE_YEAR = 150_000;

    @Override
    public Optional<VirementScheme> of(Fund fund, LocalDate day) {
        return fund.decisionFunction().equals(FUNCTION)
                ? Optional.of(
                        new VirementScheme(
                                List.of(
                                        new Tier(
                                                Pence.of(MANAGERS),
                                                Pence.of(MANAGERS_IN_THE_YEAR),
                                                null),
                                        new Tier(null, null, "virement-board"))))
                : Optional.empty();
    }
}
