package locality.governance.recommendation;

import static locality.governance.recommendation.RecommendationOutcome.ACCEPTED;
import static locality.governance.recommendation.RecommendationOutcome.IMPLEMENTED;
import static locality.governance.recommendation.RecommendationOutcome.NOT_ACCEPTED;
import static locality.governance.recommendation.RecommendationOutcome.PARTLY_ACCEPTED;
import static locality.governance.recommendation.RecommendationOutcome.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecommendationTest {

    private static final LocalDate MADE = LocalDate.of(2014, 5, 14);

    private static final Map<@Nullable RecommendationOutcome, Set<RecommendationOutcome>> LAWFUL =
            new HashMap<>(
                    Map.of(
                            ACCEPTED, Set.of(IMPLEMENTED, SUPERSEDED),
                            PARTLY_ACCEPTED, Set.of(IMPLEMENTED, SUPERSEDED),
                            NOT_ACCEPTED, Set.of(SUPERSEDED),
                            IMPLEMENTED, Set.of(),
                            SUPERSEDED, Set.of()));

    static {
        LAWFUL.put(null, Set.of(ACCEPTED, PARTLY_ACCEPTED, NOT_ACCEPTED, SUPERSEDED));
    }

    @Test
    @Tag("G21")
    void everyAnswerButTheLawfulOnesIsRefusedAfterEveryOther() {
        assertThat(LAWFUL).hasSize(RecommendationOutcome.values().length + 1);
        LAWFUL.forEach(
                (from, lawful) -> {
                    for (var to : RecommendationOutcome.values()) {
                        var recommendation = recommendation(from);
                        if (lawful.contains(to)) {
                            recommendation.answer(answer(to, MADE));
                            assertThat(recommendation.outcome).isEqualTo(to);
                        } else {
                            assertThatThrownBy(() -> recommendation.answer(answer(to, MADE)))
                                    .as("%s to %s", from, to)
                                    .isInstanceOf(RecommendationRefusal.IllegalStep.class);
                            assertThat(recommendation.outcome).isEqualTo(from);
                        }
                    }
                });
    }

    @Test
    void theDecisionThatAcceptedItStaysWhenItIsImplemented() {
        var decision = UUID.randomUUID();
        var recommendation = recommendation(null);

        recommendation.answer(new Recommendation.Answer(ACCEPTED, decision, MADE, null));
        var told = recommendation.answer(answer(IMPLEMENTED, MADE.plusDays(30)));

        assertThat(told.outcome()).isEqualTo("IMPLEMENTED");
        assertThat(told.decisionId()).isEqualTo(decision);
        assertThat(told.effectiveOn()).isEqualTo(MADE.plusDays(30));
    }

    @Test
    void nothingIsAnsweredBeforeItIsMadeOrWasAnsweredLast() {
        assertThatThrownBy(() -> recommendation(null).answer(answer(ACCEPTED, MADE.minusDays(1))))
                .isInstanceOf(RecommendationRefusal.OutOfOrder.class);
        var recommendation = recommendation(null);
        recommendation.answer(answer(ACCEPTED, MADE.plusDays(3)));
        assertThatThrownBy(() -> recommendation.answer(answer(IMPLEMENTED, MADE.plusDays(2))))
                .isInstanceOf(RecommendationRefusal.OutOfOrder.class)
                .extracting("operands")
                .isEqualTo(
                        Map.of(
                                "recommendation", "R1",
                                "since", MADE.plusDays(3),
                                "on", MADE.plusDays(2)));
    }

    @Test
    @Tag("G21")
    void progressIsCountedOfAllThatASourceRecommends() {
        var progress =
                Progress.of(
                        "A plan",
                        Arrays.asList(
                                ACCEPTED,
                                PARTLY_ACCEPTED,
                                NOT_ACCEPTED,
                                IMPLEMENTED,
                                IMPLEMENTED,
                                null,
                                null));

        assertThat(progress.recommendations()).isEqualTo(7);
        assertThat(progress.answered()).isEqualTo(5);
        assertThat(progress.answeredPercent()).isEqualTo(new BigDecimal("71.4"));
        assertThat(progress.acceptedPercent()).isEqualTo(new BigDecimal("57.1"));
        assertThat(progress.implementedPercent()).isEqualTo(new BigDecimal("28.6"));
        assertThat(progress.byOutcome())
                .isEqualTo(
                        Map.of(
                                ACCEPTED, 1,
                                PARTLY_ACCEPTED, 1,
                                NOT_ACCEPTED, 1,
                                IMPLEMENTED, 2));
    }

    private static Recommendation.Answer answer(RecommendationOutcome outcome, LocalDate on) {
        return new Recommendation.Answer(outcome, null, on, null);
    }

    private static Recommendation recommendation(@Nullable RecommendationOutcome outcome) {
        var recommendation = new Recommendation();
        recommendation.id = UUID.randomUUID();
        recommendation.reference = "R1";
        recommendation.verb = "NOTE";
        recommendation.text = "The update";
        recommendation.locality = Locality.MANCHESTER;
        recommendation.madeOn = MADE;
        recommendation.outcome = outcome;
        recommendation.answeredOn = outcome == null ? null : MADE;
        recommendation.provenance = Provenance.illustrative();
        return recommendation;
    }
}
