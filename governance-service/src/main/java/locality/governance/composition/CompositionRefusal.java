package locality.governance.composition;

import java.time.LocalDate;
import java.util.List;
import locality.governance.period.Period;
import locality.platform.refusal.Refusal;

/// Everything a rule about seats may say no to.
abstract sealed class CompositionRefusal extends Refusal {

    private CompositionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class Incomplete extends CompositionRefusal {
        Incomplete(RuleKind kind, List<String> missing) {
            super(
                    Kind.RULE_BROKEN,
                    "SEAT_RULE_INCOMPLETE",
                    "A rule %s says %s".formatted(kind, String.join(" and ", missing)));
            operand("kind", kind);
            operand("missing", missing);
        }
    }

    static final class AboutItself extends CompositionRefusal {
        AboutItself(String body) {
            super(
                    Kind.RULE_BROKEN,
                    "SEAT_RULE_ABOUT_ITSELF",
                    "A rule about the seats of %s names another body".formatted(body));
            operand("body", body);
        }
    }

    static final class EndsBeforeItBegins extends CompositionRefusal {
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

    static final class NotInForce extends CompositionRefusal {
        NotInForce(String rule, LocalDate day) {
            super(
                    Kind.RULE_BROKEN,
                    "SEAT_RULE_NOT_IN_FORCE",
                    "The rule %s is not in force on %s".formatted(rule, day));
            operand("rule", rule);
            operand("on", day);
        }
    }
}
