package locality.budget.authority;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What allows money to move.
///
/// @param id the decision's id, or the delegation's; of an approved plan, the decision approving it
@Schema(name = "Authority")
public record Authority(Kind kind, UUID id) {

    @Schema(name = "AuthorityKind")
    public enum Kind {
        /// A decision that covers exactly this.
        DECISION,
        /// A delegation to the officers who did it.
        DELEGATION,
        /// The decision that approved the plan the line belongs to.
        PLAN
    }

    public static Authority decision(UUID id) {
        return new Authority(Kind.DECISION, id);
    }

    public static Authority delegation(UUID id) {
        return new Authority(Kind.DELEGATION, id);
    }

    public static Authority plan(UUID decision) {
        return new Authority(Kind.PLAN, decision);
    }
}
