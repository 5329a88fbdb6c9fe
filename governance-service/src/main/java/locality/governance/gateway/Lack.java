package locality.governance.gateway;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something without which a gateway is not passed.
@Schema(name = "GatewayLack")
record Lack(Code code, String detail) {

    @Schema(name = "GatewayLackCode")
    enum Code {
        /// The gateway before it has not passed.
        PREVIOUS_NOT_PASSED,
        /// No assessment is named as its due diligence, or it is on record no longer.
        NO_DUE_DILIGENCE,
        /// Some of the due diligence is not rated yet, or its rating is not agreed.
        DUE_DILIGENCE_OPEN,
        /// A criterion is Red, and no condition with a date covers it.
        RED_NOT_COVERED,
        /// No approval of the gateway is in effect.
        NO_APPROVAL,
        /// An item was to go over before the gateway is passed.
        TRANSFER_BEFORE_PASSING
    }
}
