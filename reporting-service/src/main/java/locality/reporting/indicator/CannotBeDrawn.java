package locality.reporting.indicator;

import locality.platform.refusal.Refusal;

/// What was told of an indicator is nothing a chart can hold.
final class CannotBeDrawn extends Refusal {

    CannotBeDrawn(String reference, String why) {
        super(
                Kind.RULE_BROKEN,
                "CANNOT_BE_DRAWN",
                "%s cannot be drawn: %s".formatted(reference, why));
        operand("reference", reference);
        operand("why", why);
    }
}
