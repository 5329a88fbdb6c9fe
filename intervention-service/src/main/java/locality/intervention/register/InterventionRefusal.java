package locality.intervention.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.refusal.Refusal;

/// Everything an intervention may be refused for.
abstract sealed class InterventionRefusal extends Refusal {

    private InterventionRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends InterventionRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is an intervention %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class IllegalTransition extends InterventionRefusal {
        IllegalTransition(Step step, State current, Set<State> from) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "It is %s; %s is done from %s".formatted(current, step.verb(), from));
            operand("state", current);
            operand("command", step.verb());
            operand("allowedFrom", from);
        }
    }

    /// Both a managerial and a clinical post lead an intervention before it is approved.
    static final class LeadMissing extends InterventionRefusal {
        LeadMissing(String reference, List<String> missing) {
            super(
                    Kind.RULE_BROKEN,
                    "LEAD_MISSING",
                    "%s cannot be approved without %s"
                            .formatted(reference, String.join(" and ", missing)));
            operand("missing", missing);
        }
    }

    static final class NothingLive extends InterventionRefusal {
        NothingLive(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_LIVE",
                    "%s has no component that is live".formatted(reference));
            operand("componentsLive", 0);
        }
    }

    static final class LiveInTheFuture extends InterventionRefusal {
        LiveInTheFuture(LocalDate liveSince, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "LIVE_IN_THE_FUTURE",
                    "It cannot be live since %s, today is %s; a plan goes to goLiveOn"
                            .formatted(liveSince, today));
            operand("liveSince", liveSince);
            operand("today", today);
        }
    }

    static final class OverRecruited extends InterventionRefusal {
        OverRecruited(String component, int recruited, int toRecruit) {
            super(
                    Kind.RULE_BROKEN,
                    "OVER_RECRUITED",
                    "%s has %d posts, %d cannot be filled"
                            .formatted(component, toRecruit, recruited));
            operand("postsToRecruit", toRecruit);
            operand("postsRecruited", recruited);
        }
    }

    /// What was approved is not rewritten: not the brief, nor who leads it, nor whom it is for.
    static final class BriefSettled extends InterventionRefusal {
        BriefSettled(String reference, State state) {
            super(
                    Kind.CONFLICT,
                    "BRIEF_SETTLED",
                    "%s is %s; its brief, leads, cohort and provider stay as they were approved"
                            .formatted(reference, state));
            operand("reference", reference);
            operand("state", state);
        }
    }

    static final class NoLongerOpen extends InterventionRefusal {
        NoLongerOpen(State state) {
            super(Kind.CONFLICT, "NO_LONGER_OPEN", "It is %s and changes no more".formatted(state));
            operand("state", state);
        }
    }
}
