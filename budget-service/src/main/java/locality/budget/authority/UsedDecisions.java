package locality.budget.authority;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import locality.platform.money.Pence;

/// What was done under decisions so far: what the books hold, and what is done on top of it.
public final class UsedDecisions {

    private final Map<UUID, Pence> amounts;
    private final Map<UUID, Map<String, Pence>> ofOwners;

    UsedDecisions(Map<UUID, Pence> amounts, Map<UUID, Map<String, Pence>> ofOwners) {
        this.amounts = new HashMap<>(amounts);
        this.ofOwners = new HashMap<>(ofOwners);
    }

    /// The matter together with what was done earlier under the same decision.
    public Matter together(UUID decision, Matter matter) {
        return matter.after(amount(decision), ofOwners(decision));
    }

    /// So much more was done under a decision.
    ///
    /// @param owners how much of each owner's money that is
    public void add(UUID decision, Pence amount, Map<String, Pence> owners) {
        amounts.merge(decision, amount, Pence::plus);
        var together = new HashMap<>(ofOwners(decision));
        owners.forEach((owner, share) -> together.merge(owner, share, Pence::plus));
        ofOwners.put(decision, together);
    }

    Pence amount(UUID decision) {
        return amounts.getOrDefault(decision, Pence.ZERO);
    }

    Map<String, Pence> ofOwners(UUID decision) {
        return ofOwners.getOrDefault(decision, Map.of());
    }
}
