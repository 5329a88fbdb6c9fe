package locality.governance.voting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An interest declared on one item.
public record Interest(String seat, Effect effect, String nature) {

    @Schema(name = "InterestEffect")
    public enum Effect {
        /// Told to the meeting; the member stays and votes.
        DECLARED,
        /// The member stays and does not vote.
        NO_VOTE,
        /// The member left the room for the item.
        LEFT
    }

    boolean excludes() {
        return effect != Effect.DECLARED;
    }
}
