package locality.governance.authority;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;

/// How days, money and lists are read out.
final class InWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm:ss", Locale.UK)
                    .withZone(BusinessClock.UNITED_KINGDOM);

    private InWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /// `£4,000,000`, with pennies only where there are some.
    static String pounds(Pence amount) {
        var exact = amount.inPounds();
        return exact.endsWith(".00") ? exact.substring(0, exact.length() - 3) : exact;
    }

    /// `a`, `a and b`, `a, b and c`.
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return words.stream().limit(words.size() - 1L).collect(joining(", "))
                + " and "
                + words.getLast();
    }
}
