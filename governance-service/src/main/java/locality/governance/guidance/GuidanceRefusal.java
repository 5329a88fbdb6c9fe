package locality.governance.guidance;

import locality.platform.refusal.Refusal;

/// Everything the register of awaited guidance may say no to.
abstract sealed class GuidanceRefusal extends Refusal {

    private GuidanceRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class ReferenceTaken extends GuidanceRefusal {
        ReferenceTaken(String reference) {
            super(
                    Kind.CONFLICT,
                    "GUIDANCE_REFERENCE_TAKEN",
                    "There is guidance %s already".formatted(reference));
            operand("reference", reference);
        }
    }

    static final class SaidAlready extends GuidanceRefusal {
        SaidAlready(String reference, AwaitedGuidance.Said said) {
            super(
                    Kind.CONFLICT,
                    "GUIDANCE_STATUS_SAID_ALREADY",
                    "That source says already that %s is %s on %s"
                            .formatted(reference, said.status(), said.statedOn()));
            operand("reference", reference);
            operand("guidanceStatus", said.status());
            operand("statedOn", said.statedOn());
        }
    }
}
