package locality.reporting.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.function.Function;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was planned for something and what became of it.
///
/// @param originalPence as the plan has it
/// @param currentPence after virements
/// @param requestedPence set aside for what waits for a decision
/// @param committedPence promised, and neither paid nor given back
/// @param spentPence posted as spent
@Schema(name = "PooledBudgetAmounts")
public record Amounts(
        Pence originalPence,
        Pence currentPence,
        Pence requestedPence,
        Pence committedPence,
        Pence spentPence) {

    /// Current less requested, committed and spent.
    @JsonProperty
    public Pence availablePence() {
        return currentPence.minus(requestedPence).minus(committedPence).minus(spentPence);
    }

    static Amounts sum(Collection<Amounts> amounts) {
        return new Amounts(
                sum(amounts, Amounts::originalPence),
                sum(amounts, Amounts::currentPence),
                sum(amounts, Amounts::requestedPence),
                sum(amounts, Amounts::committedPence),
                sum(amounts, Amounts::spentPence));
    }

    private static Pence sum(Collection<Amounts> amounts, Function<Amounts, Pence> part) {
        return Pence.sum(amounts.stream().map(part).toList());
    }
}
