package locality.governance.meeting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import locality.governance.voting.Interest;
import org.jspecify.annotations.Nullable;

/// An interest declared on an item; see [Interest].
@Embeddable
public record DeclaredInterest(
        int item,
        String seat,
        @Nullable String substitute,
        @Enumerated(EnumType.STRING) Interest.Effect effect,
        String nature) {

    boolean isOfTheSame(DeclaredInterest other) {
        return item == other.item
                && seat.equals(other.seat)
                && Objects.equals(substitute, other.substitute);
    }

    Interest asInterest() {
        return new Interest(seat, substitute, effect, nature);
    }
}
