package locality.intervention.deflection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a version of a plan is agreed: first in the locality, then with Greater Manchester.
@Schema(name = "DeflectionState")
enum VersionState {
    DRAFT,
    LOCAL_AGREED,
    GM_AGREED,
    /// A later version was agreed with Greater Manchester.
    SUPERSEDED
}
