package locality.governance.receipt;

import java.time.LocalDate;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;

/// Everything that may be wrong with what a receiver says it was given.
abstract sealed class ReceiptRefusal extends Refusal {

    private ReceiptRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends ReceiptRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "RECEIPT_REFERENCE_TAKEN",
                    "There is a receipt %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class OneOfEach extends ReceiptRefusal {
        OneOfEach() {
            super(
                    Kind.RULE_BROKEN,
                    "ONE_GIVER_ONE_RECEIVER",
                    "A receipt is from a body (from) or an organisation (fromOrganisation), and to"
                            + " a body (to) or an organisation's officers (toOrganisation): exactly"
                            + " one of each");
        }
    }

    static final class FromItself extends ReceiptRefusal {
        FromItself(String reference) {
            super(
                    Kind.RULE_BROKEN,
                    "RECEIVED_FROM_ITSELF",
                    "%s names one body as giver and receiver".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class ExpiresBeforeItBegins extends ReceiptRefusal {
        ExpiresBeforeItBegins(LocalDate effectiveOn, LocalDate expiresOn) {
            super(
                    Kind.RULE_BROKEN,
                    "ENDS_BEFORE_IT_BEGINS",
                    "It begins on %s and cannot expire on %s".formatted(effectiveOn, expiresOn));
            operand("effectiveOn", effectiveOn);
            operand("expiresOn", expiresOn);
        }
    }

    static final class NegativeLimit extends ReceiptRefusal {
        NegativeLimit(Pence limit) {
            super(
                    Kind.RULE_BROKEN,
                    "LIMIT_NEGATIVE",
                    "A limit is nothing or more, not %s".formatted(limit.inPounds()));
            operand("limitPence", limit);
        }
    }

    static final class OfAnotherPlace extends ReceiptRefusal {
        OfAnotherPlace(String reference, Locality is, Locality said) {
            super(
                    Kind.RULE_BROKEN,
                    "RECEIPT_OF_ANOTHER_PLACE",
                    "%s is of %s and stays so, not of %s"
                            .formatted(reference, is.displayName(), said.displayName()));
            operand("reference", reference);
            operand("place", is);
        }
    }
}
