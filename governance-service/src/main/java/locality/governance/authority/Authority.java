package locality.governance.authority;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import locality.governance.authority.Reach.Leniency;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The answer to one question under one scheme of delegation.
///
/// Power starts at each owner's top body and flows along the delegations in force that cover the
/// function and the place; it leaves a delegate only where the delegation to it may be
/// sub-delegated, and the lowest limit on the way caps it. A delegator keeps its power. A reserved
/// matter stays at the top. With several owners a body decides alone only when every owner's power
/// reaches it.
public final class Authority {

    private final Question question;
    private final Scheme scheme;
    private final boolean reserved;
    private final Map<Owner, Map<Leniency, Reach>> reaches = new LinkedHashMap<>();

    public Authority(Question question, Scheme scheme) {
        this.question = question;
        this.scheme = scheme;
        this.reserved = scheme.reserves(question.function(), question.place());
        for (var owner : question.owners()) {
            reaches.put(owner, new LinkedHashMap<>());
        }
    }

    public Answer answer() {
        var findings = scheme.bodies().stream().map(body -> findingFor(body.id())).toList();
        var alone = findings.stream().filter(Finding::mayDecide).toList();
        var holding =
                alone.isEmpty()
                        ? findings.stream().filter(Finding::mayDecideForItsOwners).toList()
                        : alone;
        var officers = officers();
        var lowest = alone.stream().min(NEAREST_THE_GROUND.thenComparing(this::nameOf));
        var refused =
                findings.stream()
                        .filter(Predicate.not(holding::contains))
                        .map(this::refused)
                        .sorted(comparing(Answer.Refused::reference))
                        .toList();
        return new Answer(
                holding.stream().map(this::held).sorted(comparing(Answer.Held::reference)).toList(),
                officers,
                lowest.map(Finding::requireBody).orElse(null),
                refused,
                new Explanation(question, reserved, scheme)
                        .of(holding, lowest.orElse(null), refused, officers));
    }

    /// What stands for and against one body. Every reason is told, not only the first.
    ///
    /// @throws IllegalArgumentException if the scheme does not know the body
    public Finding findingFor(UUID bodyId) {
        var body = scheme.find(bodyId);
        if (body == null) {
            throw new IllegalArgumentException("The scheme knows no body " + bodyId);
        }
        var holder = new Holder.Body(bodyId);
        var covered = new LinkedHashSet<String>();
        var chain = new ArrayList<Finding.Link>();
        Pence cap = null;
        for (var owner : question.owners()) {
            var way = reach(owner, Leniency.NONE).to(holder);
            if (way != null && way.bears(question.testedAgainst(owner))) {
                covered.add(owner.organisation());
                chain.addAll(links(owner, way));
                cap = Chain.lower(cap, way.cap());
            }
        }
        return new Finding(
                bodyId, covered, isNamed(holder), cap, List.copyOf(chain), barriers(body, covered));
    }

    /// What stands for and against the officers of an organisation: the same rules, but that no
    /// terms of reference bind them.
    public Finding findingForOfficers(String organisation) {
        var holder = new Holder.Officers(organisation);
        var covered = new LinkedHashSet<String>();
        var chain = new ArrayList<Finding.Link>();
        Pence cap = null;
        for (var owner : question.owners()) {
            var way = reach(owner, Leniency.NONE).to(holder);
            if (way != null && way.bears(question.testedAgainst(owner))) {
                covered.add(owner.organisation());
                chain.addAll(links(owner, way));
                cap = Chain.lower(cap, way.cap());
            }
        }
        return new Finding(
                null,
                covered,
                isNamed(holder),
                cap,
                List.copyOf(chain),
                reserved
                        ? List.of(new Barrier(AuthorityCode.RESERVED, question.place().code()))
                        : question.owners().stream()
                                .filter(owner -> !covered.contains(owner.organisation()))
                                .map(owner -> barrierOnTheWay(owner, holder, !covered.isEmpty()))
                                .distinct()
                                .toList());
    }

