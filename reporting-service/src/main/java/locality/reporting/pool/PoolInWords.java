package locality.reporting.pool;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import locality.reporting.pool.FundOnDay.Part;

/// A fund in words, for whoever cannot see its drawing.
final class PoolInWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PoolInWords() {}

    static String of(FundOnDay fund, LocalDate on) {
        return "%s on %s. In all %s. By area of spend: %s."
                .formatted(
                        fund.title(),
                        DAY.format(on),
                        amounts(fund.total()),
                        fund.byArea().stream()
                                .map(PoolInWords::area)
                                .collect(Collectors.joining("; ")));
    }

    private static String area(Part area) {
        return "%s %s".formatted(area.name(), amounts(area.amounts()));
    }

    private static String amounts(Amounts it) {
        var available = it.availablePence();
        return "%s, of it %s spent, %s promised, %s waiting for approval, %s"
                .formatted(
                        Names.pounds(it.currentPence()),
                        Names.pounds(it.spentPence()),
                        Names.pounds(it.committedPence()),
                        Names.pounds(it.requestedPence()),
                        available.isNegative()
                                ? Names.pounds(available.negated()) + " more than there is"
                                : Names.pounds(available) + " left");
    }
}
