package locality.platform.refusal;

/// A sum of money that 64 bits cannot hold: some amount that went into it is wrong.
public final class AmountOutOfRange extends Refusal {

    public AmountOutOfRange() {
        super(
                Kind.RULE_BROKEN,
                "AMOUNT_OUT_OF_RANGE",
                "The amounts add up to more than can be counted in pence");
        operand("mostPence", Long.MAX_VALUE);
    }
}