    private boolean isNamed(Holder holder) {
        return question.owners().stream()
                .map(owner -> reach(owner, Leniency.NONE).to(holder))
                .anyMatch(way -> way != null && !way.grants().isEmpty());
    }

    /// What a body may pass on, one entry for each owner whose power reaches it, the widest first.
    public List<Transferable> transferable(UUID bodyId) {
        if (reserved) {
            return List.of();
        }
        return question.owners().stream()
                .map(owner -> reach(owner, Leniency.NONE).toDelegator(new Holder.Body(bodyId)))
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
                .min(comparing(day -> day))
                .orElse(null);
    }

    private List<Barrier> barriers(Scheme.Body body, LinkedHashSet<String> covered) {
        if (body.standing() == Standing.DISSOLVED) {
            return List.of(new Barrier(AuthorityCode.DISSOLVED, null));
        }
        if (body.standing() == Standing.NOT_CONSTITUTED) {
            return List.of(new Barrier(AuthorityCode.NOT_CONSTITUTED, null));
        }
        var barriers = new ArrayList<Barrier>();
        if (reserved && covered.isEmpty()) {
            barriers.add(new Barrier(AuthorityCode.RESERVED, question.place().code()));
        }
        if (!body.deals(question.function())) {
            barriers.add(new Barrier(AuthorityCode.OUTSIDE_TOR, null));
        }
        if (!reserved || !covered.isEmpty()) {
            question.owners().stream()
                    .filter(owner -> !covered.contains(owner.organisation()))
                    .map(owner -> barrierOnTheWay(owner, body, !covered.isEmpty()))
                    .distinct()
                    .forEach(barriers::add);
        }
        return List.copyOf(barriers);
    }

    /// Why this owner's power does not suffice at this body.
    private Barrier barrierOnTheWay(Owner owner, Scheme.Body body, boolean anotherOwnerCovered) {
        return tops(owner).isEmpty() && body.isTopOf(owner.organisation())
                ? new Barrier(AuthorityCode.NOT_CONSTITUTED, null)
                : barrierOnTheWay(owner, new Holder.Body(body.id()), anotherOwnerCovered);
    }

    private Barrier barrierOnTheWay(Owner owner, Holder holder, boolean anotherOwnerCovered) {
        if (tops(owner).isEmpty()) {
            return new Barrier(AuthorityCode.OWNER_NOT_COVERED, owner.organisation());
        }
        if (reach(owner, Leniency.NONE).to(holder) instanceof Chain narrow) {
            return new Barrier(AuthorityCode.LIMIT_EXCEEDED, reference(narrow.narrowest()));
        }
        if (!reserved
                && reach(owner, Leniency.ANYONE_MAY_SUB_DELEGATE).to(holder) instanceof Chain way) {
            return new Barrier(AuthorityCode.SUBDELEGATION_BARRED, reference(passedOnBarred(way)));
        }
        if (!reserved
                && reach(owner, Leniency.ENDED_GRANTS_COUNT).to(holder) instanceof Chain way) {
            return new Barrier(AuthorityCode.DELEGATION_EXPIRED, reference(notInForce(way)));
        }
        return anotherOwnerCovered
                ? new Barrier(AuthorityCode.OWNER_NOT_COVERED, owner.organisation())
                : new Barrier(AuthorityCode.NO_CHAIN, null);
    }

    private @Nullable Grant passedOnBarred(Chain way) {
        for (int i = 1; i < way.grants().size(); i++) {
            if (!way.grants().get(i - 1).maySubDelegate()) {
                return way.grants().get(i);
            }
        }
        return null;
    }

    private @Nullable Grant notInForce(Chain way) {
        return way.grants().stream()
                .filter(grant -> !grant.inForce(question.on()))
                .findFirst()
                .orElse(null);
    }

