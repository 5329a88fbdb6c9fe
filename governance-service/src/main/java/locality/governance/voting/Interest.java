package locality.governance.voting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An interest declared on one item. It is a person's, wherever that person sits.
///
/// @param seat whose holder has it, or in which the substitute sat who has it
/// @param substitute an opaque reference to the substitute who has it; null for the member
public record Interest(String seat, @Nullable String substitute, Effect effect, String nature) {

    @Schema(name = "InterestEffect")
    public enum Effect {
        /// Told to the meeting; the member stays and votes.
        DECLARED,
        /// The member stays and does not vote.
        NO_VOTE,
        /// The member left the room for the item.
        LEFT
    }

    /// The same, without who the substitute is.
    public Interest withoutPeople() {
        return new Interest(seat, null, effect, nature);
    }

    boolean excludes() {
        return effect != Effect.DECLARED;
    }
}
