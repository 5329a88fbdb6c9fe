package locality.governance.forwardplan;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything the forward plan may say no to.
abstract sealed class ForwardPlanRefusal extends Refusal {

    private ForwardPlanRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class IllegalStep extends ForwardPlanRefusal {
        IllegalStep(String reference, ForwardPlanState from, ForwardPlanState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "%s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("entry", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class NotNow extends ForwardPlanRefusal {
        NotNow(String reference, ForwardPlanState state, Set<ForwardPlanState> wanted) {
            super(
                    Kind.CONFLICT,
                    "FORWARD_PLAN_ENTRY_NOT_OPEN",
                    "%s is %s; this is done while it is %s".formatted(reference, state, wanted));
            operand("entry", reference);
            operand("state", state);
            operand("wanted", wanted);
        }
    }

    static final class TabledAsAnother extends ForwardPlanRefusal {
        TabledAsAnother(String reference, UUID tabled, UUID decision) {
            super(
                    Kind.CONFLICT,
                    "FORWARD_PLAN_ENTRY_TABLED",
                    "%s was tabled as decision %s".formatted(reference, tabled));
            operand("entry", reference);
            operand("decisionTabled", tabled);
            operand("decision", decision);
        }
    }

    static final class OfAnotherBody extends ForwardPlanRefusal {
        OfAnotherBody(String reference, String body) {
            super(
                    Kind.RULE_BROKEN,
                    "FORWARD_PLAN_ENTRY_OF_ANOTHER_BODY",
                    "%s is on the forward plan of %s".formatted(reference, body));
            operand("entry", reference);
            operand("body", body);
        }
    }

    static final class AnotherMatter extends ForwardPlanRefusal {
        AnotherMatter(String reference, String what, Object planned, @Nullable Object tabled) {
            super(
                    Kind.RULE_BROKEN,
                    "FORWARD_PLAN_ENTRY_DIFFERS",
                    "%s announced the %s %s, not %s".formatted(reference, what, planned, tabled));
            operand("entry", reference);
            operand("what", what);
            operand("planned", planned);
            operand("tabled", tabled);
        }
    }

    static final class MoreMoney extends ForwardPlanRefusal {
        MoreMoney(String reference, Pence planned, Pence tabled) {
            super(
                    Kind.RULE_BROKEN,
                    "FORWARD_PLAN_VALUE_EXCEEDED",
                    "%s announced %s; %s is more than that"
                            .formatted(reference, planned.inPounds(), tabled.inPounds()));
            operand("entry", reference);
            operand("plannedPence", planned);
            operand("tabledPence", tabled);
        }
    }

    static final class DayOrMonth extends ForwardPlanRefusal {
        DayOrMonth() {
            super(
                    Kind.RULE_BROKEN,
                    "DAY_OR_MONTH",
                    "A decision is expected on a day (expectedOn) or in a month (expectedIn):"
                            + " give exactly one of them");
        }
    }

    static final class InTheFuture extends ForwardPlanRefusal {
        InTheFuture(String field, LocalDate given, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "%s is %s; today is %s, and it is recorded once it is done"
                            .formatted(field, given, today));
            operand("field", field);
            operand("given", given);
            operand("today", today);
        }
    }

    static final class OutOfOrder extends ForwardPlanRefusal {
        OutOfOrder(String reference, LocalDate last, LocalDate given) {
            super(
                    Kind.RULE_BROKEN,
                    "PUBLISHED_OUT_OF_ORDER",
                    "The plan last said something of %s on %s; it cannot have said another on %s"
                            .formatted(reference, last, given));
            operand("entry", reference);
            operand("last", last);
            operand("given", given);
        }
    }

    static final class NotKey extends ForwardPlanRefusal {
        NotKey(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_KEY",
                    "%s is not a key decision and needs no notice on the plan"
                            .formatted(reference));
            operand("entry", reference);
        }
    }

    static final class SaidBefore extends ForwardPlanRefusal {
        SaidBefore(String reference, String what, @Nullable LocalDate on) {
            super(
                    Kind.CONFLICT,
                    "RECORDED_BEFORE",
                    "%s of %s was recorded, of %s".formatted(what, reference, on));
            operand("entry", reference);
            operand("what", what);
            operand("on", on);
        }
    }
}
