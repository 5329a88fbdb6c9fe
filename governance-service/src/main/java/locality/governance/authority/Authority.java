package locality.governance.authority;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The answer to one question under one scheme of delegation.
///
/// Power starts at each owner's top body and flows along the delegations in force that cover the
/// function and the place; it leaves a delegate only where the delegation to it may be
/// sub-delegated, and the lowest limit on the way caps it. A delegator keeps its power. A reserved
/// matter stays at the top. With several owners a body decides alone only when every owner's power
/// reaches it. The same question under the same scheme has the same answer, in whatever order
/// bodies and delegations are read.
public final class Authority {

    private final Question question;
    private final Scheme scheme;
    private final Walks walks;
    private final WhyNot whyNot;
    private final Subsidiarity subsidiarity;

    public Authority(Question question, Scheme scheme) {
        this.question = question;
        this.scheme = scheme;
        this.walks = new Walks(question, scheme);
        this.whyNot = new WhyNot(question, walks);
        this.subsidiarity = new Subsidiarity(question, walks);
    }

    /// Every body is a holder or refused.
    public Answer answer() {
        return answer(true, AsKnown.NOW);
    }

    /// @param withRefused whether the bodies that may not decide are wanted, with their reasons
    public Answer answer(boolean withRefused, AsKnown asKnown) {
        var reached = reachedBodies();
        var alone = reached.stream().filter(one -> one.finding.mayDecide()).toList();
        var holders =
                alone.isEmpty()
                        ? reached.stream()
                                .filter(one -> one.finding.mayDecideForItsOwners(one.body))
                                .toList()
                        : alone;
        var lowest = subsidiarity.lowest(bodies(alone), question.owners());
        var refused = withRefused ? refused(holders) : List.<Answer.Refused>of();
        var officers = officers();
        var draft =
                new Answer(
                        question.on(),
                        asKnown.instant(),
                        question.owners().stream().map(this::money).toList(),
                        question.earlier().stream().map(Answer.Earlier::of).toList(),
                        holders.stream().map(Found::asHeld).toList(),
                        officers,
                        lowest.map(Scheme.Body::id).orElse(null),
                        alone.isEmpty() ? lowestByOwner(holders) : List.of(),
                        refused,
                        "");
        return draft.explained(
                new Explanation(question, scheme, walks.isReserved(), asKnown).of(draft));
    }

    /// What stands for and against one body. Every reason is told, not only the first.
    ///
    /// @throws IllegalArgumentException if the scheme does not know the body
    public Finding findingFor(UUID bodyId) {
        if (scheme.find(bodyId) instanceof Scheme.Body body) {
            return findingFor(body);
        }
        throw new IllegalArgumentException("The scheme knows no body " + bodyId);
    }

    private Finding findingFor(Scheme.Body body) {
        var held = held(new Holder.Body(body.id()));
        return held.finding(body.id(), whyNot.barriers(body, held.covered));
    }

    /// What stands for and against the officers of an organisation: the same rules, but that no
    /// terms of reference bind them.
    public Finding findingForOfficers(String organisation) {
        var officers = new Holder.Officers(organisation);
        var held = held(officers);
        return held.finding(null, whyNot.barriers(officers, held.covered));
    }

    /// What a holder has of the owners' power.
    ///
    /// @param covered the owners of whom it has enough, in the order of the question
    private record Held(
            Set<String> covered, boolean named, @Nullable Pence cap, List<Finding.Link> chain) {

        Finding finding(@Nullable UUID body, List<Barrier> barriers) {
            return new Finding(body, covered, named, cap, chain, barriers);
        }
    }

    private Held held(Holder holder) {
        var covered = new LinkedHashSet<String>();
        var chain = new ArrayList<Finding.Link>();
        boolean named = false;
        Pence cap = null;
        for (var owner : question.owners()) {
            var way = walks.of(owner).to(holder);
            named |= way != null && way.steps() > 0;
            if (way != null && way.bears(question.testedAgainst(owner))) {
                covered.add(owner.organisation());
                chain.addAll(links(owner, way));
                cap = Chain.lower(cap, way.cap());
            }
        }
        return new Held(covered, named, cap, List.copyOf(chain));
    }

    /// What a body may pass on, one entry for each owner whose power reaches it, the widest first.
    public List<Transferable> transferable(UUID bodyId) {
        if (walks.isReserved()) {
            return List.of();
        }
        return question.owners().stream()
                .map(owner -> walks.of(owner).toDelegator(bodyId))
                .filter(Objects::nonNull)
                .sorted(Chain.WIDEST_FIRST)
                .map(way -> new Transferable(way.cap(), lastDay(way)))
                .toList();
    }

