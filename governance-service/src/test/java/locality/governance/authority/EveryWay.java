package locality.governance.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The rule as it is written, word by word and without any thought of speed: every way through a
/// small scheme that comes to no body twice is looked at.
final class EveryWay {

    private final Question question;
    private final List<Scheme.Body> bodies;
    private final List<Grant> grants;
    private final boolean reserved;

    EveryWay(Question question, RandomScheme scheme) {
        this.question = question;
        this.bodies = scheme.bodies();
        this.grants = scheme.grants();
        this.reserved = scheme.reserved();
    }

    /// The owners whose power reaches the body with room for what is asked and was approved before.
    Set<String> covered(UUID body) {
        var covered = new TreeSet<String>();
        for (var owner : question.owners()) {
            if (ways(owner, body).anyMatch(way -> bears(way, owner))) {
                covered.add(owner.organisation());
            }
        }
        return covered;
    }

    /// The highest of the lowest limits on the ways of one owner; null when there is no limit or no
    /// way.
    @Nullable Pence cap(Owner owner, UUID body) {
        return widest(ways(owner, body), owner);
    }

    /// The same of the ways on which the body may pass the power on.
    Stream<List<Grant>> waysPassedOn(Owner owner, UUID body) {
        return ways(owner, body).filter(way -> way.isEmpty() || way.getLast().maySubDelegate());
    }

    @Nullable Pence widest(Stream<List<Grant>> ways, Owner owner) {
        var caps = ways.map(way -> lowest(way, owner)).toList();
        return caps.stream().anyMatch(cap -> cap == Long.MAX_VALUE)
                ? null
                : caps.stream().max(Long::compare).map(Pence::of).orElse(null);
    }

    Set<AuthorityCode> codes(UUID id) {
        var body = bodies.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        if (body.standing() == Standing.DISSOLVED) {
            return Set.of(AuthorityCode.DISSOLVED);
        }
        if (body.standing() == Standing.NOT_CONSTITUTED) {
            return Set.of(AuthorityCode.NOT_CONSTITUTED);
        }
        var covered = covered(id);
        var codes = EnumSet.noneOf(AuthorityCode.class);
        if (!body.deals(question.function())) {
            codes.add(AuthorityCode.OUTSIDE_TOR);
        }
        if (reserved && covered.isEmpty()) {
            codes.add(AuthorityCode.RESERVED);
            return codes;
        }
        question.owners().stream()
                .filter(owner -> !covered.contains(owner.organisation()))
                .map(owner -> code(owner, body, !covered.isEmpty()))
                .forEach(codes::add);
        return codes;
    }

    private AuthorityCode code(Owner owner, Scheme.Body body, boolean anotherIsCovered) {
        if (tops(owner).findAny().isEmpty()) {
            return body.isTopOf(owner.organisation())
                    ? AuthorityCode.NOT_CONSTITUTED
                    : AuthorityCode.OWNER_NOT_COVERED;
        }
        if (ways(owner, body.id()).findAny().isPresent()) {
            return AuthorityCode.LIMIT_EXCEEDED;
        }
        if (ways(owner, body.id(), this::gives, true).findAny().isPresent()) {
            return AuthorityCode.SUBDELEGATION_BARRED;
        }
        if (ways(owner, body.id(), grant -> gives(grant) || hasEnded(grant), true)
                .findAny()
                .isPresent()) {
            return AuthorityCode.DELEGATION_EXPIRED;
        }
        return anotherIsCovered ? AuthorityCode.OWNER_NOT_COVERED : AuthorityCode.NO_CHAIN;
    }

    private boolean bears(List<Grant> way, Owner owner) {
        return way.stream()
                .map(Grant::limit)
                .filter(Objects::nonNull)
                .noneMatch(limit -> question.inAll(owner).exceeds(limit));
    }

    private long lowest(List<Grant> way, Owner owner) {
        return way.stream()
                .map(Grant::limit)
                .filter(Objects::nonNull)
                .mapToLong(limit -> limit.value() - question.approvedBefore(owner).value())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Stream<List<Grant>> ways(Owner owner, UUID body) {
        return ways(owner, body, this::gives, false);
    }

    private Stream<List<Grant>> ways(
            Owner owner, UUID body, Predicate<Grant> counts, boolean anyonePassesOn) {
        var found = new ArrayList<List<Grant>>();
        tops(owner)
                .forEach(
                        top ->
                                follow(
                                        top.id(),
                                        body,
                                        List.of(),
                                        Set.of(top.id()),
                                        counts,
                                        anyonePassesOn,
                                        found));
        return found.stream();
    }

    private void follow(
            UUID at,
            UUID to,
            List<Grant> way,
            Set<UUID> visited,
            Predicate<Grant> counts,
            boolean anyonePassesOn,
            List<List<Grant>> found) {
        if (at.equals(to)) {
            found.add(way);
            return;
        }
        if (reserved || !way.isEmpty() && !way.getLast().maySubDelegate() && !anyonePassesOn) {
            return;
        }
        for (var grant : grants) {
            var next = ((Holder.Body) grant.holder()).id();
            if (grant.grantor().equals(at) && !visited.contains(next) && counts.test(grant)) {
                var longer = new ArrayList<>(way);
                longer.add(grant);
                var come = new HashSet<>(visited);
                come.add(next);
                follow(next, to, longer, come, counts, anyonePassesOn, found);
            }
        }
    }

    private boolean gives(Grant grant) {
        return covers(grant)
                && isInForce(grant, question.on())
                && bodies.stream()
                        .anyMatch(
                                one ->
                                        one.id().equals(grant.grantor())
                                                && (one.standing() == Standing.ESTABLISHED
                                                        || one.standing() == Standing.SHADOW));
    }

    private boolean hasEnded(Grant grant) {
        return covers(grant) && grant.until() != null && grant.until().isBefore(question.on());
    }

    private boolean covers(Grant grant) {
        return grant.functions().contains(question.function())
                && Set.of(question.place(), locality.platform.place.Locality.GREATER_MANCHESTER)
                        .contains(grant.place());
    }

    private static boolean isInForce(Grant grant, LocalDate day) {
        return !grant.from().isAfter(day)
                && (grant.until() == null || !grant.until().isBefore(day));
    }

    private Stream<Scheme.Body> tops(Owner owner) {
        return bodies.stream()
                .filter(body -> owner.organisation().equals(body.topOf()))
                .filter(body -> body.standing() == Standing.ESTABLISHED);
    }
}
