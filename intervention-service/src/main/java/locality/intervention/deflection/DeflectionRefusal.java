package locality.intervention.deflection;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a deflection plan may be refused for.
abstract sealed class DeflectionRefusal extends Refusal {

    private DeflectionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class PlannedAlready extends DeflectionRefusal {
        PlannedAlready(String activityType, String provider) {
            super(
                    Kind.CONFLICT,
                    "PLANNED_ALREADY",
                    "There is a plan for %s at %s already; refresh it by a new version"
                            .formatted(activityType, provider));
            operand("activityType", activityType);
            operand("provider", provider);
        }
    }

    static final class UnderDiscussion extends DeflectionRefusal {
        UnderDiscussion(PlanVersion open) {
            super(
                    Kind.CONFLICT,
                    "UNDER_DISCUSSION",
                    "Version %d is %s; agree it before the next is drafted"
                            .formatted(open.number, open.state));
            operand("version", open.number);
            operand("state", open.state);
        }
    }

    static final class NotThere extends DeflectionRefusal {
        NotThere(VersionState needed, @Nullable PlanVersion last) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "No version is %s%s"
                            .formatted(
                                    needed,
                                    last == null
                                            ? ""
                                            : "; version %d is %s"
                                                    .formatted(last.number, last.state)));
            operand("needed", needed);
            operand("state", last == null ? null : last.state);
        }
    }

    static final class MonthTwice extends DeflectionRefusal {
        MonthTwice(LocalDate month) {
            super(Kind.RULE_BROKEN, "MONTH_TWICE", "%s stands there twice".formatted(month));
            operand("month", month);
        }
    }
}
