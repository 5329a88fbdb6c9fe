package locality.reporting.governance;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.reporting.governance.Governance.Link;
import locality.reporting.governance.Governance.Node;

/// The bodies of one day as a tree of who is accountable to whom.
///
/// A body stands once: below the first it is accountable to, by name. What else it is to others is
/// said with it.
final class Structure {

    /// A body on the day.
    record Standing(
            UUID id,
            String reference,
            String name,
            String state,
            String classification,
            String spatialLevel,
            Locality locality,
            int seats,
            int vacant,
            Provenance provenance) {}

    /// What a body is to another on the day.
    record Relation(UUID body, String kind, UUID to) {}

    private static final String ACCOUNTABLE = "ACCOUNTABLE_TO";

    private final Map<UUID, Standing> bodies = new LinkedHashMap<>();
    private final Map<UUID, List<Relation>> relations;
    private final Map<UUID, UUID> parents = new LinkedHashMap<>();
    private final Map<UUID, List<Standing>> children;

    Structure(List<Standing> standing, List<Relation> related) {
        standing.stream()
                .sorted(Comparator.comparing(Standing::name).thenComparing(Standing::reference))
                .forEach(body -> bodies.put(body.id(), body));
        relations =
                related.stream()
                        .filter(one -> bodies.containsKey(one.body()))
                        .filter(one -> bodies.containsKey(one.to()))
                        .sorted(Comparator.comparing(one -> nameOf(one.to())))
                        .collect(groupingBy(Relation::body));
        bodies.keySet().forEach(this::placeBelowTheFirst);
        children =
                bodies.values().stream()
                        .filter(body -> parents.containsKey(body.id()))
                        .collect(groupingBy(body -> parents.get(body.id())));
    }

    List<Node> roots() {
        return bodies.values().stream()
                .filter(body -> !parents.containsKey(body.id()))
                .map(this::node)
                .toList();
    }

    private void placeBelowTheFirst(UUID body) {
        relations.getOrDefault(body, List.of()).stream()
                .filter(one -> one.kind().equals(ACCOUNTABLE))
                .map(Relation::to)
                .filter(parent -> !isAbove(body, parent))
                .findFirst()
                .ifPresent(parent -> parents.put(body, parent));
    }

    /// Topics are not ordered among each other: a circle of what was told at different times must
    /// not take bodies off the page.
    private boolean isAbove(UUID body, UUID other) {
        var seen = new HashSet<UUID>();
        for (var at = other; at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(body)) {
                return true;
            }
        }
        return false;
    }

    private Node node(Standing body) {
        return new Node(
                body.id(),
                body.reference(),
                body.name(),
                body.state(),
                body.classification(),
                body.spatialLevel(),
                body.locality(),
                body.seats(),
                body.vacant(),
                links(body.id()),
                children.getOrDefault(body.id(), List.of()).stream().map(this::node).toList(),
                body.provenance());
    }

    private List<Link> links(UUID body) {
        var links = new ArrayList<Link>();
        var shown = Set.of(ACCOUNTABLE + parents.get(body));
        for (var one : relations.getOrDefault(body, List.of())) {
            if (!shown.contains(one.kind() + one.to())) {
                links.add(new Link(one.kind(), nameOf(one.to())));
            }
        }
        return List.copyOf(links);
    }

    private String nameOf(UUID body) {
        return Objects.requireNonNull(bodies.get(body)).name();
    }
}
