package locality.governance.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.body.RelationKind;

/// A body in the drawing, with what hangs from it.
final class Branch {

    /// What hangs from a body, and how it stands to it.
    record Line(RelationKind kind, Branch to) {}

    final UUID body;
    final Card card;
    final List<Line> lines = new ArrayList<>();

    Branch(Structure.Node node) {
        this.body = node.body().id();
        this.card = Card.of(node.body());
        node.below().forEach(below -> hang(RelationKind.ACCOUNTABLE_TO, new Branch(below)));
    }

    void hang(RelationKind kind, Branch below) {
        lines.add(new Line(kind, below));
    }

    List<Branch> below() {
        return lines.stream().map(Line::to).toList();
    }

    Stream<Branch> all() {
        return Stream.concat(Stream.of(this), below().stream().flatMap(Branch::all));
    }
}
