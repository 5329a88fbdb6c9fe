package locality.governance.calendar;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a calendar may say no to.
abstract sealed class CalendarRefusal extends Refusal {

    private CalendarRefusal(String code, String detail) {
        super(Kind.RULE_BROKEN, code, detail);
    }

    static final class EndsBeforeItBegins extends CalendarRefusal {
        EndsBeforeItBegins(LocalDate from, LocalDate to) {
            super("ENDS_BEFORE_IT_BEGINS", "From %s to %s there is no day".formatted(from, to));
            operand("from", from);
            operand("to", to);
        }
    }

    static final class TooLong extends CalendarRefusal {
        TooLong(LocalDate from, LocalDate to, int mostYears) {
            super(
                    "RANGE_TOO_LONG",
                    "From %s to %s is more than %d years".formatted(from, to, mostYears));
            operand("from", from);
            operand("to", to);
            operand("mostYears", mostYears);
        }
    }

    static final class FirstOutside extends CalendarRefusal {
        FirstOutside(LocalDate first, LocalDate from, LocalDate to) {
            super(
                    "FIRST_OUTSIDE_RANGE",
                    "The first meeting, on %s, does not lie between %s and %s"
                            .formatted(first, from, to));
            operand("first", first);
            operand("from", from);
            operand("to", to);
        }
    }

    static final class NoFrequency extends CalendarRefusal {
        NoFrequency(String body, LocalDate on) {
            super(
                    "NO_FREQUENCY",
                    "On %s no terms of reference say how often %s meets, or it is not there"
                            .formatted(on, body));
            operand("body", body);
            operand("on", on);
        }
    }

    static final class ExpectedAlready extends CalendarRefusal {
        ExpectedAlready(String seat, LocalDate from, @Nullable LocalDate untilDay) {
            super(
                    "EXPECTED_ALREADY",
                    "%s is expected already from %s%s"
                            .formatted(seat, from, untilDay == null ? "" : " to " + untilDay));
            operand("seat", seat);
            operand("from", from);
            operand("until", untilDay);
        }
    }
}
