package locality.budget.figure;

import locality.platform.refusal.Refusal;

/// What a figure may be refused for.
abstract sealed class FigureRefusal extends Refusal {

    private FigureRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class WordsNotUnderstood extends FigureRefusal {
        WordsNotUnderstood(String stated) {
            super(
                    Kind.RULE_BROKEN,
                    "WORDS_NOT_UNDERSTOOD",
                    ("\"%s\" is no amount of money as documents state one; it reads as in £13.2m,"
                                    + " £2,017k, c£40K, circa £6m or -148")
                            .formatted(stated));
            operand("stated", stated);
        }
    }

    static final class UnitUnknown extends FigureRefusal {
        UnitUnknown(String stated) {
            super(
                    Kind.RULE_BROKEN,
                    "UNIT_UNKNOWN",
                    "\"%s\" does not say whether it is pounds, thousands or millions; give the unit"
                            .formatted(stated));
            operand("stated", stated);
        }
    }

    static final class UnitContradicted extends FigureRefusal {
        UnitContradicted(String stated, FigureUnit said, FigureUnit given) {
            super(
                    Kind.RULE_BROKEN,
                    "UNIT_CONTRADICTED",
                    "\"%s\" says %s itself, and %s was given".formatted(stated, said, given));
            operand("stated", stated);
            operand("saidUnit", said);
            operand("unit", given);
        }
    }

    static final class NotWholePence extends FigureRefusal {
        NotWholePence(String stated) {
            super(
                    Kind.RULE_BROKEN,
                    "NOT_WHOLE_PENCE",
                    "\"%s\" says a part of a penny".formatted(stated));
            operand("stated", stated);
        }
    }

    static final class TooLarge extends FigureRefusal {
        TooLarge(String stated) {
            super(
                    Kind.RULE_BROKEN,
                    "FIGURE_TOO_LARGE",
                    "\"%s\" is more than %s pence, more than any locality has"
                            .formatted(stated, StatedWords.LARGEST));
            operand("stated", stated);
            operand("largestPence", StatedWords.LARGEST);
        }
    }

    static final class ReferenceTaken extends FigureRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is a figure %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class LineOfAnotherFund extends FigureRefusal {
        LineOfAnotherFund(String line, String fund) {
            super(
                    Kind.RULE_BROKEN,
                    "LINE_OF_ANOTHER_FUND",
                    "%s is no line of %s".formatted(line, fund));
            operand("line", line);
            operand("fund", fund);
        }
    }

    static final class NothingCorrected extends FigureRefusal {
        NothingCorrected(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "NOTHING_CORRECTED",
                    "%s says exactly that already".formatted(reference));
            operand("reference", reference);
        }
    }
}
