package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a point is coloured: what its special cause means, given which way is better.
public enum PointType {
    COMMON_CAUSE,
    SPECIAL_CAUSE_IMPROVEMENT,
    SPECIAL_CAUSE_CONCERN,
    SPECIAL_CAUSE_NEUTRAL_HIGH,
    SPECIAL_CAUSE_NEUTRAL_LOW;

    static PointType of(SpecialCause cause, ImprovementDirection better) {
        if (cause == SpecialCause.NONE) {
            return COMMON_CAUSE;
        }
        if (better == ImprovementDirection.NEUTRAL) {
            return cause.side() > 0 ? SPECIAL_CAUSE_NEUTRAL_HIGH : SPECIAL_CAUSE_NEUTRAL_LOW;
        }
        return cause.side() == better.sign() ? SPECIAL_CAUSE_IMPROVEMENT : SPECIAL_CAUSE_CONCERN;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
