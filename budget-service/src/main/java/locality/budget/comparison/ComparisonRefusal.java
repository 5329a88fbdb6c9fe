package locality.budget.comparison;

import locality.platform.refusal.Refusal;

/// What a comparison may be refused for.
abstract sealed class ComparisonRefusal extends Refusal {

    private ComparisonRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends ComparisonRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is a comparison %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class NotOneOperand extends ComparisonRefusal {
        NotOneOperand(String where, long named) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_ONE_OPERAND",
                    "%s names one of figure, fund and line, not %d".formatted(where, named));
            operand("where", where);
            operand("named", named);
        }
    }

    static final class CountsForNothing extends ComparisonRefusal {
        CountsForNothing(int number) {
            super(
                    Kind.RULE_BROKEN,
                    "COUNTS_FOR_NOTHING",
                    "Term %d counts 0 times; leave it out".formatted(number));
            operand("term", number);
        }
    }

    static final class AgainstItself extends ComparisonRefusal {
        AgainstItself(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "COMPARED_WITH_ITSELF",
                    "%s holds a figure against itself".formatted(reference));
            operand("reference", reference);
        }
    }
}
