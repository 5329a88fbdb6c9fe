package locality.governance.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything an assessment, or a framework, may say no to.
abstract sealed class AssessmentRefusal extends Refusal {

    private AssessmentRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ScaleUnclear extends AssessmentRefusal {
        ScaleUnclear(String framework, String why, List<String> scale) {
            super(
                    Kind.RULE_BROKEN,
                    "SCALE_UNCLEAR",
                    "The scale of %s, %s from the worst to the best: %s"
                            .formatted(framework, scale, why));
            operand("framework", framework);
            operand("scale", scale);
        }
    }

    static final class NamedTwice extends AssessmentRefusal {
        NamedTwice(String framework, String what, List<String> names) {
            super(
                    Kind.RULE_BROKEN,
                    "NAMED_TWICE",
                    "%s has twice, as %s: %s".formatted(framework, what, names));
            operand("framework", framework);
            operand("what", what);
            operand("names", names);
        }
    }

    static final class NotAsFirst extends AssessmentRefusal {
        NotAsFirst(String framework, String what, String first, String given) {
            super(
                    Kind.RULE_BROKEN,
                    "FRAMEWORK_DIFFERS",
                    "%s has the %s %s, which stays; %s is another"
                            .formatted(framework, what, first, given));
            operand("framework", framework);
            operand("what", what);
            operand("first", first);
            operand("given", given);
        }
    }

    static final class VersionOutOfOrder extends AssessmentRefusal {
        VersionOutOfOrder(String framework, LocalDate last, LocalDate given) {
            super(
                    Kind.CONFLICT,
                    "FRAMEWORK_OUT_OF_ORDER",
                    "%s has a version from %s; another begins later, not on %s"
                            .formatted(framework, last, given));
            operand("framework", framework);
            operand("last", last);
            operand("given", given);
        }
    }

