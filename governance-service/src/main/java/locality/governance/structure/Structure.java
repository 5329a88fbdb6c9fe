package locality.governance.structure;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
        return of(on, bodies, parents(bodies), bodies);
    }

    /// One body and all that are accountable to it, directly or through others, whoever else they
    /// are accountable to: each stands once, below the first of those shown.
    ///
    /// @param bodies as for the whole structure; nothing is shown of a body not among them
    static Structure below(UUID top, LocalDate on, List<BodyOutline> bodies) {
        var parents = parents(bodies);
        var within = new HashSet<UUID>();
        var ahead = new ArrayDeque<>(List.of(top));
        while (ahead.poll() instanceof UUID next) {
            if (within.add(next)) {
                bodies.stream()
                        .filter(child -> isBelow(next, child, parents))
                        .map(BodyOutline::id)
                        .forEach(ahead::add);
            }
        }
        var shown = bodies.stream().filter(body -> within.contains(body.id())).toList();
        var above = new HashMap<>(parents(shown));
        above.put(top, List.of());
        return of(on, shown, above, bodies);
    }

    /// @param above by body, those among the shown that it may stand below
    private static Structure of(
            LocalDate on,
            List<BodyOutline> shown,
            Map<UUID, List<BodyOutline>> above,
            List<BodyOutline> all) {
        var growing = new Growing(shown, above, parents(all));
        var roots =
                shown.stream()
                        .filter(body -> growing.parent(body).isEmpty())
                        .map(growing::node)
                        .toList();
        return new Structure(on, roots, links(shown));
    }

    private static boolean isBelow(
            UUID parent, BodyOutline child, Map<UUID, List<BodyOutline>> parents) {
        return parents.getOrDefault(child.id(), List.of()).stream()
                .anyMatch(one -> one.id().equals(parent));
    }

    List<Node> nodes() {
        return roots.stream().flatMap(Node::all).toList();
    }

    /// By body, those among the bodies that it is accountable to, in their order.
    private static Map<UUID, List<BodyOutline>> parents(List<BodyOutline> bodies) {
        return bodies.stream().collect(toMap(BodyOutline::id, body -> parents(body, bodies)));
    }

    private static List<BodyOutline> parents(BodyOutline body, List<BodyOutline> bodies) {
        return bodies.stream().filter(other -> isAccountable(body, other)).toList();
    }

    private static boolean isAccountable(BodyOutline body, BodyOutline other) {
        return body.links().stream()
                .anyMatch(link -> link.accountable() && link.to().equals(other.id()));
    }

    /// @param above those among the shown that each may stand below
    /// @param parents all that each is accountable to
    private record Growing(
            List<BodyOutline> shown,
            Map<UUID, List<BodyOutline>> above,
            Map<UUID, List<BodyOutline>> parents) {

        Optional<BodyOutline> parent(BodyOutline body) {
            return above.getOrDefault(body.id(), List.of()).stream().findFirst();
        }

        Node node(BodyOutline body) {
            var parent = parent(body);
            return new Node(
                    body,
                    parents.getOrDefault(body.id(), List.of()).stream()
                            .filter(other -> parent.filter(other::equals).isEmpty())
                            .toList(),
                    shown.stream()
                            .filter(child -> parent(child).filter(body::equals).isPresent())
                            .map(this::node)
                            .toList());
        }
    }

    private static List<Link> links(List<BodyOutline> bodies) {
        var byId = bodies.stream().collect(toMap(BodyOutline::id, Function.identity()));
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
