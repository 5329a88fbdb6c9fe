package locality.governance.decisionlog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whoever knows what a decision rested on or what followed from it. The log asks every one there
/// is.
public interface Follower {

    /// What belongs to each of these decisions, in the order in which it is to be told.
    ///
    /// @param places what is of another place is not told
    Map<UUID, List<Follow>> of(Set<Locality> places, Collection<UUID> decisions);

    /// What a decision rested on, or what followed from it.
    ///
    /// @param state as it was last known, null when it has none
    /// @param on when it was done, is due or took effect; null when that is not known
    @Schema(name = "DecisionFollow")
    record Follow(
            Kind kind,
            String reference,
            String title,
            @Nullable String state,
            @Nullable LocalDate on) {

        String inWords() {
            return reference
                    + (title.isEmpty() ? "" : " " + title)
                    + (state == null ? "" : " (%s)".formatted(state));
        }
    }

    /// What it is.
    @Schema(name = "DecisionFollowKind")
    enum Kind {
        PAPER,
        ACTION,
        COMMITMENT,
        DECISION
    }
}
