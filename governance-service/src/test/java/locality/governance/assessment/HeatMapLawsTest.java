package locality.governance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.platform.place.Locality;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;

@Tag("G38")
class HeatMapLawsTest {

    private static final List<Criterion> PROGRAMMES =
            List.of(
                    new Criterion("P1", "Programmes", "Population health"),
                    new Criterion("P2", "Programmes", "Community based care"));
    private static final Framework MATRIX =
            AnAssessment.conditions(PROGRAMMES.toArray(Criterion[]::new));

    /// What each locality that was assessed said of the first and second programme.
    @Provide
    Arbitrary<Map<Locality, List<String>>> said() {
        var localities =
                Arbitraries.of(EnumSet.complementOf(EnumSet.of(Locality.GREATER_MANCHESTER)));
        var words = Arbitraries.of("RED", "AMBER", "GREEN", "UNKNOWN", "").list().ofSize(2);
        return Arbitraries.maps(localities, words).ofMaxSize(10);
    }

    @Property(tries = 200)
    void everyCellIsCountedOnceAndUnderNoWordThatWasNotSaid(
            @ForAll("said") Map<Locality, List<String>> said) {
        var map = map(said, EnumSet.allOf(Locality.class));

        assertThat(map.columns()).hasSize(10);
        for (int i = 0; i < PROGRAMMES.size(); i++) {
            var row = map.rows().get(i);
            int at = i;
            for (var word : MATRIX.scale) {
                assertThat(row.counts().byWord().get(word))
                        .isEqualTo(
                                (int)
                                        said.values().stream()
                                                .filter(words -> words.get(at).equals(word))
                                                .count());
            }
            assertThat(row.counts().notAssessed()).isEqualTo(10 - said.size());
            assertThat(sum(row.counts())).isEqualTo(10);
        }
        assertThat(sum(map.total())).isEqualTo(20);
    }

    @Property(tries = 100)
    void onlyPlacesThatAreReadHaveColumns(
            @ForAll("said") Map<Locality, List<String>> said, @ForAll Set<Locality> read) {
        var map = map(said, new HashSet<>(read));

        assertThat(map.columns()).extracting(HeatMap.Column::locality).isSubsetOf(read);
    }

    private static int sum(HeatMap.Counts counts) {
        return counts.byWord().values().stream().mapToInt(Integer::intValue).sum()
                + counts.unknown()
                + counts.notAssessed();
    }

    private static HeatMap map(Map<Locality, List<String>> said, Set<Locality> read) {
        var assessed = new ArrayList<AssessmentOnDay>();
        said.forEach(
                (locality, words) -> {
                    var one = AnAssessment.in(AssessmentState.CONDUCTED, MATRIX);
                    one.locality = locality;
                    for (int i = 0; i < PROGRAMMES.size(); i++) {
                        if (!words.get(i).isEmpty()) {
                            one.rate(
                                    AnAssessment.rating(
                                            PROGRAMMES.get(i).code(),
                                            Rater.SELF,
                                            MATRIX.word(words.get(i)),
                                            2));
                        }
                    }
                    assessed.add(one.last());
                });
        return HeatMap.of(MATRIX, AnAssessment.on(9), assessed, read);
    }
}
