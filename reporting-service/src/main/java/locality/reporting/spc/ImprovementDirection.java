package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// Which way is better.
public enum ImprovementDirection {
    INCREASE(1),
    DECREASE(-1),
    /// Neither: a change is worth knowing of, and not judged.
    NEUTRAL(0);

    private final int sign;

    ImprovementDirection(int sign) {
        this.sign = sign;
    }

    /// 1 when more is better, -1 when less is, 0 when neither.
    int sign() {
        return sign;
    }

    /// Reads `increase`, `decrease` or `neutral`, in either case.
    ///
    /// @throws IllegalArgumentException if it is none of the three
    @JsonCreator
    public static ImprovementDirection of(String text) {
        return Arrays.stream(values())
                .filter(direction -> direction.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "An improvement direction is increase, decrease or"
                                                + " neutral, not "
                                                + text));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
