package locality.governance.gateway;

import java.time.LocalDate;
import locality.platform.refusal.Refusal;

/// Everything that blocks of time may be refused for.
abstract sealed class BlockRefusal extends Refusal {

    private BlockRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class EndsBeforeItBegins extends BlockRefusal {
        EndsBeforeItBegins(int number, LocalDate beginsOn, LocalDate endsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "BLOCK_ENDS_BEFORE_IT_BEGINS",
                    "The block of gateway %d would begin on %s and end on %s"
                            .formatted(number, beginsOn, endsOn));
            operand("number", number);
            operand("beginsOn", beginsOn);
            operand("endsOn", endsOn);
        }
    }

    static final class EndUnclear extends BlockRefusal {
        EndUnclear() {
            super(
                    Kind.RULE_BROKEN,
                    "BLOCK_END_UNCLEAR",
                    "A block ends on a day, or after a number of months or of weeks: give one of"
                            + " endsOn, months and weeks");
        }
    }

    static final class EndsWithinABlock extends BlockRefusal {
        EndsWithinABlock(LocalDate last, Block within) {
            super(
                    Kind.RULE_BROKEN,
                    "SERIES_ENDS_WITHIN_A_BLOCK",
                    "%s lies within the block of gateway %d, from %s to %s; a series ends with a"
                                    .formatted(
                                            last,
                                            within.number(),
                                            within.beginsOn(),
                                            within.endsOn())
                            + " block, so on %s or on %s"
                                    .formatted(within.beginsOn().minusDays(1), within.endsOn()));
            operand("lastDay", last);
            operand("endsOnBefore", within.beginsOn().minusDays(1));
            operand("endsOnAfter", within.endsOn());
        }
    }

    static final class TooManyBlocks extends BlockRefusal {
        TooManyBlocks(LocalDate first, LocalDate last, int months, int most) {
            super(
                    Kind.RULE_BROKEN,
                    "TOO_MANY_BLOCKS",
                    "From %s to %s there are more than %d blocks of %d months"
                            .formatted(first, last, most, months));
            operand("beginsOn", first);
            operand("lastDay", last);
            operand("months", months);
            operand("most", most);
        }
    }

    static final class NumberTaken extends BlockRefusal {
        NumberTaken(String contract, int number, String reference) {
            super(
                    Kind.CONFLICT,
                    "GATEWAY_NUMBER_TAKEN",
                    "Contract %s has a gateway %d already, %s"
                            .formatted(contract, number, reference));
            operand("contract", contract);
            operand("number", number);
            operand("gateway", reference);
        }
    }

    static final class OutOfSequence extends BlockRefusal {
        OutOfSequence(String contract, int number, int first, int last) {
            super(
                    Kind.RULE_BROKEN,
                    "GATEWAY_OUT_OF_SEQUENCE",
                    "Contract %s has gateways %d to %d; the next is %d or %d, not %d"
                            .formatted(contract, first, last, first - 1, last + 1, number));
            operand("contract", contract);
            operand("number", number);
            operand("first", first);
            operand("last", last);
        }
    }

    /// A block that overlaps its neighbour, or leaves a hole beside it.
    static final class NotAdjacent extends BlockRefusal {
        NotAdjacent(int before, LocalDate endsOn, int after, LocalDate beginsOn) {
            super(
                    Kind.RULE_BROKEN,
                    "BLOCKS_NOT_ADJACENT",
                    "Gateway %d ends on %s and gateway %d would begin on %s: it begins the day"
                                    .formatted(before, endsOn, after, beginsOn)
                            + " after");
            operand("number", before);
            operand("endsOn", endsOn);
            operand("next", after);
            operand("nextBeginsOn", beginsOn);
        }
    }
}
