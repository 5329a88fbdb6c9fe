package locality.reporting.indicator;

import java.util.List;

/// A locality's indicators: those that can be drawn, and those that cannot, each with why.
public record Readings(List<Reading> drawn, List<Undrawn> undrawn) {

    /// What came of an indicator.
    sealed interface Attempt permits Reading, Undrawn {}

    static Readings of(List<Attempt> attempts) {
        return new Readings(
                attempts.stream()
                        .filter(Reading.class::isInstance)
                        .map(Reading.class::cast)
                        .toList(),
                attempts.stream()
                        .filter(Undrawn.class::isInstance)
                        .map(Undrawn.class::cast)
                        .toList());
    }
}
