package locality.governance.team;

import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.refusal.Refusal;

/// Everything a team may say no to.
abstract sealed class TeamRefusal extends Refusal {

    private TeamRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends TeamRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "TEAM_REFERENCE_TAKEN",
                    "There is a team %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class OneHome extends TeamRefusal {
        OneHome(boolean both) {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_HOME",
                    "A team belongs to an organisation or to a body, to %s"
                            .formatted(both ? "one of them, not to both" : "exactly one of them"));
            operand("given", both ? 2 : 0);
        }
    }

    static final class EndsBeforeItBegins extends TeamRefusal {
        EndsBeforeItBegins(Period period) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It begins on %s and cannot end on %s"
                            .formatted(period.from(), period.until()));
            operand("from", period.from());
            operand("until", period.until());
        }
    }

    static final class NotThere extends TeamRefusal {
        NotThere(String reference, Period life, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_TEAM_THAT_DAY",
                    "There is a team %s from %s%s, not on %s"
                            .formatted(
                                    reference,
                                    life.from(),
                                    life.until() == null ? "" : " to " + life.until(),
                                    day));
            operand("team", reference);
            operand("from", life.from());
            operand("until", life.until());
            operand("on", day);
        }
    }
}
