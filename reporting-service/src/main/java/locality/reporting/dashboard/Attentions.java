package locality.reporting.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import locality.reporting.dashboard.Dashboard.Attention;
import locality.reporting.dashboard.Dashboard.Attention.Kind;
import locality.reporting.dashboard.Dashboard.Commitment;
import locality.reporting.indicator.Reading;
import locality.reporting.indicator.Readings;
import locality.reporting.indicator.Undrawn;
import locality.reporting.spc.Assurance;
import locality.reporting.spc.Variation;

/// What a board should look at first: money that waits, plans overrun, figures that give concern.
final class Attentions {

    private Attentions() {}

    static List<Attention> of(Pool pool, List<Commitment> commitments, Readings readings) {
        var found = new ArrayList<Attention>();
        commitments.stream()
                .filter(Commitment::waits)
                .forEach(commitment -> found.add(waiting(commitment)));
        pool.funds().stream()
                .filter(fund -> fund.availablePence().isNegative())
                .forEach(fund -> found.add(overPlan(fund)));
        readings.drawn().forEach(reading -> ofFigures(reading).ifPresent(found::add));
        readings.undrawn().forEach(undrawn -> found.add(notDrawn(undrawn)));
        found.addAll(late(readings.drawn()));
        return found.stream().sorted(Comparator.comparing(Attention::kind)).toList();
    }

    private static Attention waiting(Commitment commitment) {
        var text =
                new StringBuilder(
                        "%s for %s waits for approval."
                                .formatted(
                                        commitment.amountPence().inPounds(), commitment.purpose()));
        commitment
                .notApplied()
                .forEach(
                        it ->
                                text.append(
                                        " A decision%s did not bind it: %s."
                                                .formatted(
                                                        it.decidedBy() == null
                                                                ? ""
                                                                : " of " + it.decidedBy(),
                                                        Validity.inWords(it.reason()))));
        return new Attention(Kind.WAITS_FOR_APPROVAL, text.toString(), commitment.reference());
    }

    private static Attention overPlan(Pool.Fund fund) {
        return new Attention(
                Kind.OVER_PLAN,
                "%s has %s more requested, committed and spent than planned."
                        .formatted(fund.title(), fund.availablePence().negated().inPounds()),
                fund.reference());
    }

    /// One at most for each indicator: a concern says of a missed target, too.
    private static Optional<Attention> ofFigures(Reading reading) {
        var indicator = reading.indicator();
        var misses = reading.spc().assurance() == Assurance.FAIL;
        if (reading.spc().variation() == Variation.CONCERN_HIGH
                || reading.spc().variation() == Variation.CONCERN_LOW) {
            var latest = reading.spc().points().getLast();
            return Optional.of(
                    new Attention(
                            Kind.CONCERN,
                            "%s, %s: %s.%s"
                                    .formatted(
                                            indicator.name(),
                                            reading.period(latest.period()),
                                            reading.reason(latest),
                                            misses ? " Its target will keep being missed." : ""),
                            indicator.reference()));
        }
        return misses
                ? Optional.of(
                        new Attention(
                                Kind.TARGET_MISSED,
                                indicator.name() + ": its target will keep being missed.",
                                indicator.reference()))
                : Optional.empty();
    }

    private static Attention notDrawn(Undrawn undrawn) {
        return new Attention(
                Kind.NOT_DRAWN,
                "%s cannot be drawn: %s.".formatted(undrawn.name(), undrawn.why()),
                undrawn.reference());
    }

    /// One for each source and period, however many indicators come from it.
    private static List<Attention> late(List<Reading> readings) {
        var late = new LinkedHashMap<String, List<String>>();
        for (var reading : readings) {
            var latest = reading.timeliness().latestPeriod();
            if (reading.timeliness().stale() && latest != null) {
                late.computeIfAbsent(
                                "%s: the latest figures are of %s."
                                        .formatted(
                                                reading.indicator().source(),
                                                reading.period(latest)),
                                text -> new ArrayList<>())
                        .add(reading.indicator().reference());
            }
        }
        return late.entrySet().stream()
                .map(
                        it ->
                                new Attention(
                                        Kind.FIGURES_LATE,
                                        it.getKey(),
                                        String.join(", ", it.getValue())))
                .toList();
    }
}
