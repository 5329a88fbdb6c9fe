package locality.reporting.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.reporting.Facts;
import locality.reporting.governance.Governance.Node;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StructureTest {

    private static final Structure.Standing CABINET = body("Cabinet");
    private static final Structure.Standing GOVERNING_BODY = body("Governing Body");
    private static final Structure.Standing BOARD = body("Integrated Commissioning Board");
    private static final Structure.Standing PANEL = body("Clinical Panel");

    @Test
    @Tag("G1")
    void aBodyStandsOnceBelowTheFirstItIsAccountableToAndSaysTheRest() {
        var roots =
                new Structure(
                                List.of(BOARD, PANEL, GOVERNING_BODY, CABINET),
                                List.of(
                                        accountable(BOARD, GOVERNING_BODY),
                                        accountable(BOARD, CABINET),
                                        new Structure.Relation(PANEL.id(), "ADVISES", BOARD.id())))
                        .roots();

        assertThat(roots)
                .extracting(Node::name)
                .containsExactly("Cabinet", "Clinical Panel", "Governing Body");
        assertThat(roots.getFirst().below())
                .extracting(Node::name)
                .containsExactly("Integrated Commissioning Board");
        assertThat(roots.getFirst().below().getFirst().links())
                .containsExactly(new Governance.Link("ACCOUNTABLE_TO", "Governing Body"));
        assertThat(roots.get(1).links())
                .containsExactly(new Governance.Link("ADVISES", "Integrated Commissioning Board"));
    }

    @Test
    void whatABodyIsToOneThatIsNotShownIsNotSaid() {
        var roots = new Structure(List.of(PANEL), List.of(accountable(PANEL, BOARD))).roots();

        assertThat(roots).extracting(Node::links).containsExactly(List.of());
    }

    @Property
    void everyBodyStandsExactlyOnceWhateverIsRelatedToWhatever(
            @ForAll @Size(max = 30) List<@IntRange(max = 7) Integer> from,
            @ForAll @Size(max = 30) List<@IntRange(max = 7) Integer> to) {
        var bodies = new ArrayList<Structure.Standing>();
        for (int i = 0; i < 8; i++) {
            bodies.add(body("Body " + i));
        }
        var relations = new ArrayList<Structure.Relation>();
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            relations.add(accountable(bodies.get(from.get(i)), bodies.get(to.get(i))));
        }

        var shown = new ArrayList<UUID>();
        new Structure(bodies, relations).roots().forEach(root -> collect(root, shown));

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        bodies.stream().map(Structure.Standing::id).toList());
    }

    private static void collect(Node node, List<UUID> shown) {
        shown.add(node.id());
        node.below().forEach(below -> collect(below, shown));
    }

    private static Structure.Relation accountable(
            Structure.Standing body, Structure.Standing above) {
        return new Structure.Relation(body.id(), "ACCOUNTABLE_TO", above.id());
    }

    private static Structure.Standing body(String name) {
        return new Structure.Standing(
                Ids.next(),
                name,
                name,
                "ESTABLISHED",
                "COMMITTEE",
                "LOCALITY",
                Locality.ROCHDALE,
                0,
                0,
                Facts.STATED);
    }
}
