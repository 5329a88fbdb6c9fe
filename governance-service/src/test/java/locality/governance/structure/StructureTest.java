package locality.governance.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import locality.governance.body.BodyOutline;
import locality.governance.body.BodyState;
import locality.governance.body.RelationKind;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StructureTest {

    private static final Structure MANCHESTER =
            Structure.of(Manchester2014.DAY, Manchester2014.bodies());

    @Test
    @Tag("G2")
    void aSoundingBoardStandsBesideTheTree() {
        assertThat(MANCHESTER.roots())
                .extracting(root -> root.body().reference())
                .containsExactly("HWBB", "REF", "LMC");
        assertThat(MANCHESTER.links())
                .extracting(link -> link.from().reference() + " " + link.kind())
                .containsExactlyInAnyOrder("EVAL ADVISES", "REF SOUNDING_BOARD", "LMC ADVISES");
    }

    @Test
    @Tag("G2")
    void whoAdvisesIsDrawnBesideTheOneItAdvises() {
        var drawn = Hanging.of(MANCHESTER);

        assertThat(drawn.roots()).hasSize(1);
        assertThat(drawn.across())
                .containsExactly(
                        new Hanging.Across(
                                Manchester2014.id("EVAL"),
                                RelationKind.ADVISES,
                                Manchester2014.id("HWBB")));
    }

    @Test
    @Tag("G1")
    void aBodyAccountableToTwoStandsBelowTheFirstAndNamesTheOther() {
        var structure =
                Structure.of(
                        Manchester2014.DAY,
                        List.of(
                                body("CABINET", RelationKind.ACCOUNTABLE_TO),
                                body("CCG", RelationKind.ACCOUNTABLE_TO),
                                body("ICB", RelationKind.ACCOUNTABLE_TO, "CCG", "CABINET")));

        var cabinet = structure.roots().getFirst();
        assertThat(structure.roots()).hasSize(2);
        assertThat(cabinet.below()).hasSize(1);
        assertThat(cabinet.below().getFirst().alsoAccountableTo())
                .extracting(BodyOutline::reference)
                .containsExactly("CCG");
    }

    @Test
    void theStructureOfOneBodyIsItAndWhatIsBelow() {
        var below =
                Structure.below(
                        Manchester2014.id("NLG"), Manchester2014.DAY, Manchester2014.bodies());

        assertThat(below.nodes())
                .extracting(node -> node.body().reference())
                .containsExactly("NLG", "NB", "NPPF", "ISG", "WS1", "WS2");
        assertThat(below.links()).isEmpty();
    }

    @Test
    void whoAnswersToTwoStandsBelowTheSecondToo() {
        var ccg = body("CCG", RelationKind.ACCOUNTABLE_TO);
        var bodies =
                List.of(
                        body("CABINET", RelationKind.ACCOUNTABLE_TO),
                        ccg,
                        body("ICB", RelationKind.ACCOUNTABLE_TO, "CCG", "CABINET"),
                        body("PANEL", RelationKind.ACCOUNTABLE_TO, "ICB", "CCG"));

        var below = Structure.below(ccg.id(), Manchester2014.DAY, bodies);

        assertThat(below.nodes())
                .extracting(node -> node.body().reference())
                .containsExactly("CCG", "ICB", "PANEL");
        assertThat(below.nodes().get(1).alsoAccountableTo())
                .extracting(BodyOutline::reference)
                .containsExactly("CABINET");
    }

    @Test
    void twoThatAdviseEachOtherAreBothDrawn() {
        var structure =
                Structure.of(
                        Manchester2014.DAY,
                        List.of(
                                body("A", RelationKind.ADVISES, "B"),
                                body("B", RelationKind.ADVISES, "A")));

        var drawn = Hanging.of(structure);

        assertThat(drawn.roots()).hasSize(1);
        assertThat(drawn.roots().getFirst().all()).hasSize(2);
        assertThat(drawn.across()).hasSize(1);
    }

    @Property(tries = 300)
    void everyBodyIsDrawnOnceAndNoBoxLiesOnAnother(@ForAll("forests") List<Integer> parents) {
        var structure = Structure.of(Manchester2014.DAY, forest(parents));
        var hanging = Hanging.of(structure);
        var layout = new Layout(hanging.roots(), 10, 20);

        var drawn = hanging.roots().stream().flatMap(Branch::all).toList();
        assertThat(drawn).hasSameSizeAs(parents);
        assertThat(drawn).extracting(branch -> branch.body).doesNotHaveDuplicates();
        for (var one : drawn) {
            for (var other : drawn) {
                assertThat(one == other || apart(layout.box(one.body), layout.box(other.body)))
                        .isTrue();
            }
        }
        assertThat(drawn)
                .allSatisfy(
                        branch -> {
                            assertThat(layout.box(branch.body).y()).isGreaterThanOrEqualTo(20);
                            assertThat(layout.box(branch.body).right())
                                    .isLessThanOrEqualTo(layout.right());
                            assertThat(branch.card.width())
                                    .isLessThanOrEqualTo(layout.box(branch.body).width());
                        });
    }

    @Property
    void noLineOfTextIsWiderThanItsBox(@ForAll String name) {
        assertThat(Lettering.NAME.wrapped(name, 100))
                .allSatisfy(
                        line ->
                                assertThat(
                                                line.codePointCount(0, line.length()) <= 1
                                                        || Lettering.NAME.width(line) <= 100)
                                        .isTrue());
    }

    /// The parent of each by its number; of one before it, or of nobody.
    @Provide
    Arbitrary<List<Integer>> forests() {
        return Arbitraries.integers().between(-4, 20).list().ofMinSize(1).ofMaxSize(20);
    }

    private static boolean apart(Layout.Box one, Layout.Box other) {
        return one.right() < other.x()
                || other.right() < one.x()
                || one.y() + one.height() < other.y()
                || other.y() + other.height() < one.y();
    }

    private static List<BodyOutline> forest(List<Integer> parents) {
        var bodies = new ArrayList<BodyOutline>();
        IntStream.range(0, parents.size())
                .forEach(
                        number -> {
                            int parent = parents.get(number);
                            bodies.add(
                                    parent >= 0 && parent < number
                                            ? body(
                                                    "B" + number,
                                                    number % 3 == 0
                                                            ? RelationKind.ADVISES
                                                            : RelationKind.ACCOUNTABLE_TO,
                                                    "B" + parent)
                                            : body("B" + number, RelationKind.ADVISES));
                        });
        return bodies;
    }

    private static BodyOutline body(String reference, RelationKind kind, String... others) {
        return new BodyOutline(
                Manchester2014.id(reference),
                reference,
                "Body with a name of some length ".repeat(Math.floorMod(reference.hashCode(), 4))
                        + reference,
                Locality.MANCHESTER,
                BodyState.ESTABLISHED,
                SpatialLevel.LOCALITY,
                null,
                reference.length(),
                0,
                List.of(),
                Arrays.stream(others)
                        .map(
                                other ->
                                        new BodyOutline.Link(
                                                kind,
                                                kind == RelationKind.ACCOUNTABLE_TO,
                                                Manchester2014.id(other)))
                        .toList());
    }
}
