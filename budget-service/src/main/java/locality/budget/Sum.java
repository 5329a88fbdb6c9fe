package locality.budget;

import java.util.List;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;

/// The sum of amounts as a request gives them, which nothing has bounded yet.
public final class Sum {

    private Sum() {}

    /// @throws Malformed if it lies beyond 64 bits
    public static Pence of(List<Pence> amounts) {
        try {
            return Pence.sum(amounts);
        } catch (ArithmeticException tooMuch) {
            throw new Malformed("The amounts sum to more than 64 bits hold");
        }
    }
}
