package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The assurance icon: whether a target will be met as things are.
public enum Assurance {
    /// The target lies on the good side of all common-cause variation.
    PASS,
    /// The target lies beyond what common-cause variation reaches.
    FAIL,
    /// The target lies within the limits, or on one: hit or miss.
    INCONSISTENT;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
