package locality.budget.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How partners hold the money of a line: in one pool, side by side, as a rehearsal, or only seen.
@Schema(name = "Basis")
public enum Basis {
    /// One pooled fund under section 75: cash moves to the host, risk is shared.
    POOLED,
    /// Each partner keeps its own money: nothing is posted between partners.
    ALIGNED,
    /// A rehearsal of pooling: settlements are computed and flagged, never posted.
    SHADOW,
    /// Displayed beside the fund, outside the agreement.
    IN_VIEW;

    public boolean movesCashBetweenPartners() {
        return this == POOLED;
    }

    public boolean standsInTheAgreement() {
        return this != IN_VIEW;
    }
}
