package locality.governance.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Everyone an owner's power reaches, each by the chain with the highest cap.
final class Reach {

    /// Which rule of the walk is set aside, to find out why a holder is not reached.
    enum Leniency {
        NONE((grant, question) -> grant.inForce(question.on()), false),
        ANYONE_MAY_SUB_DELEGATE((grant, question) -> grant.inForce(question.on()), true),
        ENDED_GRANTS_COUNT((grant, question) -> grant.hasBegun(question.on()), true);

        private final BiPredicate<Grant, Question> counts;
        private final boolean passesOnAlways;

        Leniency(BiPredicate<Grant, Question> counts, boolean passesOnAlways) {
            this.counts = counts;
            this.passesOnAlways = passesOnAlways;
        }
    }

    /// A holder, and whether it may pass the power on: the same body may be reached by one
    /// delegation that allows it and by a wider one that does not.
    private record Stop(Holder holder, boolean passesOn) {}

    private record Arrival(Stop stop, Chain chain) {}

    private final Map<Stop, Chain> chains = new HashMap<>();

    private Reach() {}

    /// Walks from the owner's top bodies, widest chain first, so that the first arrival at a stop
    /// is its best and no cycle is entered.
    static Reach from(
            Owner owner,
            Collection<Scheme.Body> tops,
            Question question,
            Scheme scheme,
            Leniency leniency) {
        var reach = new Reach();
        var frontier =
                new PriorityQueue<Arrival>((a, b) -> Chain.WIDEST_FIRST.compare(a.chain, b.chain));
        for (var top : tops) {
            frontier.add(
                    new Arrival(
                            new Stop(new Holder.Body(top.id()), true),
                            Chain.startingAt(top, question.approvedBefore(owner))));
        }
        while (frontier.poll() instanceof Arrival arrival) {
            if (reach.chains.putIfAbsent(arrival.stop, arrival.chain) == null
                    && arrival.stop.passesOn
                    && arrival.stop.holder instanceof Holder.Body delegator
                    && mayDelegate(delegator, scheme)) {
                scheme.grantedBy(delegator.id())
                        .filter(grant -> grant.covers(question.function(), question.place()))
                        .filter(grant -> leniency.counts.test(grant, question))
                        .map(
                                grant ->
                                        new Arrival(
                                                new Stop(
                                                        grant.holder(),
                                                        grant.maySubDelegate()
                                                                || leniency.passesOnAlways),
                                                arrival.chain.through(grant)))
                        .forEach(frontier::add);
            }
        }
        return reach;
    }

    @Nullable Chain to(Holder holder) {
        return List.of(new Stop(holder, true), new Stop(holder, false)).stream()
                .map(chains::get)
                .filter(Objects::nonNull)
                .min(Chain.WIDEST_FIRST)
                .orElse(null);
    }

    /// The widest chain by which a body holds the power *and* may pass it on.
    @Nullable Chain toDelegator(Holder holder) {
        return chains.get(new Stop(holder, true));
    }

    List<String> officers() {
        return chains.keySet().stream()
                .map(Stop::holder)
                .filter(Holder.Officers.class::isInstance)
                .map(holder -> ((Holder.Officers) holder).organisation())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean mayDelegate(Holder.Body delegator, Scheme scheme) {
        var body = scheme.find(delegator.id());
        return body != null && body.standing().mayHoldDelegatedPower();
    }
}
