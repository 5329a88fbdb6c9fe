package locality.intervention.deflection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was kept out of hospital so far, measured against one version.
///
/// Realised is counterfactual less actual and may be negative. A month without an actual is not
/// known: it counts to nothing, neither to what was realised nor to the plan it is compared with.
///
/// @param plannedDeflection over all months, in units
/// @param plannedToDate over the months whose actual is known
/// @param realised over the same months
/// @param percentOfPlan realised in per cent of planned to date, to one decimal, half away from
///   zero; null while nothing was planned to date
/// @param valuePence realised at the tariff, rounded once; null without a tariff
/// @param monthsWithoutActual the first days of the months that are not known
@Schema(name = "RealisedDeflection")
record Realised(
        BigDecimal plannedDeflection,
        BigDecimal plannedToDate,
        BigDecimal realised,
        @Nullable BigDecimal percentOfPlan,
        @Nullable Pence valuePence,
        List<Month> months,
        List<LocalDate> monthsWithoutActual) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// One month.
    ///
    /// @param realised null while the actual is not known
    @Schema(name = "DeflectionMonth")
    record Month(
            LocalDate month,
            BigDecimal counterfactual,
            BigDecimal planned,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal realised) {

        static Month of(PlannedMonth planned, @Nullable BigDecimal actual) {
            return new Month(
                    planned.month(),
                    planned.counterfactual(),
                    planned.planned(),
                    actual,
                    actual == null ? null : planned.counterfactual().subtract(actual));
        }
    }

    static Realised of(
            List<PlannedMonth> plan, Map<LocalDate, BigDecimal> actuals, @Nullable Pence tariff) {
        var known = plan.stream().filter(month -> actuals.containsKey(month.month())).toList();
        var plannedToDate = sum(known.stream().map(PlannedMonth::plannedDeflection).toList());
        var months =
                plan.stream().map(month -> Month.of(month, actuals.get(month.month()))).toList();
        var realised = BigDecimal.ZERO;
        for (var month : months) {
            realised = month.realised() == null ? realised : realised.add(month.realised());
        }
        return new Realised(
                sum(plan.stream().map(PlannedMonth::plannedDeflection).toList()),
                plannedToDate,
                realised,
                plannedToDate.signum() == 0
                        ? null
                        : realised.multiply(HUNDRED).divide(plannedToDate, 1, RoundingMode.HALF_UP),
                tariff == null ? null : value(realised, tariff),
                months,
                plan.stream()
                        .map(PlannedMonth::month)
                        .filter(month -> !actuals.containsKey(month))
                        .toList());
    }

    private static Pence value(BigDecimal units, Pence tariff) {
        return Pence.of(
                units.multiply(BigDecimal.valueOf(tariff.value()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
