package locality.governance.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everyone an owner's power reaches, each by the widest chain there is: the one whose lowest limit
/// is highest.
///
/// **Two labels for a body.** A body may hold one power it must keep and a narrower one it may pass
/// on. What it may decide is the wider of the two; what others may have of it is the second alone.
/// With one label it would either pass on what it must keep or lose what it holds. So the walk's
/// stops are a holder *with* and a holder *without* the right to pass on, and grants leave only the
/// first.
///
/// **Why the first chain to arrive at a stop is the widest.** A grant more never makes a chain
/// wider. Chains wait in a queue, the widest in front. Suppose a chain is taken out at a stop that
/// was not settled, and a wider one leads there. The wider one begins at a top, and tops were in
/// the queue from the start; take the last stop on it that is settled. That stop's own chain is at
/// least as wide (it was settled by this same argument), so with the next grant of the wider chain
/// it went into the queue when the stop was settled, and it is at least as wide as the wider chain.
/// The queue would have given it out before. So there is no wider one.
///
/// **No circles.** A chain that comes back to a settled stop is dropped. Nothing is lost: a circle
/// cut out of a chain leaves one that is at least as wide.
///
/// **What it costs.** Each stop is settled once and each grant goes into the queue at most once: E
/// log E for E grants, however many ways there are.
final class Reach {

    /// Which rule of the walk is set aside, to find out why a holder is not reached.
    enum Leniency {
        NONE,
        ANYONE_MAY_SUB_DELEGATE,
        ENDED_GRANTS_COUNT
    }

    private record Stop(Holder holder, boolean passesOn) {}

    private record Arrival(Stop stop, Chain chain) {}

    private final Question question;
    private final Scheme scheme;
    private final Map<UUID, List<Grant>> grants;
    private final Leniency leniency;
    private final Map<Stop, Chain> settled = new HashMap<>();

    private Reach(
            Question question, Scheme scheme, Map<UUID, List<Grant>> grants, Leniency leniency) {
        this.question = question;
        this.scheme = scheme;
        this.grants = grants;
        this.leniency = leniency;
    }

    /// @param grants by grantor: those that cover the function and the place and have begun
    static Reach from(
            Owner owner,
            Collection<Scheme.Body> tops,
            Question question,
            Scheme scheme,
            Map<UUID, List<Grant>> grants,
            Leniency leniency) {
        var reach = new Reach(question, scheme, grants, leniency);
        var approvedBefore = question.approvedBefore(owner);
        reach.walk(tops.stream().map(top -> Chain.startingAt(top, approvedBefore)).toList());
        return reach;
    }

    private void walk(List<Chain> tops) {
        var frontier =
                new PriorityQueue<Arrival>((a, b) -> Chain.WIDEST_FIRST.compare(a.chain, b.chain));
        tops.forEach(top -> frontier.add(new Arrival(start(top), top)));
        while (frontier.poll() instanceof Arrival arrival) {
            if (settled.putIfAbsent(arrival.stop, arrival.chain) == null
                    && arrival.stop.passesOn
                    && arrival.stop.holder instanceof Holder.Body(var delegator)) {
                int place = settled.size();
                for (var grant : grants.getOrDefault(delegator, List.of())) {
                    var stop = new Stop(grant.holder(), passesOn(grant));
                    if (counts(grant) && !settled.containsKey(stop)) {
                        frontier.add(new Arrival(stop, arrival.chain.through(grant, place)));
                    }
                }
            }
        }
    }

    private static Stop start(Chain top) {
        return new Stop(new Holder.Body(top.top().id()), true);
    }

    private boolean passesOn(Grant grant) {
        return leniency != Leniency.NONE || grant.maySubDelegate();
    }

    /// One in force counts while its grantor is there to give it; one that has ended is looked at
    /// only for what it gave, whatever became of its grantor.
    private boolean counts(Grant grant) {
        return grant.inForce(question.on())
                ? scheme.mayDelegate(grant.grantor())
                : leniency == Leniency.ENDED_GRANTS_COUNT;
    }

    /// The widest chain by which a holder has the power, whether or not it may pass it on.
    @Nullable Chain to(Holder holder) {
        var kept = settled.get(new Stop(holder, false));
        var passedOn = settled.get(new Stop(holder, true));
        if (kept == null || passedOn == null) {
            return kept == null ? passedOn : kept;
        }
        return Chain.WIDEST_FIRST.compare(kept, passedOn) < 0 ? kept : passedOn;
    }

    /// The widest chain by which a body holds the power *and* may pass it on.
    @Nullable Chain toDelegator(UUID body) {
        return settled.get(new Stop(new Holder.Body(body), true));
    }

    /// Whom a body passes the power to, with the chains that lead to them through it.
    Stream<Chain> onwardFrom(UUID body) {
        var own = toDelegator(body);
        return own == null
                ? Stream.empty()
                : grants.getOrDefault(body, List.of()).stream()
                        .filter(this::counts)
                        .map(grant -> own.through(grant, 0));
    }

    /// The organisations whose officers it reaches.
    List<String> officers() {
        return settled.keySet().stream()
                .map(Stop::holder)
                .map(
                        holder ->
                                holder instanceof Holder.Officers(var organisation)
                                        ? organisation
                                        : null)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
