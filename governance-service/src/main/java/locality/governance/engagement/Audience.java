package locality.governance.engagement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom it was for.
@Schema(name = "EngagementAudience")
enum Audience {
    STAFF,
    PUBLIC,
    PATIENTS,
    PROVIDERS,
    PARTNERS
}
