package locality.budget.virement;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import locality.budget.fund.Fund;

/// What holds as long as nobody tells of a scheme: none.
@DefaultBean
@ApplicationScoped
class NoVirementSchemes implements VirementSchemes {

    @Override
    public Optional<VirementScheme> of(Fund fund, LocalDate day) {
        return Optional.empty();
    }
}
