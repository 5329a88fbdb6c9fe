package locality.budget.line;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// That what one line promised may go on on another, which must have the same money: for the same
/// kind of cost, within the same ring-fence, on the same basis.
public record SameMoney(BudgetLine from, BudgetLine to) {

    /// @param until the last day on which the line that promised has it
    /// @param since the first day on which the other one does
    /// @throws LineRefusal naming what differs
    public void require(LocalDate until, LocalDate since) {
        requireEqual("CARRY_CHANGES_KIND", "kind", from.kind(), to.kind());
        requireEqual("CARRY_CHANGES_RING_FENCE", "ringFence", from.ringFence(), to.ringFence());
        requireEqual("CARRY_CHANGES_BASIS", "basis", from.basisOn(until), to.basisOn(since));
    }

    private void requireEqual(
            String code, String what, @Nullable Object there, @Nullable Object here) {
        if (!Objects.equals(there, here)) {
            throw new LineRefusal.OtherMoney(code, what, from, there, to, here);
        }
    }
}
