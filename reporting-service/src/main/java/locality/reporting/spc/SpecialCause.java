package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonValue;

/// Why a point is, or is not, thought to have a cause of its own. Of several reasons a point takes
/// the first in this order.
public enum SpecialCause {
    ABOVE_UPPER_LIMIT("Above UCL", 1),
    BELOW_LOWER_LIMIT("Below LCL", -1),
    INCREASING_TREND("7 Point Trend (Increasing)", 1),
    DECREASING_TREND("7 Point Trend (Decreasing)", -1),
    TWO_IN_THREE_ABOVE("2 in 3 Above CL", 1),
    TWO_IN_THREE_BELOW("2 in 3 Below CL", -1),
    SHIFT_ABOVE("7 Points Above CL", 1),
    SHIFT_BELOW("7 Points Below CL", -1),
    NONE("Common Cause", 0);

    private final String label;
    private final int side;

    SpecialCause(String label, int side) {
        this.label = label;
        this.side = side;
    }

    /// 1 for high (above or increasing), -1 for low, 0 for common cause.
    public int side() {
        return side;
    }

    @JsonValue
    @Override
    public String toString() {
        return label;
    }

    static SpecialCause outside(int side) {
        return side > 0 ? ABOVE_UPPER_LIMIT : BELOW_LOWER_LIMIT;
    }

    static SpecialCause trend(int direction) {
        return direction > 0 ? INCREASING_TREND : DECREASING_TREND;
    }

    static SpecialCause twoInThree(int side) {
        return side > 0 ? TWO_IN_THREE_ABOVE : TWO_IN_THREE_BELOW;
    }

    static SpecialCause shift(int side) {
        return side > 0 ? SHIFT_ABOVE : SHIFT_BELOW;
    }
}
