package locality.governance.schedule;

import java.time.LocalDate;
import java.util.List;
import locality.platform.refusal.Refusal;

/// Everything that keeps milestones from being scheduled.
public abstract sealed class ScheduleRefusal extends Refusal {

    private ScheduleRefusal(String code, String detail) {
        super(Kind.RULE_BROKEN, code, detail);
    }

    public static final class TooMany extends ScheduleRefusal {
        public TooMany(String what, int count, int most) {
            super(
                    "SCHEDULE_TOO_LARGE",
                    "%,d %s are too many for one schedule; it takes %,d"
                            .formatted(count, what, most));
            operand("what", what);
            operand("count", count);
            operand("most", most);
        }
    }

    static final class NamedTwice extends ScheduleRefusal {
        NamedTwice(String milestone) {
            super("MILESTONE_NAMED_TWICE", "%s is given twice".formatted(milestone));
            operand("milestone", milestone);
        }
    }

    public static final class PredecessorNamedTwice extends ScheduleRefusal {
        public PredecessorNamedTwice(String milestone, String predecessor) {
            super(
                    "PREDECESSOR_NAMED_TWICE",
                    "%s waits for %s twice; one lag says when it may be"
                            .formatted(milestone, predecessor));
            operand("milestone", milestone);
            operand("predecessor", predecessor);
        }
    }

    static final class UnknownPredecessor extends ScheduleRefusal {
        UnknownPredecessor(String milestone, String predecessor) {
            super(
                    "UNKNOWN_PREDECESSOR",
                    "%s waits for %s, which is none of the milestones"
                            .formatted(milestone, predecessor));
            operand("milestone", milestone);
            operand("predecessor", predecessor);
        }
    }

    static final class Circular extends ScheduleRefusal {

        /// @param circle each is a predecessor of the next; the first stands at the end again
        Circular(List<String> circle) {
            super(
                    "MILESTONES_CIRCULAR",
                    "They wait for each other, so that none can be first: %s"
                            .formatted(String.join(", then ", circle)));
            operand("circle", circle);
        }
    }

    static final class LagTooLong extends ScheduleRefusal {
        LagTooLong(String predecessor, int lagDays, int longest) {
            super(
                    "LAG_TOO_LONG",
                    "A lag of %d days after %s is longer than a hundred years"
                            .formatted(lagDays, predecessor));
            operand("predecessor", predecessor);
            operand("lagDays", lagDays);
            operand("longest", longest);
        }
    }

    static final class DateOutOfRange extends ScheduleRefusal {
        DateOutOfRange(String milestone, LocalDate day) {
            super(
                    "DATE_OUT_OF_RANGE",
                    "%s of %s is not in the years 1 to 9999".formatted(day, milestone));
            operand("milestone", milestone);
            operand("date", day);
        }
    }
}
