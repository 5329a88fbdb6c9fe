package locality.governance.structure;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import locality.governance.body.BodyOutline;
import locality.governance.body.RelationKind;
import org.jspecify.annotations.Nullable;

/// The drawing in words, for whoever hears it read.
final class StructureInWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private StructureInWords() {}

    /// @param of whose structure it is: a place, or a body
    static String title(String of, Structure structure) {
        return "Who is accountable to whom: %s on %s".formatted(of, DAY.format(structure.on()));
    }

    static String describe(Structure structure) {
        var words = new ArrayList<String>();
        int bodies = structure.nodes().size();
        words.add(bodies == 1 ? "1 body." : bodies + " bodies.");
        structure.roots().forEach(root -> tell(root, null, words));
        structure
                .links()
                .forEach(
                        link ->
                                words.add(
                                        "%s %s %s, without being accountable to it."
                                                .formatted(
                                                        link.from().name(),
                                                        verb(link.kind()),
                                                        link.to().name())));
        return String.join(" ", words);
    }

    /// As it stands beside a line from one to the other.
    static String verb(RelationKind kind) {
        return switch (kind) {
            case ACCOUNTABLE_TO -> "is accountable to";
            case ADVISES -> "advises";
            case SOUNDING_BOARD -> "is a sounding board of";
        };
    }

    private static void tell(
            Structure.Node node, @Nullable BodyOutline parent, List<String> words) {
        var parents = new ArrayList<String>();
        if (parent != null) {
            parents.add(parent.name());
        }
        node.alsoAccountableTo().forEach(other -> parents.add(other.name()));
        words.add(
                "%s (%s) %s."
                        .formatted(
                                node.body().name(),
                                String.join("; ", Card.inWords(node.body())),
                                parents.isEmpty()
                                        ? "is accountable to nobody shown here"
                                        : "is accountable to " + String.join(" and to ", parents)));
        node.below().forEach(below -> tell(below, node.body(), words));
    }
}
