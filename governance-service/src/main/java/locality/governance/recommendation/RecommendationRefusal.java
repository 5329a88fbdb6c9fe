package locality.governance.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Everything a recommendation may say no to.
abstract sealed class RecommendationRefusal extends Refusal {

    private RecommendationRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends RecommendationRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "RECOMMENDATION_REFERENCE_TAKEN",
                    "There is a recommendation %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NumberTaken extends RecommendationRefusal {
        NumberTaken(String source, int number) {
            super(
                    Kind.CONFLICT,
                    "RECOMMENDATION_NUMBER_TAKEN",
                    "Recommendation %d of %s is on record already".formatted(number, source));
            operand("source", source);
            operand("number", number);
        }
    }

    static final class IllegalStep extends RecommendationRefusal {
        IllegalStep(
                String reference,
                @Nullable RecommendationOutcome from,
                RecommendationOutcome to,
                Set<RecommendationOutcome> allowed) {
            super(
                    Kind.CONFLICT,
                    "ILLEGAL_TRANSITION",
                    "%s is %s and cannot become %s; it may become %s"
                            .formatted(reference, from == null ? "unanswered" : from, to, allowed));
            operand("recommendation", reference);
            operand("from", from);
            operand("to", to);
            operand("allowed", allowed);
        }
    }

    static final class OutOfOrder extends RecommendationRefusal {
        OutOfOrder(String reference, LocalDate since, LocalDate on) {
            super(
                    Kind.RULE_BROKEN,
                    "ANSWERED_OUT_OF_ORDER",
                    "The last of %s is of %s; this cannot be of %s"
                            .formatted(reference, since, on));
            operand("recommendation", reference);
            operand("since", since);
            operand("on", on);
        }
    }

    static final class InTheFuture extends RecommendationRefusal {
        InTheFuture(LocalDate on, LocalDate today) {
            super(
                    Kind.RULE_BROKEN,
                    "IN_THE_FUTURE",
                    "answeredOn is %s; today is %s, and it is recorded once it is done"
                            .formatted(on, today));
            operand("field", "answeredOn");
            operand("given", on);
            operand("today", today);
        }
    }

    /// It has an outcome, and that was given on what it said.
    static final class AnsweredAlready extends RecommendationRefusal {
        AnsweredAlready(String reference, RecommendationOutcome outcome) {
            super(
                    Kind.CONFLICT,
                    "RECOMMENDATION_ANSWERED",
                    "%s is %s: what it says stays as it was answered"
                            .formatted(reference, outcome));
            operand("recommendation", reference);
            operand("outcome", outcome);
        }
    }

    /// What a returned sheet does not change: an outcome is written down by answering.
    static final class NotInASpreadsheet extends RecommendationRefusal {
        NotInASpreadsheet(String reference, List<String> columns) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_IN_A_SPREADSHEET",
                    "A spreadsheet changes verb and text of %s, not %s; an outcome is written down"
                            .formatted(reference, String.join(", ", columns))
                            .concat(" by answering"));
            operand("recommendation", reference);
            operand("columns", columns);
        }
    }

    static final class OneSource extends RecommendationRefusal {
        OneSource() {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_SOURCE",
                    "A recommendation stands in a paper (paper) or in another document"
                            + " (document), in exactly one of them");
        }
    }

    static final class OfNoPlace extends RecommendationRefusal {
        OfNoPlace() {
            super(
                    Kind.RULE_BROKEN,
                    "OF_NO_PLACE",
                    "A recommendation of another document is to a body (body), or of a place"
                            + " (locality)");
        }
    }
}
