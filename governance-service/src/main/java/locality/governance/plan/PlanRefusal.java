package locality.governance.plan;

import java.time.LocalDate;
import java.util.List;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a plan and its milestones may say no to.
abstract sealed class PlanRefusal extends Refusal {

    private PlanRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends PlanRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "PLAN_REFERENCE_TAKEN",
                    "There is a plan %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NoPlace extends PlanRefusal {
        NoPlace() {
            super(
                    Kind.RULE_BROKEN,
                    "PLAN_OF_NO_PLACE",
                    "A plan is of a body or of a locality: name one of them");
        }
    }

    static final class BodyElsewhere extends PlanRefusal {
        BodyElsewhere(String body, String bodyOf, String planOf) {
            super(
                    Kind.RULE_BROKEN,
                    "BODY_OF_ANOTHER_PLACE",
                    "Body %s is of %s, the plan of %s".formatted(body, bodyOf, planOf));
            operand("body", body);
            operand("bodyOf", bodyOf);
            operand("planOf", planOf);
        }
    }

    static final class MadeOtherwise extends PlanRefusal {
        MadeOtherwise(String reference, String column, Object said, @Nullable Object onRecord) {
            super(
                    Kind.RULE_BROKEN,
                    "PLAN_MADE_OTHERWISE",
                    "%s of %s is %s and does not become %s"
                            .formatted(
                                    column,
                                    reference,
                                    onRecord == null ? "left open" : onRecord,
                                    said));
            operand("plan", reference);
            operand("column", column);
            operand("said", said);
            operand("onRecord", onRecord);
        }
    }

    static final class EndsBeforeItBegins extends PlanRefusal {
        EndsBeforeItBegins(String area, LocalDate beginsOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "\"%s\" begins on %s and cannot end on %s".formatted(area, beginsOn, endsOn));
            operand("area", area);
            operand("beginsOn", beginsOn);
            operand("endsOn", endsOn);
        }
    }

    static final class UnknownArea extends PlanRefusal {
        UnknownArea(String plan, String area) {
            super(
                    Kind.RULE_BROKEN,
                    "UNKNOWN_AREA",
                    "%s has no area \"%s\"; add it first".formatted(plan, area));
            operand("plan", plan);
            operand("area", area);
        }
    }

    static final class AreaAmbiguous extends PlanRefusal {
        AreaAmbiguous(String plan, String area, List<Integer> numbers) {
            super(
                    Kind.RULE_BROKEN,
                    "AREA_AMBIGUOUS",
                    "\"%s\" stands in %s as areas %s: name one by its number"
                            .formatted(area, plan, numbers));
            operand("plan", plan);
            operand("area", area);
            operand("numbers", numbers);
        }
    }

    static final class UnknownObjective extends PlanRefusal {
        UnknownObjective(String plan, int number, int objectives) {
            super(
                    Kind.RULE_BROKEN,
                    "UNKNOWN_OBJECTIVE",
                    "%s has %d objectives, and none is number %d"
                            .formatted(plan, objectives, number));
            operand("plan", plan);
            operand("number", number);
            operand("objectives", objectives);
        }
    }

    static final class InterdependencyThere extends PlanRefusal {
        InterdependencyThere(String plan, String area, String title) {
            super(
                    Kind.CONFLICT,
                    "INTERDEPENDENCY_THERE",
                    "\"%s\" of %s names \"%s\" already".formatted(area, plan, title));
            operand("plan", plan);
            operand("area", area);
            operand("interdependency", title);
        }
    }

    static final class ForecastNotADate extends PlanRefusal {
        ForecastNotADate(String forecast) {
            super(
                    Kind.RULE_BROKEN,
                    "FORECAST_NOT_A_DATE",
                    ("\"%s\" is neither a day, as 2021-06-18, nor a month, as 2021-07, nor a"
                                    + " quarter, as 2021/22-Q2")
                            .formatted(forecast));
            operand("forecast", forecast);
        }
    }

    static final class ForecastUnclear extends PlanRefusal {
        ForecastUnclear(
                @Nullable String forecast, Precision precision, @Nullable LocalDate reviewOn) {
            super(
                    Kind.RULE_BROKEN,
                    "FORECAST_UNCLEAR",
                    "DAY names a day, MONTH a month, QUARTER a quarter; ONGOING has no last day but"
                            + " a review; UNDATED has neither");
            operand("forecast", forecast);
            operand("precision", precision);
            operand("reviewOn", reviewOn);
        }
    }

    static final class IllegalStep extends PlanRefusal {
        IllegalStep(String reference, MilestoneState from, MilestoneState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "Milestone %s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from, to, from.next()));
            operand("milestone", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next());
        }
    }

    static final class Over extends PlanRefusal {
        Over(String reference, MilestoneState state) {
            super(
                    Kind.CONFLICT,
                    "MILESTONE_OVER",
                    "Milestone %s is %s; when it is expected, and what it waits for, does not change"
                            .formatted(reference, state));
            operand("milestone", reference);
            operand("state", state);
        }
    }

    static final class StepOutOfOrder extends PlanRefusal {
        StepOutOfOrder(String reference, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "The last step of %s was on %s, the next cannot be on %s"
                            .formatted(reference, last, asked));
            operand("milestone", reference);
            operand("lastStepOn", last);
            operand("effectiveOn", asked);
        }
    }

    static final class NotMoved extends PlanRefusal {
        NotMoved(String reference, Forecast forecast) {
            super(
                    Kind.RULE_BROKEN,
                    "FORECAST_UNCHANGED",
                    "Milestone %s is expected then already".formatted(reference));
            operand("milestone", reference);
            operand("precision", forecast.precision());
            operand("forecast", forecast.written());
            operand("reviewOn", forecast.reviewOn());
        }
    }

    static final class InTheFuture extends PlanRefusal {
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

    static final class BaselineNameTaken extends PlanRefusal {
        BaselineNameTaken(String plan, String name) {
            super(
                    Kind.CONFLICT,
                    "BASELINE_NAME_TAKEN",
                    "%s has a baseline \"%s\" already; every one is kept, so name this otherwise"
                            .formatted(plan, name));
            operand("plan", plan);
            operand("name", name);
        }
    }

    static final class BaselineOutOfOrder extends PlanRefusal {
        BaselineOutOfOrder(String plan, LocalDate last, LocalDate asked) {
            super(
                    Kind.RULE_BROKEN,
                    "BASELINE_OUT_OF_ORDER",
                    "The last baseline of %s was set on %s, the next cannot be on %s"
                            .formatted(plan, last, asked));
            operand("plan", plan);
            operand("lastSetOn", last);
            operand("setOn", asked);
        }
    }

    static final class NothingToBaseline extends PlanRefusal {
        NothingToBaseline(String plan, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_TO_BASELINE",
                    "On %s %s had no milestone with a date".formatted(on, plan));
            operand("plan", plan);
            operand("on", on);
        }
    }

    /// The decision that is said to set a baseline does not.
    static final class BaselineDecisionNotValid extends PlanRefusal {

        static BaselineDecisionNotValid notInEffect(String decision, String state) {
            var refused =
                    new BaselineDecisionNotValid(
                            decision,
                            "%s is %s; only an APPROVE or RATIFY in effect sets a baseline"
                                    .formatted(decision, state));
            refused.operand("state", state);
            return refused;
        }

        static BaselineDecisionNotValid aboutSomethingElse(
                String decision, @Nullable String subject, String plan) {
            var refused =
                    new BaselineDecisionNotValid(
                            decision,
                            "%s is about %s, not about plan %s"
                                    .formatted(
                                            decision,
                                            subject == null ? "nothing in particular" : subject,
                                            plan));
            refused.operand("subject", subject);
            refused.operand("plan", plan);
            return refused;
        }

        static BaselineDecisionNotValid later(String decision, LocalDate takenOn, LocalDate setOn) {
            var refused =
                    new BaselineDecisionNotValid(
                            decision,
                            "%s was taken on %s; what it sets is not set on %s"
                                    .formatted(decision, takenOn, setOn));
            refused.operand("takenOn", takenOn);
            refused.operand("setOn", setOn);
            return refused;
        }

        static BaselineDecisionNotValid used(String decision, String baseline) {
            var refused =
                    new BaselineDecisionNotValid(
                            decision,
                            "%s set the baseline \"%s\"; another takes another decision"
                                    .formatted(decision, baseline));
            refused.operand("baseline", baseline);
            return refused;
        }

        private BaselineDecisionNotValid(String decision, String why) {
            super(Kind.RULE_BROKEN, "BASELINE_DECISION_NOT_VALID", why);
            operand("decision", decision);
        }
    }
}
