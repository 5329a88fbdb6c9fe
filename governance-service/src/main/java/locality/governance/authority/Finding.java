package locality.governance.authority;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the walk found about one body, or the officers of one organisation: why it may decide, or
/// why not.
///
/// @param bodyId null for officers
/// @param ownersCovered the owners whose power reaches it with a sufficient cap
/// @param named whether a delegation in force leads to it, however low its limit
/// @param cap the lowest limit on any of its chains, less what counts against it; null when there
///   is none
/// @param chain its chains, one owner's after another's
/// @param barriers empty when it may decide alone
@Schema(name = "AuthorityFinding")
public record Finding(
        @Nullable UUID bodyId,
        Set<String> ownersCovered,
        boolean named,
        @Nullable Pence cap,
        List<Link> chain,
        List<Barrier> barriers) {

    /// A step of a chain: who holds the power there, and by which delegation.
    ///
    /// @param bodyId null where the holder is an organisation's officers
    /// @param delegation the reference of the grant that leads here, null at the top
    @Schema(name = "AuthorityLink")
    public record Link(
            String owner,
            @Nullable UUID bodyId,
            String name,
            @Nullable UUID delegationId,
            @Nullable String delegation,
            @Nullable Pence limitPence) {}

    /// @throws NullPointerException when it is about officers
    UUID requireBody() {
        return Objects.requireNonNull(bodyId);
    }

    public boolean mayDecide() {
        return barriers.isEmpty();
    }

    /// Whether it may decide for some owners, and nothing but the others' silence stands against
    /// it.
    boolean mayDecideForItsOwners() {
        return !ownersCovered.isEmpty()
                && barriers.stream()
                        .allMatch(barrier -> barrier.code() == AuthorityCode.OWNER_NOT_COVERED);
    }
}
