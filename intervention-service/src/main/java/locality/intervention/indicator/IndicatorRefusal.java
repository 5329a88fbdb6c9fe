package locality.intervention.indicator;

import locality.platform.refusal.Refusal;

/// Everything an indicator may be refused for.
abstract sealed class IndicatorRefusal extends Refusal {

    private IndicatorRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends IndicatorRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "REFERENCE_TAKEN",
                    "There is an indicator %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    /// What is watched anyway shows nothing of a change.
    static final class BusinessAsUsual extends IndicatorRefusal {
        BusinessAsUsual(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "BUSINESS_AS_USUAL",
                    "%s is business as usual; a transformation indicator is not"
                            .formatted(reference));
            operand("reference", reference);
        }
    }

    static final class OutcomeLinkMissing extends IndicatorRefusal {
        OutcomeLinkMissing(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "OUTCOME_LINK_MISSING",
                    "%s does not say which outcome the activity changes".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class AnotherPlace extends IndicatorRefusal {
        AnotherPlace(String intervention, Object locality) {
            super(
                    Kind.RULE_BROKEN,
                    "INTERVENTION_OF_ANOTHER_PLACE",
                    "%s is not an intervention of %s".formatted(intervention, locality));
            operand("intervention", intervention);
            operand("locality", locality);
        }
    }
}
