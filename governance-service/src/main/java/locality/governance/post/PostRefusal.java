package locality.governance.post;

import java.time.LocalDate;
import java.util.List;
import locality.governance.period.Period;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a post may say no to. Nobody's reference is repeated.
abstract sealed class PostRefusal extends Refusal {

    private PostRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends PostRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "POST_REFERENCE_TAKEN",
                    "There is a post %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    /// What a returned sheet does not change.
    static final class NotInASpreadsheet extends PostRefusal {
        NotInASpreadsheet(String reference, List<String> columns) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "A spreadsheet changes title and kind of %s, not %s"
                            .formatted(reference, String.join(", ", columns)));
            operand("post", reference);
            operand("columns", columns);
        }
    }

    static final class EndsBeforeItBegins extends PostRefusal {
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

    static final class OutsideThePost extends PostRefusal {
        OutsideThePost(String reference, Period life, Period asked) {
            super(
                    Kind.RULE_BROKEN,
                    "OUTSIDE_THE_POST",
                    "There is a post %s %s, not %s"
                            .formatted(reference, inWords(life), inWords(asked)));
            operand("post", reference);
            operand("postFrom", life.from());
            operand("postUntil", life.until());
            operand("from", asked.from());
            operand("until", asked.until());
        }
    }

    static final class Taken extends PostRefusal {
        Taken(String reference, Holding holder) {
            super(
                    Kind.CONFLICT,
                    "POST_TAKEN",
                    "%s is held %s; end that first".formatted(reference, inWords(holder.period())));
            operand("post", reference);
            operand("from", holder.fromDay());
            operand("until", holder.untilDay());
        }
    }

    static final class NobodyHolds extends PostRefusal {
        NobodyHolds(String reference, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "NOBODY_HOLDS_IT",
                    "Nobody who could leave holds %s on %s".formatted(reference, day));
            operand("post", reference);
            operand("on", day);
        }
    }

    static final class WhichHolder extends PostRefusal {
        WhichHolder(String reference, LocalDate day, int count) {
            super(
                    Kind.RULE_BROKEN,
                    "WHICH_HOLDER",
                    "%d hold %s on %s; say whose holding ends".formatted(count, reference, day));
            operand("post", reference);
            operand("on", day);
            operand("holders", count);
        }
    }

    static final class EndedAlready extends PostRefusal {
        EndedAlready(String reference, @Nullable LocalDate lastDay) {
            super(
                    Kind.CONFLICT,
                    "POST_ENDED_ALREADY",
                    "The last day of %s is on record: %s".formatted(reference, lastDay));
            operand("post", reference);
            operand("endsOn", lastDay);
        }
    }

    static final class ReportsInACircle extends PostRefusal {
        ReportsInACircle(String reference, String to) {
            super(
                    Kind.RULE_BROKEN,
                    "REPORTS_IN_A_CIRCLE",
                    "%s reports to %s already, directly or through others"
                            .formatted(to, reference));
            operand("post", reference);
            operand("to", to);
        }
    }

    static final class NotTheirs extends PostRefusal {
        NotTheirs(String reference, String organisation, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_THEIRS_TO_PASS_ON",
                    "%s is no post of %s on %s and the day before"
                            .formatted(reference, organisation, day));
            operand("post", reference);
            operand("organisation", organisation);
            operand("on", day);
        }
    }

    private static String inWords(Period period) {
        return period.until() == null
                ? "from " + period.from()
                : "from %s to %s".formatted(period.from(), period.until());
    }
}
