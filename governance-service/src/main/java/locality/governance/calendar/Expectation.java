package locality.governance.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.body.Frequency;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// How often a body was to meet, over time: from its terms of reference by version and the steps of
/// its life.
///
/// @param terms each version, in order
/// @param steps each step, in order
/// @param sunsetOn the first day a time-limited body is no more
record Expectation(
        UUID body,
        String reference,
        String name,
        Locality locality,
        List<Terms> terms,
        List<Step> steps,
        @Nullable LocalDate sunsetOn) {

    /// @param frequency null when this version does not say
    record Terms(LocalDate effectiveOn, @Nullable Frequency frequency) {}

    /// @param meets whether a body that took it is there to meet: shadow or established
    record Step(LocalDate effectiveOn, boolean meets) {}

    /// How often it is to meet by what is in force on a day; empty when it is not constituted then,
    /// or its terms do not say.
    Optional<Frequency> on(LocalDate day) {
        if (!isThereToMeet(day)) {
            return Optional.empty();
        }
        return terms.reversed().stream()
                .filter(version -> !version.effectiveOn.isAfter(day))
                .findFirst()
                .flatMap(version -> Optional.ofNullable(version.frequency));
    }

    /// Whether it is constituted and not yet gone.
    boolean isThereToMeet(LocalDate day) {
        boolean meets =
                steps.reversed().stream()
                        .filter(step -> !step.effectiveOn.isAfter(day))
                        .findFirst()
                        .map(Step::meets)
                        .orElse(false);
        return meets && (sunsetOn == null || day.isBefore(sunsetOn));
    }

    /// The cycles in which it is to meet that have a day in common with the days from one to
    /// another. A cycle counts when on its first day the body is constituted and its terms in force
    /// make it one; what changes within a cycle counts from the next.
    List<Cycle> cycles(LocalDate from, LocalDate to) {
        var cycles = new ArrayList<Cycle>();
        for (var day = from; !day.isAfter(to); ) {
            var cycle = cycleOf(day).filter(next -> follows(cycles, next));
            cycle.ifPresent(cycles::add);
            day = cycle.isPresent() ? cycle.get().until().plusDays(1) : nextBeginning(day);
        }
        return cycles;
    }

    private Optional<Cycle> cycleOf(LocalDate day) {
        return on(day).map(frequency -> Cycle.of(frequency, day))
                .filter(
                        cycle ->
                                on(cycle.from())
                                        .map(then -> Cycle.of(then, cycle.from()))
                                        .equals(Optional.of(cycle)));
    }

    private static boolean follows(List<Cycle> cycles, Cycle next) {
        return cycles.isEmpty() || next.from().isAfter(cycles.getLast().until());
    }

    /// The next day on which a cycle of any kind can begin.
    private static LocalDate nextBeginning(LocalDate day) {
        var month = day.with(TemporalAdjusters.firstDayOfNextMonth());
        var monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return monday.isBefore(month) ? monday : month;
    }
}
