package locality.governance.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The life of a version. What is not ratified yet is superseded by the next version, what is
/// ratified only by one that is in force.
@Schema(name = "AgreementVersionState")
enum VersionState {
    DRAFT,
    IN_REVIEW,
    FOR_RATIFICATION,
    RATIFIED,
    IN_FORCE,
    EXPIRED,
    TERMINATED,
    SUPERSEDED;

    Set<VersionState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_REVIEW, SUPERSEDED);
            case IN_REVIEW -> EnumSet.of(DRAFT, FOR_RATIFICATION, SUPERSEDED);
            case FOR_RATIFICATION -> EnumSet.of(RATIFIED, SUPERSEDED);
            case RATIFIED -> EnumSet.of(IN_FORCE, EXPIRED, TERMINATED, SUPERSEDED);
            case IN_FORCE -> EnumSet.of(EXPIRED, TERMINATED, SUPERSEDED);
            case EXPIRED, TERMINATED, SUPERSEDED -> EnumSet.noneOf(VersionState.class);
        };
    }

    /// Its parties are still to agree on it.
    boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW || this == FOR_RATIFICATION;
    }

    boolean isOver() {
        return next().isEmpty();
    }

    /// Its text is settled, so that it can be signed.
    boolean maySign() {
        return this == FOR_RATIFICATION || isFinal();
    }

    /// Every party whose agreement it takes has given it, and it still stands.
    boolean isFinal() {
        return this == RATIFIED || this == IN_FORCE;
    }
}
