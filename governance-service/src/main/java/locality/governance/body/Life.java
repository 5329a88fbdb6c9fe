package locality.governance.body;

import static locality.governance.body.BodyState.DISSOLVED;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The life of one body: the steps it took, and the day a time-limited one is no more.
final class Life {

    private final List<Step> steps;
    private final List<Sunset> sunsets;

    /// @param steps changed in place
    /// @param sunsets one, or none; changed in place
    Life(List<Step> steps, List<Sunset> sunsets) {
        this.steps = steps;
        this.sunsets = sunsets;
    }

    /// The first step may be any; every later one follows from the one before, on its day or after.
    /// A time-limited body is dissolved by its last day, whatever else was meant to become of it.
    void take(Step next) {
        requireNext(next.state(), next.effectiveOn());
        sunset().filter(sunset -> sunset.hasComeBy(next.effectiveOn()))
                .filter(sunset -> !sunset.isKeptBy(next))
                .ifPresent(_ -> requireStep(DISSOLVED, next.state()));
        steps.add(next);
    }

    /// A later answer takes the place of an earlier one, until the day has come.
    void limit(Sunset next, LocalDate today) {
        requireStep(stateOn(today).orElse(BodyState.PROPOSED), DISSOLVED);
        requireNext(DISSOLVED, next.sunsetOn());
        if (sunsets.isEmpty()) {
            sunsets.add(next);
        } else {
            sunsets.set(0, next);
        }
    }

    /// Its state on a date; empty before its first step.
    Optional<BodyState> stateOn(LocalDate day) {
        if (sunset().filter(sunset -> sunset.hasComeBy(day)).isPresent()) {
            return Optional.of(DISSOLVED);
        }
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .map(Step::state)
                .findFirst();
    }

    Optional<Sunset> sunset() {
        return sunsets.stream().findFirst();
    }

    /// The first day it is no more, past or to come: by a step, or by its sunset before one.
    Optional<LocalDate> end() {
        return Stream.concat(
                        steps.stream()
                                .filter(step -> step.state() == DISSOLVED)
                                .map(Step::effectiveOn),
                        sunset().map(Sunset::sunsetOn).stream())
                .min(Comparator.naturalOrder());
    }

    /// Its end when that is later and by a step.
    Optional<LocalDate> endsByAStepAfter(LocalDate day) {
        return end().filter(end -> end.isAfter(day))
                .filter(_ -> steps.getLast().state() == DISSOLVED);
    }

    private void requireNext(BodyState next, LocalDate day) {
        if (steps.isEmpty()) {
            return;
        }
        requireStep(steps.getLast().state(), next);
        if (day.isBefore(steps.getLast().effectiveOn())) {
            throw new BodyRefusal.StepOutOfOrder(steps.getLast().effectiveOn(), day);
        }
    }

    private static void requireStep(BodyState from, BodyState to) {
        if (!from.mayBecome(to)) {
            throw new BodyRefusal.IllegalStep(from, to);
        }
    }
}
