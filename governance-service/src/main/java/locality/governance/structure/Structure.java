package locality.governance.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.BodyOutline;
import locality.governance.body.RelationKind;

/// Bodies on a date in a tree along their accountability. One accountable to several is shown below
/// the first of them by reference, and names the others. Who only advises, or is a sounding board,
/// is accountable to nobody for it: those links are kept apart from the tree.
///
/// @param roots those accountable to nobody here
/// @param links between two of the bodies, that make nobody accountable
record Structure(LocalDate on, List<Node> roots, List<Link> links) {

    /// @param alsoAccountableTo the others it is accountable to
    /// @param below those accountable to it
    record Node(BodyOutline body, List<BodyOutline> alsoAccountableTo, List<Node> below) {

        /// This one and all below it.
        Stream<Node> all() {
            return Stream.concat(Stream.of(this), below.stream().flatMap(Node::all));
        }
    }

    record Link(BodyOutline from, RelationKind kind, BodyOutline to) {}

    /// @param bodies in the order in which those beside each other are to stand
    static Structure of(LocalDate on, List<BodyOutline> bodies) {
        var byId = new LinkedHashMap<UUID, BodyOutline>();
        bodies.forEach(body -> byId.put(body.id(), body));
        var parents = new LinkedHashMap<UUID, List<BodyOutline>>();
        bodies.forEach(body -> parents.put(body.id(), parents(body, byId)));
        var roots =
                bodies.stream()
                        .filter(body -> parents.getOrDefault(body.id(), List.of()).isEmpty())
                        .map(body -> node(body, bodies, parents))
                        .toList();
        return new Structure(on, roots, links(bodies, byId));
    }

    /// The part of it that is one body and what is below.
    Structure below(UUID body) {
        var root =
                roots.stream()
                        .flatMap(Node::all)
                        .filter(node -> node.body.id().equals(body))
                        .findFirst();
        var within = new HashSet<UUID>();
        root.stream().flatMap(Node::all).forEach(node -> within.add(node.body.id()));
        return new Structure(
                on,
                root.stream().toList(),
                links.stream()
                        .filter(link -> within.contains(link.from.id()))
                        .filter(link -> within.contains(link.to.id()))
                        .toList());
    }

    List<Node> nodes() {
        return roots.stream().flatMap(Node::all).toList();
    }

    private static List<BodyOutline> parents(BodyOutline body, Map<UUID, BodyOutline> byId) {
        return byId.values().stream()
                .filter(
                        other ->
                                body.links().stream()
                                        .anyMatch(
                                                link ->
                                                        link.accountable()
                                                                && link.to().equals(other.id())))
                .toList();
    }

    private static Node node(
            BodyOutline body, List<BodyOutline> bodies, Map<UUID, List<BodyOutline>> parents) {
        var accountableTo = parents.getOrDefault(body.id(), List.of());
        return new Node(
                body,
                accountableTo.stream().skip(1).toList(),
                bodies.stream()
                        .filter(child -> first(parents, child).filter(body::equals).isPresent())
                        .map(child -> node(child, bodies, parents))
                        .toList());
    }

    private static Optional<BodyOutline> first(
            Map<UUID, List<BodyOutline>> parents, BodyOutline child) {
        return parents.getOrDefault(child.id(), List.of()).stream().findFirst();
    }

    private static List<Link> links(List<BodyOutline> bodies, Map<UUID, BodyOutline> byId) {
        var links = new ArrayList<Link>();
        for (var body : bodies) {
            Set<BodyOutline.Link> told = new HashSet<>();
            for (var link : body.links()) {
                var other = byId.get(link.to());
                if (!link.accountable() && other != null && told.add(link)) {
                    links.add(new Link(body, link.kind(), other));
                }
            }
        }
        return List.copyOf(links);
    }
}
