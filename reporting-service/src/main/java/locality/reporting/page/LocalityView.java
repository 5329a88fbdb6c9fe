package locality.reporting.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.dashboard.Dashboard;
import locality.reporting.indicator.Reading;
import locality.reporting.spc.ControlChart;
import locality.reporting.spc.PeriodComparison;
import org.jspecify.annotations.Nullable;

/// A dashboard laid out for its page.
///
/// @param indicator the one the address asks for; null for whichever leads
/// @param version what the page shows; the script asks for the page again when it has changed
record LocalityView(
        Locality locality, Dashboard dashboard, @Nullable String indicator, String version) {

    /// One part of the pool's bar.
    record Share(String name, String key, Pence pence, String percent, String from) {}

    /// One row of an indicator's table.
    record FigureRow(
            String period,
            String value,
            @Nullable String mean,
            @Nullable String lower,
            @Nullable String upper,
            String reading,
            String type,
            int told) {}

    /// Which funds the money is of, in words.
    public String fundsShown() {
        var funds = dashboard.pool().funds();
        var years = dashboard.financialYear();
        if (years != null) {
            return "Funds of " + years;
        }
        if (funds.isEmpty()) {
            return "No funds yet";
        }
        var first = funds.getFirst().financialYear();
        var last = funds.getLast().financialYear();
        return first.equals(last)
                ? "Funds of " + first
                : "All funds, %s to %s".formatted(first, last);
    }

    public boolean shows(FinancialYear year) {
        return year.equals(dashboard.financialYear());
    }

    public boolean showsAllYears() {
        return dashboard.financialYear() == null;
    }

    /// This page with the money of all years, and whatever else is asked for as it is.
    public String withAllYears() {
        return query(null, indicator);
    }

    public String withYear(FinancialYear year) {
        return query(year, indicator);
    }

    public String withIndicator(String reference) {
        return query(dashboard.financialYear(), reference);
    }

    /// Where a table of the page is as a file, before the ending that says of which kind.
    public String at(String table) {
        return "/localities/%s/%s".formatted(dashboard.locality().code(), table);
    }

    /// What to ask of the figures of one indicator.
    public String of(Reading reading) {
        return query(null, reading.indicator().reference());
    }

    /// What to ask of a table of this page, so that it holds what the page does.
    public String asShown() {
        return query(dashboard.financialYear(), null);
    }

    private static String query(@Nullable FinancialYear year, @Nullable String indicator) {
        return Stream.of(
                        year == null ? "" : "financialYear=" + year,
                        indicator == null ? "" : "indicator=" + URLEncoder.encode(indicator, UTF_8))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&", "?", ""));
    }

    public boolean showsAllDecisions() {
        return dashboard.decisions().size() == dashboard.decisionCount();
    }

    /// The pool as shares of what is planned, left to right.
    public List<Share> shares() {
        var pool = dashboard.pool();
        var shares = new ArrayList<Share>();
        var from = BigDecimal.ZERO;
        var parts = new LinkedHashMap<String, Pence>();
        parts.put("Spent", pool.spentPence());
        parts.put("Committed", pool.committedPence());
        parts.put("Waiting for approval", pool.requestedPence());
        parts.put("Available", pool.availablePence());
        for (var part : parts.entrySet()) {
            var percent = percent(part.getValue(), pool.plannedPence());
            shares.add(
                    new Share(
                            part.getKey(),
                            part.getKey().toLowerCase(java.util.Locale.UK).replace(' ', '-'),
                            part.getValue(),
                            percent.toPlainString(),
                            from.toPlainString()));
            from = from.add(percent);
        }
        return shares;
    }

    public Map<String, Integer> interventionsByState() {
        var states = new LinkedHashMap<String, Integer>();
        dashboard.interventions().forEach(it -> states.merge(it.state(), 1, Integer::sum));
        return states;
    }

    /// Which periods are compared.
    public String comparedInWords() {
        var reading = Objects.requireNonNull(dashboard.indicator());
        return Objects.requireNonNull(reading.comparison()).latestWindow().size() == 1
                ? "Latest month against the same a year earlier"
                : "Last three months against the same three a year earlier";
    }

    /// `1,214,848 against 1,133,374, +7.2%`.
    public String comparisonInWords() {
        var reading = Objects.requireNonNull(dashboard.indicator());
        var comparison = Objects.requireNonNull(reading.comparison());
        var change = Objects.requireNonNull(comparison.changeRounded());
        return "%s against %s, %s%s%s"
                .formatted(
                        reading.figures().write(Objects.requireNonNull(comparison.latest())),
                        reading.figures().write(Objects.requireNonNull(comparison.prior())),
                        change.signum() > 0 ? "+" : "",
                        change.toPlainString(),
                        comparison.unit() == PeriodComparison.ChangeUnit.PER_CENT
                                ? "%"
                                : " percentage points");
    }

    /// The shown indicator's figures with what each is to be thought of, latest first.
    public List<FigureRow> figures() {
        var reading = dashboard.indicator();
        if (reading == null) {
            return List.of();
        }
        var points = new HashMap<LocalDate, ControlChart.Point>();
        reading.spc().points().forEach(point -> points.put(point.period(), point));
        return reading.observations().reversed().stream()
                .map(it -> row(reading, it.period(), points.get(it.period()), it.told()))
                .toList();
    }

    private static FigureRow row(
            Reading reading, LocalDate period, ControlChart.@Nullable Point point, int told) {
        if (point == null) {
            return new FigureRow(
                    reading.period(period), "", null, null, null, "No figure", "missing", told);
        }
        var segment = reading.spc().segments().get(point.segment());
        return new FigureRow(
                reading.period(period),
                reading.figures().write(point.value()),
                reading.figures().write(segment.mean()),
                limit(reading, segment.lowerLimit()),
                limit(reading, segment.upperLimit()),
                reading.explain(point),
                point.pointType().toString(),
                told);
    }

    private static @Nullable String limit(Reading reading, @Nullable Double limit) {
        return limit == null ? null : reading.figures().writeLimit(limit);
    }

    private static BigDecimal percent(Pence part, Pence whole) {
        if (!whole.isPositive() || !part.isPositive()) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(part.value())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole.value()), 2, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(100));
    }
}
