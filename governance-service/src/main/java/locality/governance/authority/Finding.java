package locality.governance.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
    /// @param limitPence that grant's own limit, less what other subjects used of an annual one
    /// @param from the first day that grant is in force
    /// @param until its last day, null while no end is known
    @Schema(name = "AuthorityLink")
    public record Link(
            String owner,
            @Nullable UUID bodyId,
            String name,
            @Nullable UUID delegationId,
            @Nullable String delegation,
            @Nullable Pence limitPence,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        private Stream<Excess> excess(Question question, Owner asked) {
            return owner.equals(asked.organisation())
                            && delegation != null
                            && limitPence != null
                            && question.inAll(asked).exceeds(limitPence)
                    ? Stream.of(
                            new Excess(
                                    owner,
                                    delegation,
                                    limitPence,
                                    question.approvedBefore(asked),
                                    question.testedAgainst(asked)))
                    : Stream.empty();
        }

        static Link top(String owner, Scheme.Body top) {
            return new Link(owner, top.id(), top.name(), null, null, null, null, null);
        }
    }

    public boolean mayDecide() {
        return barriers.isEmpty();
    }

    /// Where the chains as they were found do not bear a question with all that was approved of its
    /// subject by now.
    public Optional<Excess> excess(Question question) {
        return question.owners().stream()
                .flatMap(owner -> chain.stream().flatMap(link -> link.excess(question, owner)))
                .findFirst();
    }

    /// Whether an owner is among those whose power reaches it.
    boolean covers(String organisation) {
        return ownersCovered.contains(organisation);
    }

    /// Whether it may decide for some owners: nothing but the others' silence stands against it. A
    /// joint body that one owner gave too little decides nothing of what exceeds it for the other
    /// either; an owner's top body keeps its own owner's power whatever others gave it.
    boolean mayDecideForItsOwners(Scheme.Body body) {
        return !ownersCovered.isEmpty()
                && barriers.stream().allMatch(barrier -> leavesOtherOwnersAlone(barrier, body));
    }

    private static boolean leavesOtherOwnersAlone(Barrier barrier, Scheme.Body body) {
        return barrier.code() == AuthorityCode.OWNER_NOT_COVERED
                || body.topOf() != null
                        && barrier.owner() != null
                        && !body.isTopOf(barrier.owner());
    }
}
