package locality.governance.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import locality.governance.authority.Reach.Leniency;
import org.jspecify.annotations.Nullable;

/// Everything that stands against a body's deciding, in the order in which it is told.
final class WhyNot {

    private final Question question;
    private final Walks walks;

    WhyNot(Question question, Walks walks) {
        this.question = question;
        this.walks = walks;
    }

    /// @param covered the owners whose power reaches it with a sufficient cap
    List<Barrier> barriers(Scheme.Body body, Set<String> covered) {
        if (body.standing() == Standing.DISSOLVED) {
            return List.of(new Barrier(AuthorityCode.DISSOLVED, null));
        }
        if (body.standing() == Standing.NOT_CONSTITUTED) {
            return List.of(new Barrier(AuthorityCode.NOT_CONSTITUTED, null));
        }
        var barriers = new ArrayList<Barrier>();
        if (walks.isReserved() && covered.isEmpty()) {
            barriers.add(new Barrier(AuthorityCode.RESERVED, question.place().code()));
        }
        if (!body.deals(question.function())) {
            barriers.add(new Barrier(AuthorityCode.OUTSIDE_TOR, null));
        }
        if (!walks.isReserved() || !covered.isEmpty()) {
            question.owners().stream()
                    .filter(owner -> !covered.contains(owner.organisation()))
                    .map(owner -> barrierOnTheWay(owner, body, !covered.isEmpty()))
                    .distinct()
                    .forEach(barriers::add);
        }
        return List.copyOf(barriers);
    }

    /// The same of officers, whom no terms of reference bind.
    List<Barrier> barriers(Holder.Officers officers, Set<String> covered) {
        if (walks.isReserved()) {
            return List.of(new Barrier(AuthorityCode.RESERVED, question.place().code()));
        }
        return question.owners().stream()
                .filter(owner -> !covered.contains(owner.organisation()))
                .map(owner -> barrierOnTheWay(owner, officers, !covered.isEmpty()))
                .distinct()
                .toList();
    }

    private Barrier barrierOnTheWay(Owner owner, Scheme.Body body, boolean anotherOwnerCovered) {
        return walks.tops(owner).isEmpty() && body.isTopOf(owner.organisation())
                ? Barrier.on(owner, AuthorityCode.NOT_CONSTITUTED, null)
                : barrierOnTheWay(owner, new Holder.Body(body.id()), anotherOwnerCovered);
    }

    /// Why this owner's power does not suffice there.
    private Barrier barrierOnTheWay(Owner owner, Holder holder, boolean anotherOwnerCovered) {
        if (walks.tops(owner).isEmpty()) {
            return Barrier.notCovered(owner);
        }
        if (walks.of(owner).to(holder) instanceof Chain narrow
                && narrow.narrowest() instanceof Grant limiting) {
            return Barrier.exceeded(owner, limiting, question.inAll(owner));
        }
        if (walks.of(owner, Leniency.ANYONE_MAY_SUB_DELEGATE).to(holder) instanceof Chain way) {
            return Barrier.on(
                    owner, AuthorityCode.SUBDELEGATION_BARRED, reference(passedOnBarred(way)));
        }
        if (walks.of(owner, Leniency.ENDED_GRANTS_COUNT).to(holder) instanceof Chain way
                && ended(way) instanceof Grant ended) {
            return Barrier.ended(owner, ended);
        }
        return anotherOwnerCovered
                ? Barrier.notCovered(owner)
                : new Barrier(AuthorityCode.NO_CHAIN, null);
    }

    private static @Nullable Grant passedOnBarred(Chain way) {
        boolean barred = false;
        for (var grant : way.grants()) {
            if (barred) {
                return grant;
            }
            barred = !grant.maySubDelegate();
        }
        return null;
    }

    private @Nullable Grant ended(Chain way) {
        return way.grants().stream()
                .filter(grant -> !grant.inForce(question.on()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String reference(@Nullable Grant grant) {
        return grant == null ? null : grant.reference();
    }
}
