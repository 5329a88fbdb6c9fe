package locality.governance.position;

import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything that may be wrong with a position.
abstract sealed class PositionRefusal extends Refusal {

    private PositionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NotForOne extends PositionRefusal {
        NotForOne(Position.MadeFor madeFor, @Nullable Locality locality) {
            super(
                    Kind.RULE_BROKEN,
                    "POSITION_NOT_FOR_ONE",
                    madeFor == Position.MadeFor.ONE
                            ? "A position made for one locality names which of the ten"
                            : "What is said for %s is attributed to no locality by name"
                                    .formatted(madeFor));
            operand("madeFor", madeFor);
            operand("locality", locality);
        }
    }
}
