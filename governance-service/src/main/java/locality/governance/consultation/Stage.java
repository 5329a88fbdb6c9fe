package locality.governance.consultation;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a consultation has come (*One Commissioning Organisation*, 5.1: commence consultation,
/// formal consultation, conclude formal consultation). Each stage follows the one before.
@Schema(name = "ConsultationStage")
enum Stage {
    PLANNED,
    COMMENCED,
    FORMAL,
    CONCLUDED;

    Optional<Stage> next() {
        return this == CONCLUDED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    Optional<Stage> before() {
        return this == PLANNED ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
