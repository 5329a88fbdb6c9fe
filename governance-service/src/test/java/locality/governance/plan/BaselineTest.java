package locality.governance.plan;

import static java.util.Objects.requireNonNull;
import static locality.governance.plan.APlan.LATER;
import static locality.governance.plan.APlan.MADE;
import static locality.governance.plan.APlan.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.decision.ADecision;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.place.Locality;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G46")
class BaselineTest {

    private static final LocalDate TODAY = LATER.plusDays(30);

    private final Plan plan = APlan.plan();

    @Property
    void aRebaselineChangesNoForecastAndNoEarlierBaselineAndSlippageBeginsAtNothing(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int size) {
        var milestones = milestones(random, size);
        var first = set(List.of(), "First", milestones, MADE);
        var fixed = Map.copyOf(first.days);
        milestones.forEach(one -> slip(one, random));
        var forecasts = forecasts(milestones);
        var dates = Network.of(milestones, LATER).dates(Map.of());

        var second = set(List.of(first), "Second", milestones, LATER);

        assertThat(forecasts(milestones)).isEqualTo(forecasts);
        assertThat(Network.of(milestones, LATER).dates(Map.of())).isEqualTo(dates);
        assertThat(first.days).isEqualTo(fixed);
        assertThat(Network.of(milestones, LATER).dates(second.days).values())
                .extracting(Dates::slippageDays)
                .containsOnly(0L);
        assertThat(Network.of(milestones, LATER).dates(first.days).values())
                .allSatisfy(one -> assertThat(requireNonNull(one.slippageDays())).isNotNegative());
    }

    @Test
    void itKeepsWhenEachOfThePlanCanBeReachedAndNothingOfAnother() {
        var other = APlan.plan();
        other.reference = "GM-ICS";
        var theirs = APlan.milestone(other, 1, "Guidance", "2021-08-10");
        var ours = APlan.milestone(plan, 1, "Agreement", "2021-07");
        var undated = APlan.milestone(plan, 2, "Provider form", null);
        APlan.after(ours, theirs, 0);

        assertThat(set(List.of(), "First", List.of(theirs, ours, undated), MADE).days)
                .isEqualTo(Map.of(ours.id, LocalDate.of(2021, 8, 10)));
    }

    @Test
    void itNeedsADecisionOfItsOwnInEffectAboutThePlan() {
        var milestones = List.of(APlan.milestone(plan, 1, "Agreement", "2021-07"));
        var first = set(List.of(), "First", milestones, MADE);

        notValid(
                decision("plan", "OLD-OTHER", MADE, null),
                List.of(),
                Map.of("subject", "plan OLD-OTHER", "plan", "OLD-ICS"));
        notValid(decision(null, null, MADE, null), List.of(), Map.of("plan", "OLD-ICS"));
        notValid(
                ADecision.lost("plan", "OLD-ICS", Locality.OLDHAM, MADE),
                List.of(),
                Map.of("state", "LOST"));
        notValid(
                decision("plan", "OLD-ICS", LATER.plusDays(1), null),
                List.of(),
                Map.of("takenOn", LATER.plusDays(1), "setOn", LATER));
        notValid(decision("plan", "OLD-ICS", MADE, TODAY), List.of(), Map.of("state", "RESCINDED"));
        var used = APlan.decisionAbout(plan);
        first.decisionId = used.id();
        notValid(used, List.of(first), Map.of("baseline", "First"));
    }

    @Test
    void itHasANameOfItsOwnAndComesAfterThoseBefore() {
        var milestones = List.of(APlan.milestone(plan, 1, "Agreement", "2021-07"));
        var first = set(List.of(), "First", milestones, LATER);

        refused(
                () -> set(List.of(first), "First", milestones, LATER),
                "BASELINE_NAME_TAKEN",
                Map.of("plan", "OLD-ICS", "name", "First"));
        refused(
                () -> set(List.of(first), "Second", milestones, MADE),
                "BASELINE_OUT_OF_ORDER",
                Map.of("plan", "OLD-ICS", "lastSetOn", LATER, "setOn", MADE));
        refused(
                () -> set(List.of(), "First", milestones, MADE.minusDays(1)),
                "BASELINE_DECISION_NOT_VALID",
                Map.of(
                        "decision",
                        "BOARD-2018-03-27/4",
                        "takenOn",
                        MADE,
                        "setOn",
                        MADE.minusDays(1)));
        refused(
                () -> set(List.of(), "First", List.of(), MADE),
                "NOTHING_TO_BASELINE",
                Map.of("plan", "OLD-ICS", "on", MADE));
    }

    private void notValid(Decided decision, List<Baseline> before, Map<String, Object> operands) {
        var milestones = List.of(APlan.milestone(plan, 1, "Agreement", "2021-07"));
        var all = new HashMap<>(operands);
        all.put("decision", decision.reference());
        refused(
                () ->
                        Baseline.set(
                                UUID.randomUUID(),
                                plan,
                                before,
                                new Baseline.Fixing("Next", LATER, decision, TODAY, SOURCE),
                                Network.of(milestones, LATER)),
                "BASELINE_DECISION_NOT_VALID",
                all);
    }

    private static Decided decision(
            @Nullable String subjectType,
            @Nullable String subject,
            LocalDate from,
            @Nullable LocalDate endedOn) {
        return ADecision.approved(subjectType, subject, Locality.OLDHAM, from, endedOn);
    }

    private Baseline set(
            List<Baseline> before, String name, List<Milestone> milestones, LocalDate on) {
        return Baseline.set(
                UUID.randomUUID(),
                plan,
                before,
                new Baseline.Fixing(name, on, APlan.decisionAbout(plan), TODAY, SOURCE),
                Network.of(milestones, on));
    }

    private List<Milestone> milestones(Random random, int size) {
        var all = new ArrayList<Milestone>();
        for (int i = 1; i <= size; i++) {
            var day = MADE.plusDays(random.nextInt(300));
            var milestone = APlan.milestone(plan, i, "M" + i, day.toString());
            milestone.waitFor(
                    all.stream()
                            .filter(_ -> random.nextInt(3) == 0)
                            .map(one -> new Link(one.id, one.reference, random.nextInt(40)))
                            .collect(Collectors.toSet()),
                    MADE);
            all.add(milestone);
        }
        return all;
    }

    private static void slip(Milestone milestone, Random random) {
        var forecast = requireNonNull(milestone.last().forecastOn());
        milestone.move(
                Forecast.on(forecast.plusDays(1 + random.nextInt(60))), LATER, "Late", SOURCE);
    }

    private static Map<UUID, List<MilestoneStep>> forecasts(List<Milestone> milestones) {
        return milestones.stream()
                .collect(Collectors.toMap(one -> one.id, one -> List.copyOf(one.steps)));
    }

    private static void refused(ThrowingCallable what, String code, Map<String, Object> operands) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        PlanRefusal.class,
                        no -> {
                            assertThat(no.code()).isEqualTo(code);
                            assertThat(no.operands()).isEqualTo(operands);
                        });
    }
}