    /// What a body may pass on.
    ///
    /// @param cap the lowest limit on its own chain, null when there is none
    /// @param until the last day of its own chain, null when it has no end
    public record Transferable(@Nullable Pence cap, @Nullable LocalDate until) {}

    private static @Nullable LocalDate lastDay(Chain way) {
        return way.grants().stream()
                .map(Grant::until)
                .filter(Objects::nonNull)
                .min(naturalOrder())
                .orElse(null);
    }

    /// A body, and what was found of it.
    private record Found(Scheme.Body body, Finding finding) {

        Answer.Held asHeld() {
            return new Answer.Held(
                    body.id(),
                    body.reference(),
                    body.name(),
                    finding.cap(),
                    List.copyOf(finding.ownersCovered()),
                    finding.chain());
        }
    }

    /// Those to which some owner's power comes, by reference: nobody else can be a holder.
    private List<Found> reachedBodies() {
        return inOrder()
                .filter(body -> isReached(new Holder.Body(body.id())))
                .map(body -> new Found(body, findingFor(body)))
                .toList();
    }

    private boolean isReached(Holder holder) {
        return question.owners().stream().anyMatch(owner -> walks.of(owner).to(holder) != null);
    }

    private Stream<Scheme.Body> inOrder() {
        return scheme.bodies().stream().sorted(comparing(Scheme.Body::reference));
    }

    private static List<Scheme.Body> bodies(List<Found> found) {
        return found.stream().map(Found::body).toList();
    }

    private List<Answer.Lowest> lowestByOwner(List<Found> holders) {
        return question.owners().stream()
                .flatMap(owner -> lowestFor(owner, holders).stream())
                .toList();
    }

    private Optional<Answer.Lowest> lowestFor(Owner owner, List<Found> holders) {
        var its = holders.stream().filter(one -> one.finding.covers(owner.organisation())).toList();
        return subsidiarity
                .lowest(bodies(its), List.of(owner))
                .map(
                        body ->
                                new Answer.Lowest(
                                        owner.organisation(),
                                        body.id(),
                                        body.reference(),
                                        body.name()));
    }

    private List<Answer.Refused> refused(List<Found> holders) {
        var holding = holders.stream().map(one -> one.body.id()).collect(toSet());
        var words = new WhyNotInWords(question, scheme.names());
        return inOrder()
                .filter(body -> !holding.contains(body.id()))
                .map(body -> refused(body, findingFor(body).barriers(), words))
                .toList();
    }

    private static Answer.Refused refused(
            Scheme.Body body, List<Barrier> barriers, WhyNotInWords words) {
        var first = barriers.getFirst();
        return new Answer.Refused(
                body.id(),
                body.reference(),
                body.name(),
                first.code(),
                first.link(),
                barriers,
                words.of(body, barriers));
    }

    private Answer.Money money(Owner owner) {
        return new Answer.Money(
                owner.organisation(),
                scheme.names().organisation(owner.organisation()),
                question.testedAgainst(owner),
                question.approvedBefore(owner),
                question.inAll(owner));
    }

    /// Officers decide only when every owner's power reaches them.
    private List<Answer.Held> officers() {
        return walks.of(question.owners().getFirst()).officers().stream()
                .flatMap(organisation -> officersOf(organisation).stream())
                .toList();
    }

    private Optional<Answer.Held> officersOf(String organisation) {
        var held = held(new Holder.Officers(organisation));
        return held.covered.size() < question.owners().size()
                ? Optional.empty()
                : Optional.of(
                        new Answer.Held(
                                null,
                                organisation,
                                scheme.names().officersOf(organisation),
                                held.cap,
                                List.copyOf(held.covered),
                                held.chain));
    }

    private List<Finding.Link> links(Owner owner, Chain way) {
        var links = new ArrayList<Finding.Link>();
        links.add(Finding.Link.top(owner.organisation(), way.top()));
        for (var grant : way.grants()) {
            links.add(link(owner, grant));
        }
        return links;
    }

    private Finding.Link link(Owner owner, Grant grant) {
        var body = grant.holder() instanceof Holder.Body(var id) ? id : null;
        return new Finding.Link(
                owner.organisation(),
                body,
                name(grant.holder()),
                grant.id(),
                grant.reference(),
                grant.limit(),
                grant.from(),
                grant.until());
    }

    private String name(Holder holder) {
        return switch (holder) {
            case Holder.Body(var id) ->
                    scheme.find(id) instanceof Scheme.Body body ? body.name() : id.toString();
            case Holder.Officers(var organisation) -> scheme.names().officersOf(organisation);
        };
    }
}