    /// A reserved matter never leaves the top: the walk then has only its starting points.
    private Reach reach(Owner owner, Leniency leniency) {
        var known = Objects.requireNonNull(reaches.get(owner));
        return known.computeIfAbsent(
                leniency,
                how ->
                        Reach.from(
                                owner,
                                tops(owner),
                                question,
                                reserved ? scheme.withoutGrants() : scheme,
                                how));
    }

    private List<Scheme.Body> tops(Owner owner) {
        return scheme.bodies().stream()
                .filter(body -> body.isTopOf(owner.organisation()))
                .filter(body -> body.standing() == Standing.ESTABLISHED)
                .toList();
    }

    private List<Answer.Held> officers() {
        return question.owners().stream()
                .flatMap(owner -> reach(owner, Leniency.NONE).officers().stream())
                .distinct()
                .map(this::officersOf)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Officers decide only when every owner's power reaches them.
    private Optional<Answer.Held> officersOf(String organisation) {
        var chain = new ArrayList<Finding.Link>();
        Pence cap = null;
        for (var owner : question.owners()) {
            var way = reach(owner, Leniency.NONE).to(new Holder.Officers(organisation));
            if (way == null || !way.bears(question.testedAgainst(owner))) {
                return Optional.empty();
            }
            chain.addAll(links(owner, way));
            cap = Chain.lower(cap, way.cap());
        }
        return Optional.of(
                new Answer.Held(
                        null,
                        organisation,
                        "Officers of " + organisation,
                        cap,
                        question.owners().stream().map(Owner::organisation).toList(),
                        List.copyOf(chain)));
    }

    private List<Finding.Link> links(Owner owner, Chain way) {
        var links = new ArrayList<Finding.Link>();
        links.add(
                new Finding.Link(
                        owner.organisation(), way.top().id(), way.top().name(), null, null, null));
        for (var grant : way.grants()) {
            var holder =
                    switch (grant.holder()) {
                        case Holder.Body(var id) -> id;
                        case Holder.Officers _ -> null;
                    };
            links.add(
                    new Finding.Link(
                            owner.organisation(),
                            holder,
                            name(grant.holder()),
                            grant.id(),
                            grant.reference(),
                            grant.limit()));
        }
        return links;
    }

    private String name(Holder holder) {
        return switch (holder) {
            case Holder.Body(var id) ->
                    scheme.find(id) instanceof Scheme.Body body ? body.name() : id.toString();
            case Holder.Officers(var organisation) -> "Officers of " + organisation;
        };
    }

    private String nameOf(Finding finding) {
        return name(new Holder.Body(finding.requireBody()));
    }

    private Answer.Held held(Finding finding) {
        var body = Objects.requireNonNull(scheme.find(finding.requireBody()));
        return new Answer.Held(
                body.id(),
                body.reference(),
                body.name(),
                finding.cap(),
                List.copyOf(finding.ownersCovered()),
                finding.chain());
    }

    private Answer.Refused refused(Finding finding) {
        var body = Objects.requireNonNull(scheme.find(finding.requireBody()));
        var first =
                finding.barriers().isEmpty()
                        ? new Barrier(AuthorityCode.OWNER_NOT_COVERED, null)
                        : finding.barriers().getFirst();
        return new Answer.Refused(
                body.id(), body.reference(), body.name(), first.code(), first.link());
    }

    private static @Nullable String reference(@Nullable Grant grant) {
        return grant == null ? null : grant.reference();
    }

    /// The longest chain is nearest the ground; of two as long, the lower cap.
    private static final Comparator<Finding> NEAREST_THE_GROUND =
            comparingInt((Finding finding) -> -finding.chain().size())
                    .thenComparing(
                            comparingLong(
                                    finding ->
                                            finding.cap() == null
                                                    ? Long.MAX_VALUE
                                                    : finding.cap().value()));
}
