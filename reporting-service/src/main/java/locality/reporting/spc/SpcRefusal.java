package locality.reporting.spc;

import java.math.BigDecimal;
import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// Everything a series may be refused for.
abstract sealed class SpcRefusal extends Refusal {

    private SpcRefusal(String code, String detail) {
        super(Kind.RULE_BROKEN, code, detail);
    }

    /// Two figures for one period: which is right is not for a chart to say.
    static final class DuplicatePeriod extends SpcRefusal {
        DuplicatePeriod(LocalDate period) {
            super("DUPLICATE_PERIOD", "There are two points for %s".formatted(period));
            operand("period", period);
        }
    }

    /// Limits fixed on fewer than twelve points would be guesses.
    static final class BaselineTooShort extends SpcRefusal {
        BaselineTooShort(int asked, int least) {
            super(
                    "BASELINE_TOO_SHORT",
                    "Limits are fixed after %d points or more, not %d".formatted(least, asked));
            operand("fixAfterNPoints", asked);
            operand("least", least);
        }
    }

    /// A segment starts with a point; there is none on that date.
    static final class RebaseWithoutPoint extends SpcRefusal {
        RebaseWithoutPoint(LocalDate rebase) {
            super(
                    "REBASE_WITHOUT_POINT",
                    "There is no point with a value on the rebase date %s".formatted(rebase));
            operand("rebase", rebase);
        }
    }

    /// Nothing was measured then.
    static final class PeriodOutOfRange extends SpcRefusal {
        PeriodOutOfRange(LocalDate period, LocalDate earliest, LocalDate latest) {
            super(
                    "PERIOD_OUT_OF_RANGE",
                    "A period lies between %s and %s, not at %s"
                            .formatted(earliest, latest, period));
            operand("period", period);
        }
    }

    /// A figure no measurement has: more than 24 digits before the point, or 30 after it.
    static final class BeyondMeasure extends SpcRefusal {
        BeyondMeasure(String what, BigDecimal value) {
            super(
                    "BEYOND_MEASURE",
                    "%s is too large or too fine to be a measurement".formatted(what));
            operand("what", what);
            operand("precision", value.precision());
            operand("scale", value.scale());
        }
    }
}
