package locality.budget.line;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.platform.money.Pence;

/// Whoever must agree before a new plan changes what lines have.
public interface PlanGuard {

    /// @param fund locked
    /// @param changes what each line would get or, below nothing, lose, by its id
    /// @return the references of what is touched and only warns
    /// @throws locality.platform.refusal.Refusal if a line must not lose so much
    List<String> requireAllowed(Fund fund, Map<UUID, Pence> changes);
}
