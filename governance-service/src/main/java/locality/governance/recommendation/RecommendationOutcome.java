package locality.governance.recommendation;

import java.util.EnumSet;
import java.util.Set;

/// What became of a recommendation. What was accepted, whole or in part, is implemented; what is
/// implemented or not accepted is answered for good, unless a later recommendation takes its place.
enum RecommendationOutcome {
    ACCEPTED,
    PARTLY_ACCEPTED,
    NOT_ACCEPTED,
    IMPLEMENTED,
    SUPERSEDED;

    /// What one without an outcome may become.
    static Set<RecommendationOutcome> first() {
        return EnumSet.of(ACCEPTED, PARTLY_ACCEPTED, NOT_ACCEPTED, SUPERSEDED);
    }

    Set<RecommendationOutcome> next() {
        return switch (this) {
            case ACCEPTED, PARTLY_ACCEPTED -> EnumSet.of(IMPLEMENTED, SUPERSEDED);
            case NOT_ACCEPTED -> EnumSet.of(SUPERSEDED);
            case IMPLEMENTED, SUPERSEDED -> EnumSet.noneOf(RecommendationOutcome.class);
        };
    }
}
