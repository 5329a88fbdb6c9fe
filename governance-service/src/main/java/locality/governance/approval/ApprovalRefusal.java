package locality.governance.approval;

import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;

/// Everything an approval request may say no to.
abstract sealed class ApprovalRefusal extends Refusal {

    private ApprovalRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class NotOpen extends ApprovalRefusal {
        NotOpen(String reference, ApprovalState state) {
            super(
                    Kind.CONFLICT,
                    "APPROVAL_REQUEST_NOT_OPEN",
                    "The request for %s is %s".formatted(reference, state));
            operand("approvalRequest", reference);
            operand("state", state);
        }
    }

    static final class AmountDiffers extends ApprovalRefusal {
        AmountDiffers(String reference, Pence asked, Pence given) {
            super(
                    Kind.RULE_BROKEN,
                    "AMOUNT_DIFFERS",
                    "%s asks for %s, not %s; another amount is another request"
                            .formatted(reference, asked.inPounds(), given.inPounds()));
            operand("approvalRequest", reference);
            operand("requestedPence", asked);
            operand("valuePence", given);
        }
    }

    static final class MatterDiffers extends ApprovalRefusal {
        MatterDiffers(String code, String reference, Object asked, Object given) {
            super(
                    Kind.RULE_BROKEN,
                    code,
                    "%s is decided as it was asked: %s, not %s".formatted(reference, asked, given));
            operand("approvalRequest", reference);
            operand("requested", asked);
            operand("given", given);
        }
    }

    static final class FunctionDiffers extends ApprovalRefusal {
        FunctionDiffers(String reference, String asked, String given) {
            super(
                    Kind.RULE_BROKEN,
                    "FUNCTION_DIFFERS",
                    "%s asks about %s, not %s".formatted(reference, asked, given));
            operand("approvalRequest", reference);
            operand("requestedFunction", asked);
            operand("function", given);
        }
    }
}
