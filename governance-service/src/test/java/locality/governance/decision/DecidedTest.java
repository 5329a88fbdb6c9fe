package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Outcome;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// On which days something may rest on a decision, in each of its states.
@Tag("G28")
@Tag("G34")
@Tag("G46")
class DecidedTest {

    private static final LocalDate TAKEN = LocalDate.of(2018, 3, 27);
    private static final LocalDate LAST_CALL_IN = LocalDate.of(2018, 4, 4);
    private static final LocalDate ENDED = LocalDate.of(2018, 6, 1);
    private static final Set<DecisionState> BINDING =
            EnumSet.of(
                    DecisionState.CARRIED,
                    DecisionState.IN_EFFECT,
                    DecisionState.RATIFIED,
                    DecisionState.SUPERSEDED,
                    DecisionState.RESCINDED);

    @ParameterizedTest
    @EnumSource(DecisionState.class)
    void anApprovalHoldsFromItsDayWhileItIsWasOrWillBeInEffect(DecisionState state) {
        var decided = Decided.of(in(state, DecisionType.APPROVE));

        assertThat(decided.holdsOn(TAKEN.minusDays(1))).isFalse();
        assertThat(decided.holdsOn(TAKEN)).isEqualTo(BINDING.contains(state));
    }

    @ParameterizedTest
    @EnumSource(DecisionState.class)
    void whatIsOnlyRecommendedHoldsOnNoDay(DecisionState state) {
        assertThat(Decided.of(in(state, DecisionType.RECOMMEND)).from()).isNull();
    }

    @Test
    void whatIsCarriedHoldsFromTheDayAfterTheLastOnWhichItMayBeCalledIn() {
        var carried = in(DecisionState.CARRIED, DecisionType.APPROVE);
        carried.callInUntil = LAST_CALL_IN;

        var decided = Decided.of(carried);

        assertThat(decided.holdsOn(LAST_CALL_IN)).isFalse();
        assertThat(decided.holdsOn(LAST_CALL_IN.plusDays(1))).isTrue();
        carried.takeEffect(null);
        assertThat(Decided.of(carried).from()).isEqualTo(decided.from());
    }

    @Test
    void whatWasRescindedHoldsToTheDayBefore() {
        var rescinded = in(DecisionState.RESCINDED, DecisionType.APPROVE);
        rescinded.endedOn = ENDED;

        var decided = Decided.of(rescinded);

        assertThat(decided.holdsOn(ENDED.minusDays(1))).isTrue();
        assertThat(decided.holdsOn(ENDED)).isFalse();
    }

    @Test
    void itIsAboutWhatItNamesByAnyOfItsNames() {
        var decided = Decided.of(in(DecisionState.IN_EFFECT, DecisionType.APPROVE));

        assertThat(decided.isAbout("plan", "another", "ROC-PLAN")).isTrue();
        assertThat(decided.isAbout("plan", "another")).isFalse();
        assertThat(decided.isAbout("strategy", "ROC-PLAN")).isFalse();
        assertThat(decided.subject()).isEqualTo("plan ROC-PLAN");
    }

    private static Decision in(DecisionState state, DecisionType type) {
        var decision =
                Decision.proposed(
                        UUID.randomUUID(),
                        "A plan",
                        new Matter(
                                type,
                                Locality.ROCHDALE,
                                null,
                                null,
                                Basis.POOLED,
                                List.of(),
                                "plan",
                                "ROC-PLAN",
                                null,
                                null),
                        Provenance.illustrative());
        decision.reference = "ROC-ICB-2018-03-27/4";
        decision.bodyName = "Integrated Commissioning Board";
        decision.state = state;
        decision.takenAs = type;
        decision.outcome = Outcome.CARRIED;
        decision.decidedOn = TAKEN;
        decision.effectiveOn = TAKEN;
        return decision;
    }
}
