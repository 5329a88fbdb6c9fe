package locality.governance.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a consultation is on.
///
/// @param reference of the agreement or plan, or the function's code
@Embeddable
record Subject(
        @Enumerated(EnumType.STRING) @Column(name = "about_type") About type,
        @Column(name = "about_reference") String reference) {

    /// What may be consulted on.
    @Schema(name = "ConsultedOnType")
    enum About {
        AGREEMENT,
        PLAN,
        FUNCTION
    }
}
