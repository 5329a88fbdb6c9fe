package locality.governance.position;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What localities were asked about (*Transition to ICS Update for Governing Body*, summary of
/// localities positions).
@Schema(name = "PositionTopic")
enum Topic {
    PLACE_BASED_LEAD,
    LOCALITY_BOARD,
    PROVIDER_COLLABORATIVE,
    POOLED_BUDGET,
    RELATIONSHIP_WITH_GM_ICS,
    CLINICAL_AND_PROFESSIONAL_EXPERTISE
}