    static final class NoFrameworkYet extends AssessmentRefusal {
        NoFrameworkYet(String framework, LocalDate on, LocalDate first) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_FRAMEWORK_YET",
                    "%s holds from %s, and not on %s".formatted(framework, first, on));
            operand("framework", framework);
            operand("on", on);
            operand("first", first);
        }
    }

    static final class NoSuchCriterion extends AssessmentRefusal {
        /// @param several the codes of those it may mean
        NoSuchCriterion(String framework, String given, List<String> several) {
            super(
                    Kind.RULE_BROKEN,
                    several.isEmpty() ? "NO_SUCH_CRITERION" : "CRITERION_UNCLEAR",
                    several.isEmpty()
                            ? "%s has no criterion \"%s\"".formatted(framework, given)
                            : "\"%s\" is a criterion of several domains of %s: say which of %s"
                                    .formatted(given, framework, several));
            operand("framework", framework);
            operand("criterion", given);
            operand("criteria", several.isEmpty() ? null : several);
        }
    }

    static final class NoSuchDomain extends AssessmentRefusal {
        NoSuchDomain(String framework, String given, List<String> domains) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_SUCH_DOMAIN",
                    "%s has no domain \"%s\", only %s".formatted(framework, given, domains));
            operand("framework", framework);
            operand("domain", given);
            operand("domains", domains);
        }
    }

    static final class NotOnScale extends AssessmentRefusal {
        NotOnScale(String framework, String word, List<String> scale) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_ON_SCALE",
                    scale.isEmpty()
                            ? "%s rates nothing: tell what was found, not \"%s\""
                                    .formatted(framework, word)
                            : "\"%s\" is not on the scale of %s: %s, or UNKNOWN"
                                    .formatted(word, framework, scale));
            operand("framework", framework);
            operand("word", word);
            operand("scale", scale);
        }
    }

    static final class ReferenceTaken extends AssessmentRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "ASSESSMENT_REFERENCE_TAKEN",
                    "There is an assessment %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class SubjectHalfNamed extends AssessmentRefusal {
        SubjectHalfNamed(@Nullable String type, @Nullable String id) {
            super(
                    Kind.RULE_BROKEN,
                    "SUBJECT_HALF_NAMED",
                    "What is assessed has a type and an id, or is the locality and has neither");
            operand("subjectType", type);
            operand("subjectId", id);
        }
    }

    static final class IllegalStep extends AssessmentRefusal {
        IllegalStep(String reference, AssessmentState from, AssessmentState to) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "%s is %s and cannot become %s; it may become %s"
                            .formatted(
                                    reference,
                                    from,
                                    to,
                                    from.next().map(Enum::name).orElse("nothing else")));
            operand("assessment", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", from.next().stream().toList());
        }
    }

    /// It cannot be done to it now.
    static final class NotInState extends AssessmentRefusal {
        NotInState(
                String reference,
                String what,
                AssessmentState state,
                Set<AssessmentState> allowed) {
            super(
                    Kind.CONFLICT,
                    "ASSESSMENT_NOT_IN_STATE",
                    "%s is %s and cannot be %s; it can while it is one of %s"
                            .formatted(reference, state, what, allowed));
            operand("assessment", reference);
            operand("state", state);
            operand("allowed", allowed);
        }
    }

    static final class OutOfOrder extends AssessmentRefusal {
        OutOfOrder(String reference, LocalDate last, LocalDate given) {
            super(
                    Kind.RULE_BROKEN,
                    "STEP_OUT_OF_ORDER",
                    "What goes before it of %s is of %s; this cannot be of %s"
                            .formatted(reference, last, given));
            operand("assessment", reference);
            operand("last", last);
            operand("given", given);
        }
    }

    static final class InTheFuture extends AssessmentRefusal {
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

    static final class CriteriaOpen extends AssessmentRefusal {
        CriteriaOpen(String reference, List<Criterion> open) {
            super(
                    Kind.RULE_BROKEN,
                    "CRITERIA_OPEN",
                    "%d criteria of %s are neither agreed nor expressly UNKNOWN: %s"
                            .formatted(open.size(), reference, codes(open)));
            operand("assessment", reference);
            operand("open", open.size());
            operand("criteria", codes(open));
        }
    }

    static final class GapsWithoutAction extends AssessmentRefusal {
        GapsWithoutAction(String reference, List<Criterion> gaps) {
            super(
                    Kind.RULE_BROKEN,
                    "GAPS_WITHOUT_ACTION",
                    "%d gaps of %s have no action: %s; give them one, or say in a note why none is"
                            .formatted(gaps.size(), reference, codes(gaps))
                            .concat(" needed"));
            operand("assessment", reference);
            operand("gaps", gaps.size());
            operand("criteria", codes(gaps));
        }
    }

    static final class NotAGap extends AssessmentRefusal {
        NotAGap(String reference, Criterion criterion, String said, @Nullable String target) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_A_GAP",
                    "%s of %s is %s, which is no gap%s"
                            .formatted(
                                    criterion.code(),
                                    reference,
                                    said,
                                    target == null ? "" : " to " + target));
            operand("assessment", reference);
            operand("criterion", criterion.code());
            operand("word", said);
            operand("target", target);
        }
    }

    static final class GapOfNothing extends AssessmentRefusal {
        GapOfNothing(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "GAP_OF_NO_CRITERION",
                    "A GAP found in %s says what criterion it is of".formatted(reference));
            operand("assessment", reference);
        }
    }

    static final class ActsForNobody extends AssessmentRefusal {
        ActsForNobody(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NO_BODY_ACTS",
                    "%s is made for no body: name the one (body) that gives its actions"
                            .formatted(reference));
            operand("assessment", reference);
        }
    }

    static final class DrawsOnItself extends AssessmentRefusal {
        DrawsOnItself(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "DRAWS_ON_ITSELF",
                    "%s draws on other assessments, not on itself".formatted(reference));
            operand("assessment", reference);
        }
    }

    /// What a returned sheet does not change.
    static final class NotInASpreadsheet extends AssessmentRefusal {
        NotInASpreadsheet(String reference, List<String> columns) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "A spreadsheet changes title and plannedOn of %s, not %s"
                            .formatted(reference, String.join(", ", columns)));
            operand("assessment", reference);
            operand("columns", columns);
        }
    }

    private static List<String> codes(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::code).toList();
    }
}
