package locality.governance.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a body may stand to another.
@Schema(name = "RelationKind")
public enum RelationKind {
    /// Its parent: what it cannot decide goes there.
    ACCOUNTABLE_TO,
    ADVISES,
    /// Listened to, without any accountability either way.
    SOUNDING_BOARD
}
