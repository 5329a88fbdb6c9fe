package locality.governance.assessment;

import static locality.governance.assessment.AnAssessment.conditions;
import static locality.governance.assessment.AnAssessment.framework;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameworkTest {

    private static final List<String> RAG = List.of("RED", "AMBER", "GREEN");

    @Test
    @Tag("G36")
    void whateverIsWorseThanTheTargetIsAGap() {
        var peerReview = AnAssessment.peerReview();

        assertThat(List.of("EMERGING", "DEVELOPING")).allMatch(peerReview::isGap);
        assertThat(peerReview.isGap("MATURING")).isFalse();
        assertThat(peerReview.isGap(null)).isFalse();
        assertThat(framework("F", RAG, List.of("RED"), null).isGap("RED")).isFalse();
    }

    @Test
    @Tag("G39")
    void whatIsUnknownIsNotRed() {
        assertThat(conditions().isRed("RED")).isTrue();
        assertThat(conditions().isRed("AMBER")).isFalse();
        assertThat(conditions().isRed(null)).isFalse();
    }

    @Test
    void aScaleDoesNotContradictItself() {
        List.of(
                        framework("F", List.of("RED", "UNKNOWN"), List.of(), null),
                        framework("F", RAG, List.of(), "MATURING"),
                        framework("F", RAG, List.of("AMBER"), null),
                        framework("F", RAG, List.of("BLACK"), null),
                        framework("F", RAG, List.of("RED", "AMBER"), "AMBER"),
                        framework("F", List.of(), List.of("RED"), null),
                        framework("F", List.of(), List.of(), "GREEN"))
                .forEach(
                        unclear ->
                                assertThatThrownBy(unclear::requireWhole)
                                        .as("%s %s %s", unclear.scale, unclear.red, unclear.target)
                                        .isInstanceOf(AssessmentRefusal.ScaleUnclear.class));
        framework("F", RAG, List.of("AMBER", "RED"), "GREEN").requireWhole();
    }

    @Test
    void nothingOfItIsNamedTwice() {
        var vision = new Criterion("1.1", "Vision", "Single plan");
        List.of(
                        conditions(vision, new Criterion("1.1", "Vision", "Other")),
                        conditions(vision, new Criterion("1.2", "Vision", "Single plan")),
                        framework("F", List.of("RED", "RED"), List.of(), null))
                .forEach(
                        twice ->
                                assertThatThrownBy(twice::requireWhole)
                                        .isInstanceOf(AssessmentRefusal.NamedTwice.class));
        conditions(vision, new Criterion("2.1", "Finance", "Single plan")).requireWhole();
    }

    @Test
    void aCriterionIsNamedByItsCodeOrByItsTitle() {
        var capital = new Criterion("3.7", "Protection", "Capital costs");
        var framework =
                conditions(
                        capital,
                        new Criterion("1.1", "Vision", "Plan"),
                        new Criterion("2.1", "Finance", "Plan"));

        assertThat(framework.criterion("3.7")).isEqualTo(capital);
        assertThat(framework.criterion("Capital costs")).isEqualTo(capital);
        assertThatThrownBy(() -> framework.criterion("Plan"))
                .isInstanceOfSatisfying(
                        AssessmentRefusal.NoSuchCriterion.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("CRITERION_UNCLEAR");
                            assertThat(no.operands())
                                    .containsEntry("criteria", List.of("1.1", "2.1"));
                        });
        assertThatThrownBy(() -> framework.criterion("9"))
                .isInstanceOfSatisfying(
                        AssessmentRefusal.NoSuchCriterion.class,
                        no -> assertThat(no.code()).isEqualTo("NO_SUCH_CRITERION"));
    }

    @Test
    void aWordIsOfTheScaleOrUnknown() {
        var framework = conditions();

        assertThat(framework.word("AMBER")).isEqualTo("AMBER");
        assertThat(framework.word("UNKNOWN")).isNull();
        assertThatThrownBy(() -> framework.word("amber"))
                .isInstanceOfSatisfying(
                        AssessmentRefusal.NotOnScale.class,
                        no -> assertThat(no.operands()).containsEntry("scale", RAG));
        assertThatThrownBy(() -> AnAssessment.narrative().word("GREEN"))
                .hasMessageContaining("rates nothing");
    }
}
