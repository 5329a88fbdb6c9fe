package locality.budget.virement;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a line gets or gives.
///
/// @param line its reference
/// @param amountPence less than nothing where it gives
@Embeddable
@Schema(name = "VirementMove")
record Move(
        UUID lineId,
        String line,
        @Schema(description = "Less than nothing where the line gives") Pence amountPence) {

    boolean gives() {
        return amountPence.isNegative();
    }

    /// How much it moves, whichever way.
    Pence size() {
        return gives() ? amountPence.negated() : amountPence;
    }
}
