package locality.governance.period;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The bank holidays of England, as published on gov.uk for 2012 to 2028. Of the years before and
/// after none is known, and no day of theirs is one.
public final class BankHolidays {

    private static final String LIST = "/reference/bank-holidays-england-and-wales.csv";
    private static final TreeMap<LocalDate, String> TITLES = read();

    private BankHolidays() {}

    @Schema(name = "BankHoliday")
    public record BankHoliday(LocalDate date, String title) {}

    public static boolean isOne(LocalDate day) {
        return TITLES.containsKey(day);
    }

    /// What it is for, as in `Good Friday`.
    public static Optional<String> titleOf(LocalDate day) {
        return Optional.ofNullable(TITLES.get(day));
    }

    /// Those from one day to another, both included, in order.
    public static List<BankHoliday> between(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? List.of()
                : TITLES.subMap(from, true, to, true).entrySet().stream()
                        .map(day -> new BankHoliday(day.getKey(), day.getValue()))
                        .toList();
    }

    private static TreeMap<LocalDate, String> read() {
        var stream = Objects.requireNonNull(BankHolidays.class.getResourceAsStream(LIST), LIST);
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("date,"))
                    .map(line -> line.split(",", 2))
                    .collect(
                            toMap(
                                    cells -> LocalDate.parse(cells[0]),
                                    cells -> cells[1],
                                    (_, twice) -> {
                                        throw new IllegalStateException(twice + " stands twice");
                                    },
                                    TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
