package locality.governance.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import locality.governance.position.Position.MadeFor;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G52")
class PositionTest {

    private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);
    private static final Set<Locality> EVERYWHERE = EnumSet.allOf(Locality.class);

    @Test
    void tenLocalitiesBySixTopicsAreBlankUntilSomethingIsStated() {
        var matrix = Matrix.of(List.of(), EVERYWHERE);

        assertThat(matrix.topics()).hasSize(6);
        assertThat(matrix.rows()).hasSize(10);
        assertThat(matrix.rows())
                .allSatisfy(
                        row -> assertThat(row.cells().values()).hasSize(6).allMatch(List::isEmpty));
    }

    @Test
    void whatTheReaderMayNotReadHasNoRow() {
        var matrix = Matrix.of(List.of(), Set.of(Locality.OLDHAM, Locality.GREATER_MANCHESTER));

        assertThat(matrix.rows()).extracting(Matrix.Row::name).containsExactly("Oldham");
    }

    @Test
    void whatIsSaidForAllTenIsSaidForEach() {
        var matrix = Matrix.of(List.of(said(MadeFor.ALL_TEN, null)), EVERYWHERE);

        assertThat(matrix.rows())
                .allSatisfy(row -> assertThat(row.cells().get(Topic.LOCALITY_BOARD)).hasSize(1));
        assertThat(matrix.some()).isEmpty();
    }

    @Test
    void whatIsSaidForSomeIsAttributedToNobodyByName() {
        var matrix = Matrix.of(List.of(said(MadeFor.SOME, null)), EVERYWHERE);

        assertThat(matrix.rows())
                .allSatisfy(row -> assertThat(row.cells().get(Topic.LOCALITY_BOARD)).isEmpty());
        assertThat(matrix.some()).hasSize(1);
        assertThat(matrix.table()).hasSize(11);
        assertThat(matrix.table().getLast()).contains("Some, not named", "Building on what is");
    }

    @Test
    void whatIsSaidForOneFillsItsCellAlone() {
        var matrix = Matrix.of(List.of(said(MadeFor.ONE, Locality.OLDHAM)), EVERYWHERE);

        assertThat(
                        matrix.rows().stream()
                                .filter(
                                        row ->
                                                row.cells().values().stream()
                                                        .anyMatch(cell -> !cell.isEmpty()))
                                .map(Matrix.Row::name))
                .containsExactly("Oldham");
    }

    @Test
    void onlyWhatIsSaidForOneNamesOne() {
        assertThatThrownBy(() -> said(MadeFor.SOME, Locality.OLDHAM))
                .isInstanceOfSatisfying(
                        PositionRefusal.NotForOne.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("madeFor", MadeFor.SOME)
                                        .containsEntry("locality", Locality.OLDHAM));
        assertThatThrownBy(() -> said(MadeFor.ONE, null))
                .isInstanceOf(PositionRefusal.NotForOne.class);
        assertThatThrownBy(() -> said(MadeFor.ONE, Locality.GREATER_MANCHESTER))
                .isInstanceOf(PositionRefusal.NotForOne.class);
    }

    private static Position said(MadeFor madeFor, @Nullable Locality of) {
        return new Position(
                Topic.LOCALITY_BOARD,
                madeFor,
                of,
                "Building on what is",
                JUNE,
                Provenance.illustrative());
    }
}
