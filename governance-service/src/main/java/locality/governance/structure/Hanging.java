package locality.governance.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.body.RelationKind;

/// What hangs from what in the drawing. It is the tree of accountability, in which a body that is
/// accountable to nobody and advises another hangs from that, so that the two stand together.
///
/// @param roots what hangs from nothing, first to last
/// @param across the links that are no lines of the drawn tree
record Hanging(List<Branch> roots, List<Across> across) {

    record Across(UUID from, RelationKind kind, UUID to) {}

    static Hanging of(Structure structure) {
        var hung = new HashMap<UUID, Structure.Link>();
        structure
                .roots()
                .forEach(
                        root ->
                                link(root, structure, hung)
                                        .ifPresent(link -> hung.put(root.body().id(), link)));
        var branches = new HashMap<UUID, Branch>();
        var roots = new ArrayList<Branch>();
        for (var root : structure.roots()) {
            var link = hung.get(root.body().id());
            var branch = new Branch(root);
            branch.all().forEach(one -> branches.put(one.body, one));
            if (link == null) {
                roots.add(branch);
            }
        }
        hung.forEach(
                (root, link) ->
                        required(branches, link.to().id())
                                .hang(link.kind(), required(branches, root)));
        return new Hanging(roots, across(structure, hung));
    }

    private static Branch required(Map<UUID, Branch> branches, UUID body) {
        return Optional.ofNullable(branches.get(body)).orElseThrow();
    }

    /// The link a root hangs by: the first to a body that does not itself hang from the root.
    private static Optional<Structure.Link> link(
            Structure.Node root, Structure structure, Map<UUID, Structure.Link> hung) {
        return structure.links().stream()
                .filter(link -> link.from().id().equals(root.body().id()))
                .filter(link -> !rootOf(link.to().id(), structure, hung).equals(root.body().id()))
                .findFirst();
    }

    private static UUID rootOf(UUID body, Structure structure, Map<UUID, Structure.Link> hung) {
        var root =
                structure.roots().stream()
                        .filter(one -> one.all().anyMatch(it -> it.body().id().equals(body)))
                        .map(one -> one.body().id())
                        .findFirst()
                        .orElseThrow();
        var link = hung.get(root);
        return link == null ? root : rootOf(link.to().id(), structure, hung);
    }

    private static List<Across> across(Structure structure, Map<UUID, Structure.Link> hung) {
        var across =
                structure.links().stream()
                        .filter(link -> hung.get(link.from().id()) != link)
                        .map(link -> new Across(link.from().id(), link.kind(), link.to().id()))
                        .collect(Collectors.toCollection(ArrayList::new));
        structure
                .nodes()
                .forEach(
                        node ->
                                node.alsoAccountableTo()
                                        .forEach(
                                                other ->
                                                        across.add(
                                                                new Across(
                                                                        node.body().id(),
                                                                        RelationKind.ACCOUNTABLE_TO,
                                                                        other.id()))));
        return across;
    }
}
