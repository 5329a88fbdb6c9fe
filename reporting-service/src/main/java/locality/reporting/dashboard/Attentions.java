package locality.reporting.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import locality.reporting.dashboard.Dashboard.Attention;
import locality.reporting.dashboard.Dashboard.Attention.Kind;
import locality.reporting.dashboard.Dashboard.Commitment;
import locality.reporting.indicator.Reading;
import locality.reporting.spc.Assurance;
import locality.reporting.spc.Variation;

/// What a board should look at first: money that waits, plans overrun, figures that give concern.
final class Attentions {

    private Attentions() {}

    static List<Attention> of(Pool pool, List<Commitment> commitments, List<Reading> readings) {
        var found = new ArrayList<Attention>();
        commitments.stream()
                .filter(Commitment::waits)
                .forEach(commitment -> found.add(waiting(commitment)));
        pool.funds().stream()
                .filter(fund -> fund.availablePence().isNegative())
                .forEach(fund -> found.add(overPlan(fund)));
        readings.forEach(reading -> found.addAll(ofFigures(reading)));
        found.addAll(late(readings));
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
                "%s %s has %s more requested, committed and spent than planned."
                        .formatted(
                                fund.name(),
                                fund.financialYear(),
                                fund.availablePence().negated().inPounds()),
                fund.reference());
    }

    private static List<Attention> ofFigures(Reading reading) {
        var found = new ArrayList<Attention>();
        var reference = reading.indicator().reference();
        var name = reading.indicator().name();
        if (reading.spc().variation() == Variation.CONCERN_HIGH
                || reading.spc().variation() == Variation.CONCERN_LOW) {
            found.add(
                    new Attention(
                            Kind.CONCERN,
                            "%s: %s. %s."
                                    .formatted(
                                            name,
                                            reading.period(
                                                    reading.spc().points().getLast().period()),
                                            reading.explain(reading.spc().points().getLast())),
                            reference));
        }
        if (reading.spc().assurance() == Assurance.FAIL) {
            found.add(
                    new Attention(
                            Kind.TARGET_MISSED,
                            "%s will keep missing its target unless something changes."
                                    .formatted(name),
                            reference));
        }
        return found;
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
