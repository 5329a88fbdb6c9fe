package locality.governance.consultation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who is consulted, or told.
@Schema(name = "ConsultationAudience")
enum Audience {
    STAFF,
    PUBLIC,
    PATIENTS,
    PROVIDERS,
    PARTNERS
}
