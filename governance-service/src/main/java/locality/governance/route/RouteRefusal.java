package locality.governance.route;

import java.time.LocalDate;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// Everything the register of approval routes may say no to.
abstract sealed class RouteRefusal extends Refusal {

    private RouteRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends RouteRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "APPROVAL_ROUTE_REFERENCE_TAKEN",
                    "There is an approval route %s already".formatted(reference));
            operand("approvalRoute", reference);
        }
    }

    static final class AnotherInForce extends RouteRefusal {
        AnotherInForce(String subjectType, String other) {
            super(
                    Kind.CONFLICT,
                    "APPROVAL_ROUTE_OVERLAPS",
                    "A %s takes %s on some of these days for some of these values; end it first"
                            .formatted(subjectType, other));
            operand("subjectType", subjectType);
            operand("approvalRoute", other);
        }
    }

    static final class EndsBeforeItBegins extends RouteRefusal {
        EndsBeforeItBegins(LocalDate effectiveOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "A route that begins on %s cannot end on %s".formatted(effectiveOn, endsOn));
            operand("effectiveOn", effectiveOn);
            operand("endsOn", endsOn);
        }
    }

    static final class EndedAlready extends RouteRefusal {
        EndedAlready(String reference, LocalDate endsOn) {
            super(
                    Kind.CONFLICT,
                    "APPROVAL_ROUTE_ENDED_ALREADY",
                    "%s is in force to %s only".formatted(reference, endsOn));
            operand("approvalRoute", reference);
            operand("endsOn", endsOn);
        }
    }

    static final class EmptyBand extends RouteRefusal {
        EmptyBand(Pence from, Pence below) {
            super(
                    Kind.RULE_BROKEN,
                    "VALUE_BAND_EMPTY",
                    "No value is %s or more and below %s"
                            .formatted(from.inPounds(), below.inPounds()));
            operand("fromPence", from);
            operand("belowPence", below);
        }
    }

    static final class BodyTwice extends RouteRefusal {
        BodyTwice(String body) {
            super(
                    Kind.RULE_BROKEN,
                    "ROUTE_PASSES_A_BODY_TWICE",
                    "%s is on the route twice".formatted(body));
            operand("body", body);
        }
    }

    static final class ApprovalComesLast extends RouteRefusal {
        ApprovalComesLast(int step, DecisionType type) {
            super(
                    Kind.RULE_BROKEN,
                    "ROUTE_APPROVES_AT_ITS_END",
                    "A route ends with APPROVE or RATIFY, and only its last step is one; step %d"
                                    .formatted(step)
                            + " is "
                            + type);
            operand("step", step);
            operand("decisionType", type);
        }
    }
}
