package locality.governance.assessment;

import static locality.governance.assessment.AnAssessment.by;
import static locality.governance.assessment.AnAssessment.conditions;
import static locality.governance.assessment.AnAssessment.finding;
import static locality.governance.assessment.AnAssessment.in;
import static locality.governance.assessment.AnAssessment.narrative;
import static locality.governance.assessment.AnAssessment.on;
import static locality.governance.assessment.AnAssessment.peerReview;
import static locality.governance.assessment.AnAssessment.rating;
import static locality.governance.assessment.AnAssessment.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import locality.platform.event.PartnershipEvent;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Criterion CAPITAL = new Criterion("3.7", "Protection", "Capital costs");
    private static final Criterion CARERS = new Criterion("3.6", "Protection", "Carers breaks");

    private static final Map<String, Consumer<Assessment>> COMMANDS =
            Map.of(
                    "replan",
                    one -> one.replan("Another", on(9), on(9)),
                    "conduct",
                    one -> one.conduct(step(9)),
                    "share",
                    one -> one.share(step(9)),
                    "agree",
                    one -> one.agree(step(9)),
                    "close",
                    one -> one.close(step(9)),
                    "rate oneself",
                    one -> one.rate(rating("1", Rater.SELF, 9)),
                    "review",
                    one -> one.rate(rating("1", Rater.REVIEWER, 9)),
                    "settle",
                    one -> one.rate(rating("1", Rater.AGREED, 9)),
                    "find",
                    one -> one.find(finding(FindingKind.NARRATIVE, null, 9)),
                    "act",
                    one -> one.gapsToActOn(List.of()));

    private static final Map<AssessmentState, Map<String, AssessmentState>> LAWFUL =
            Map.of(
                    AssessmentState.PLANNED,
                    Map.of(
                            "replan", AssessmentState.PLANNED,
                            "conduct", AssessmentState.CONDUCTED,
                            "rate oneself", AssessmentState.PLANNED),
                    AssessmentState.CONDUCTED,
                    Map.of(
                            "share", AssessmentState.DRAFT_SHARED,
                            "rate oneself", AssessmentState.CONDUCTED,
                            "review", AssessmentState.CONDUCTED,
                            "find", AssessmentState.CONDUCTED),
                    AssessmentState.DRAFT_SHARED,
                    Map.of(
                            "agree", AssessmentState.AGREED,
                            "review", AssessmentState.DRAFT_SHARED,
                            "settle", AssessmentState.DRAFT_SHARED,
                            "find", AssessmentState.DRAFT_SHARED,
                            "act", AssessmentState.DRAFT_SHARED),
                    AssessmentState.AGREED,
                    Map.of("close", AssessmentState.CLOSED, "act", AssessmentState.AGREED),
                    AssessmentState.CLOSED,
                    Map.of());

    @Test
    @Tag("G36")
    void everyCommandButTheLawfulOnesIsRefusedInEveryState() {
        assertThat(LAWFUL.keySet()).containsExactlyInAnyOrder(AssessmentState.values());
        LAWFUL.forEach(
                (from, lawful) ->
                        COMMANDS.forEach(
                                (name, command) -> {
                                    var one = readyFor(name, from);
                                    if (lawful.containsKey(name)) {
                                        command.accept(one);
                                        assertThat(one.state)
                                                .as("%s while %s", name, from)
                                                .isEqualTo(lawful.get(name));
                                    } else {
                                        int said = one.ratings.size();
                                        assertThatThrownBy(() -> command.accept(one))
                                                .as("%s while %s", name, from)
                                                .isInstanceOfAny(
                                                        AssessmentRefusal.IllegalStep.class,
                                                        AssessmentRefusal.NotInState.class);
                                        assertThat(one.state).isEqualTo(from);
                                        assertThat(one.ratings).hasSize(said);
                                    }
                                }));
    }

    @Test
    @Tag("G36")
    void aRatingBelowTheTargetIsAGap() {
        var one = in(AssessmentState.CONDUCTED, peerReview());
        one.rate(rating("1", Rater.REVIEWER, "DEVELOPING", 2));
        one.rate(rating("2", Rater.REVIEWER, "MATURING", 2));
        one.share(step(3));

        assertThat(one.last().gaps())
                .extracting(Criterion::title)
                .containsExactly("Design and set up");
        assertThat(one.gapsToActOn(List.of())).extracting(Criterion::code).containsExactly("1");
        assertThatThrownBy(() -> one.gapsToActOn(List.of("Engagement")))
                .isInstanceOf(AssessmentRefusal.NotAGap.class)
                .hasMessageContaining("is MATURING, which is no gap to MATURING");
        assertThatThrownBy(() -> one.gapsToActOn(List.of("3")))
                .isInstanceOf(AssessmentRefusal.NotAGap.class)
                .hasMessageContaining("3 of ROC-SCF-PR-2018-04 is UNKNOWN");
    }

    @Test
    @Tag("G36")
    void whatIsAgreedCountsBeforeWhatTheReviewerSaidAndThatBeforeWhatTheySayThemselves() {
        var one = by(peerReview());
        one.rate(rating("1", Rater.SELF, "MATURING", 0));
        assertThat(one.last().of(one.framework.criteria.getFirst()).word()).isEqualTo("MATURING");
        one.conduct(step(1));
        one.rate(rating("1", Rater.REVIEWER, "EMERGING", 1));
        assertThat(one.last().of(one.framework.criteria.getFirst()).word()).isEqualTo("EMERGING");
        one.share(step(2));
        one.rate(rating("1", Rater.AGREED, "DEVELOPING", 2));
        assertThat(one.last().of(one.framework.criteria.getFirst()).word()).isEqualTo("DEVELOPING");

        assertThat(one.changed(on(2)).ratings().getFirst())
                .isEqualTo(
                        new PartnershipEvent.Rating(
                                "Function",
                                "Design and set up",
                                "MATURING",
                                "EMERGING",
                                "DEVELOPING"));
    }

    @Test
    @Tag("G36")
    void aGapHasOneAction() {
        var one = in(AssessmentState.CONDUCTED, peerReview());
        one.rate(rating("1", Rater.REVIEWER, "EMERGING", 2));
        one.share(step(3));

        one.gapsToActOn(List.of("1")).forEach(gap -> one.act(gap, "ROC-ICB-A-1", on(4)));

        assertThat(one.gapsToActOn(List.of("1"))).isEmpty();
        assertThat(one.gapsToActOn(List.of())).isEmpty();
    }

    @Test
    @Tag("G39")
    void whatIsUnknownIsNeitherRedNorAGap() {
        var one = in(AssessmentState.CONDUCTED, conditions(CAPITAL, CARERS));
        one.rate(rating("3.7", Rater.REVIEWER, "RED", 2));
        one.rate(rating("3.6", Rater.REVIEWER, null, 2));

        assertThat(one.last().red()).containsExactly(CAPITAL);
        assertThat(one.last().gaps()).containsExactly(CAPITAL);
        assertThat(one.last().unrated()).containsExactly(CARERS);
    }

    @Test
    @Tag("G39")
    void everyCriterionIsAgreedOrExpresslyUnknownBeforeAllIsAgreed() {
        var one = in(AssessmentState.DRAFT_SHARED, conditions(CAPITAL, CARERS));
        one.rate(rating("3.7", Rater.AGREED, "RED", 3));

        assertThatThrownBy(() -> one.agree(step(4)))
                .isInstanceOfSatisfying(
                        AssessmentRefusal.CriteriaOpen.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("open", 1)
                                        .containsEntry("criteria", List.of("3.6")));
        one.rate(rating("3.6", Rater.AGREED, null, 4));
        one.agree(step(4));

        assertThat(one.last().open()).isEmpty();
        assertThat(one.last().unrated()).containsExactly(CARERS);
    }

    @Test
    @Tag("G37")
    void whereNothingIsRatedACriterionIsAnsweredByWhatWasFound() {
        var one = in(AssessmentState.DRAFT_SHARED, narrative(CAPITAL, CARERS));
        one.find(finding(FindingKind.NARRATIVE, null, 3));
        one.find(finding(FindingKind.NARRATIVE, CAPITAL, 3));
        assertThat(one.last().unrated()).containsExactly(CARERS);
        assertThat(one.last().open()).containsExactly(CARERS);

        one.rate(rating("3.6", Rater.AGREED, null, 3));
        one.agree(step(3));

        assertThat(one.last().unrated()).containsExactly(CARERS);
    }

    @Test
    @Tag("G34")
    void whatIsFoundMissingIsAGapWithoutAnyRating() {
        var one = in(AssessmentState.DRAFT_SHARED, narrative(CAPITAL, CARERS));
        one.find(finding(FindingKind.GAP, CARERS, 3));

        assertThat(one.gapsToActOn(List.of())).containsExactly(CARERS);
        assertThatThrownBy(() -> one.find(finding(FindingKind.GAP, null, 3)))
                .isInstanceOf(AssessmentRefusal.GapOfNothing.class);
    }

    @Test
    @Tag("G36")
    void aGapIsClosedByAnActionOrByAReasonWhyItNeedsNone() {
        var one = in(AssessmentState.DRAFT_SHARED, conditions(CAPITAL));
        one.rate(rating("3.7", Rater.AGREED, "AMBER", 3));
        one.agree(step(3));

        assertThatThrownBy(() -> one.close(step(4)))
                .isInstanceOfSatisfying(
                        AssessmentRefusal.GapsWithoutAction.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("gaps", 1)
                                        .containsEntry("criteria", List.of("3.7")));
        one.close(step(4, "It rests with the Estates work-stream"));

        assertThat(one.state).isEqualTo(AssessmentState.CLOSED);
    }

    @Test
    @Tag("G36")
    void aDayShowsWhatWasKnownThen() {
        var one = in(AssessmentState.CONDUCTED, conditions(CAPITAL, CARERS));
        one.rate(rating("3.7", Rater.REVIEWER, "AMBER", 1));
        one.rate(rating("3.7", Rater.REVIEWER, "RED", 5));
        one.find(finding(FindingKind.WEAKNESS, CAPITAL, 6));
        one.share(step(7));

        assertThat(one.on(on(-1))).isEmpty();
        assertThat(one.on(on(0)).orElseThrow())
                .returns(AssessmentState.PLANNED, was -> was.step().state())
                .returns(Map.of(), AssessmentOnDay::ratings);
        assertThat(one.on(on(4)).orElseThrow())
                .returns("AMBER", was -> was.of(CAPITAL).said())
                .returns(List.of(), AssessmentOnDay::red)
                .returns(List.of(), AssessmentOnDay::findings);
        assertThat(one.on(on(6)).orElseThrow())
                .returns(AssessmentState.CONDUCTED, was -> was.step().state())
                .returns("RED", was -> was.of(CAPITAL).said())
                .returns(1, was -> was.findings().size());
    }

    @Test
    void daysGoForward() {
        var one = in(AssessmentState.CONDUCTED, conditions(CAPITAL));
        one.rate(rating("3.7", Rater.REVIEWER, "AMBER", 5));

        List.<Runnable>of(
                        () -> one.rate(rating("3.7", Rater.REVIEWER, "RED", 4)),
                        () -> one.rate(rating("3.7", Rater.SELF, "RED", -1)),
                        () -> one.find(finding(FindingKind.NARRATIVE, null, -1)),
                        () -> one.share(step(4)))
                .forEach(
                        tooEarly ->
                                assertThatThrownBy(tooEarly::run)
                                        .isInstanceOf(AssessmentRefusal.OutOfOrder.class));
        assertThatThrownBy(
                        () -> {
                            var other = in(AssessmentState.CONDUCTED, conditions(CAPITAL));
                            other.rate(rating("3.7", Rater.REVIEWER, "RED", 0));
                        })
                .isInstanceOf(AssessmentRefusal.OutOfOrder.class);
    }

    @Test
    void anAssessmentDrawsOnOthersOnce() {
        var one = by(peerReview());
        var other = by(peerReview());
        one.drawOn(other);
        one.drawOn(other);

        assertThat(one.drawsOn).containsExactly(other.id);
        assertThatThrownBy(() -> one.drawOn(one))
                .isInstanceOf(AssessmentRefusal.DrawsOnItself.class);
    }

    @Test
    void itNamesPostsAndNoPerson() {
        var one = in(AssessmentState.CONDUCTED, conditions(CAPITAL));

        assertThatThrownBy(
                        () ->
                                one.rate(
                                        new Rating(
                                                "3.7",
                                                Rater.REVIEWER,
                                                "RED",
                                                List.of("RED"),
                                                on(2),
                                                "reviewer@example.nhs.uk",
                                                AnAssessment.SOURCE)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("PERSONAL_DATA"));
    }

    @Test
    @Tag("G39")
    void whatIsExpresslyUnknownIsToldAsAWordAndWhatNobodyRatedAsNone() {
        var one = in(AssessmentState.CONDUCTED, conditions(CAPITAL, CARERS));
        one.rate(rating(CAPITAL.code(), Rater.REVIEWER, null, 2));

        assertThat(one.changed(on(2)).ratings())
                .extracting(PartnershipEvent.Rating::reviewer)
                .containsExactly("UNKNOWN", null);
        assertThat(one.last().red()).isEmpty();
    }

    @Test
    @Tag("G36")
    void aGapIsWithoutActionUntilTheDayItIsGivenOne() {
        var one = in(AssessmentState.CONDUCTED, peerReview());
        one.rate(rating("1", Rater.REVIEWER, "DEVELOPING", 2));
        one.share(step(3));
        one.act(one.framework.criteria.getFirst(), "ROC-ICB-A-1", on(5));

        assertThat(one.on(on(4)))
                .map(AssessmentOutline::of)
                .hasValueSatisfying(
                        outline -> {
                            assertThat(outline.gaps()).isEqualTo(1);
                            assertThat(outline.gapsWithoutAction()).isEqualTo(1);
                        });
        assertThat(one.on(on(5)))
                .map(AssessmentOutline::of)
                .map(AssessmentOutline::gapsWithoutAction)
                .hasValue(0);
    }

    @Test
    @Tag("G39")
    void whatWasFoundIsToldUnderTheTitleOfItsCriterion() {
        var one = in(AssessmentState.CONDUCTED, conditions(CAPITAL, CARERS));
        one.find(finding(FindingKind.WEAKNESS, CAPITAL, 3));
        one.find(finding(FindingKind.THREAT, null, 3));

        assertThat(one.changed(on(3)).findings())
                .extracting(PartnershipEvent.Finding::kind, PartnershipEvent.Finding::criterion)
                .containsExactly(tuple("WEAKNESS", CAPITAL.title()), tuple("THREAT", null));
    }

    /// In that state, with whatever else a command of that name wants.
    private static Assessment readyFor(String command, AssessmentState state) {
        var one = in(state, peerReview());
        if (command.equals("agree") && state == AssessmentState.DRAFT_SHARED) {
            one.framework.criteria.forEach(
                    criterion -> one.rate(rating(criterion.code(), Rater.AGREED, 3)));
        }
        return one;
    }
}
