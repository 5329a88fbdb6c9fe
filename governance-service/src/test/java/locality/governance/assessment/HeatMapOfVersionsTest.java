package locality.governance.assessment;

import static locality.governance.assessment.AnAssessment.PLANNED_ON;
import static locality.governance.assessment.AnAssessment.conditions;
import static locality.governance.assessment.AnAssessment.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A map by a version of a framework of what was assessed by the one before.
@Tag("G38")
class HeatMapOfVersionsTest {

    private static final Criterion LEADERSHIP = new Criterion("1.1", "Function", "Leadership");
    private static final Criterion CAPITAL = new Criterion("2.1", "Estates", "Capital costs");

    @Test
    void noWordIsShownUnderACriterionThatOnlyHasTheSameCode() {
        var assessed = in(AssessmentState.AGREED, conditions(LEADERSHIP, CAPITAL)).last();
        var inserted = new Criterion("1.1", "Function", "Estates");
        var moved = new Criterion("1.2", "Function", "Leadership");

        var map =
                HeatMap.of(
                        conditions(inserted, moved, CAPITAL),
                        PLANNED_ON.plusYears(1),
                        List.of(assessed),
                        EnumSet.of(Locality.ROCHDALE));

        assertThat(map.rows())
                .extracting(row -> row.cells().getFirst().equals(HeatMap.Cell.BLANK))
                .containsExactly(true, true, false);
    }
}
