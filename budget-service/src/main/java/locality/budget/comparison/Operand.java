package locality.budget.comparison;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is compared: a figure, what a fund plans, or what a line plans. One of the three.
@Embeddable
record Operand(@Nullable UUID figureId, @Nullable UUID fundId, @Nullable UUID lineId) {

    static Operand figure(UUID id) {
        return new Operand(id, null, null);
    }

    static Operand fund(UUID id) {
        return new Operand(null, id, null);
    }

    static Operand line(UUID id) {
        return new Operand(null, null, id);
    }
}
