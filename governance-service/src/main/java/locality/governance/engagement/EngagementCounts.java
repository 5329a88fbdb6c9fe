package locality.governance.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import locality.platform.http.Csv;
import locality.platform.money.FinancialYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much engagement there was, by period, audience and kind.
@Schema(name = "EngagementCounts")
record EngagementCounts(Every by, List<Count> items) {

    /// How long a period is.
    @Schema(name = "EngagementPeriod")
    enum Every {
        MONTH,
        /// Of the financial year: April to June is the first.
        QUARTER,
        /// The financial year, from April to March.
        YEAR;

        /// `2018-03`, `2017/18-Q4` or `2017/18`.
        String of(LocalDate day) {
            return switch (this) {
                case MONTH -> YearMonth.from(day).toString();
                case QUARTER -> {
                    int month = FinancialYear.of(day).periodOf(day);
                    yield "%s-Q%d".formatted(YEAR.of(day), (month - 1) / MONTHS_A_QUARTER + 1);
                }
                case YEAR -> FinancialYear.of(day).toString();
            };
        }

        private static final int MONTHS_A_QUARTER = 3;
    }

    /// @param entries of the log
    /// @param count how many took place
    /// @param reached how many people those reached that were counted; null when none was counted
    /// @param uncounted entries of which nobody counted the people
    @Schema(name = "EngagementCount")
    record Count(
            String period,
            Audience audience,
            EngagementKind kind,
            int entries,
            int count,
            @Nullable Integer reached,
            int uncounted) {}

    private record Group(String period, Audience audience, EngagementKind kind) {}

    static EngagementCounts of(Every by, List<Engagement> log) {
        return new EngagementCounts(
                by,
                log.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one ->
                                                new Group(
                                                        by.of(one.heldOn), one.audience, one.kind)))
                        .entrySet()
                        .stream()
                        .map(group -> count(group.getKey(), group.getValue()))
                        .sorted(
                                Comparator.comparing(Count::period)
                                        .thenComparing(Count::audience)
                                        .thenComparing(Count::kind))
                        .toList());
    }

    String csv() {
        return Csv.write(
                List.of("period", "audience", "kind", "entries", "count", "reached", "uncounted"),
                items.stream().map(EngagementCounts::cells).toList());
    }

    private static Count count(Group group, List<Engagement> of) {
        var counted = of.stream().map(one -> one.reached).filter(Objects::nonNull).toList();
        return new Count(
                group.period,
                group.audience,
                group.kind,
                of.size(),
                of.stream().mapToInt(one -> one.count).sum(),
                counted.isEmpty() ? null : counted.stream().mapToInt(Integer::intValue).sum(),
                of.size() - counted.size());
    }

    private static List<@Nullable Object> cells(Count count) {
        return Arrays.asList(
                count.period,
                count.audience,
                count.kind,
                count.entries,
                count.count,
                count.reached,
                count.uncounted);
    }
}
