package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.Seat;
import locality.governance.voting.VotingRule;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final LocalDate SPRING = LocalDate.of(2016, 4, 1);
    private static final Provenance SOURCE = Provenance.illustrative();

    @Test
    void everyStepButTheLawfulOnesIsRefused() {
        var lawful =
                Map.of(
                        BodyState.PROPOSED,
                                EnumSet.of(
                                        BodyState.SHADOW,
                                        BodyState.ESTABLISHED,
                                        BodyState.DISSOLVED),
                        BodyState.SHADOW, EnumSet.of(BodyState.ESTABLISHED, BodyState.DISSOLVED),
                        BodyState.ESTABLISHED, EnumSet.of(BodyState.DISSOLVED),
                        BodyState.DISSOLVED, Set.of());
        for (var from : BodyState.values()) {
            for (var to : BodyState.values()) {
                var body = body();
                body.become(from, SPRING, SOURCE);
                if (lawful.getOrDefault(from, Set.of()).contains(to)) {
                    assertThat(body.become(to, SPRING, SOURCE).state()).isEqualTo(to.name());
                } else {
                    assertThatThrownBy(() -> body.become(to, SPRING, SOURCE))
                            .as("%s to %s", from, to)
                            .isInstanceOf(BodyRefusal.IllegalStep.class);
                }
            }
        }
    }

    @Test
    @Tag("G6")
    void aBodyIsOnEachDateWhatItsLastStepByThenMadeIt() {
        var body = body();
        body.become(BodyState.PROPOSED, SPRING, SOURCE);
        body.become(BodyState.SHADOW, SPRING.plusMonths(2), SOURCE);
        body.become(BodyState.ESTABLISHED, SPRING.plusYears(1), SOURCE);
        body.become(BodyState.DISSOLVED, SPRING.plusYears(3), SOURCE);

        assertThat(body.stateOn(SPRING.minusDays(1))).isEmpty();
        assertThat(body.standingOn(SPRING.minusDays(1))).isEqualTo(Standing.NOT_CONSTITUTED);
        assertThat(body.stateOn(SPRING)).contains(BodyState.PROPOSED);
        assertThat(body.standingOn(SPRING.plusMonths(2))).isEqualTo(Standing.SHADOW);
        assertThat(body.standingOn(SPRING.plusYears(3).minusDays(1)))
                .isEqualTo(Standing.ESTABLISHED);
        assertThat(body.standingOn(SPRING.plusYears(3))).isEqualTo(Standing.DISSOLVED);
    }

    @Test
    void stepsAreTakenInTheOrderOfTheirDays() {
        var body = body();
        body.become(BodyState.PROPOSED, SPRING, SOURCE);

        assertThatThrownBy(() -> body.become(BodyState.ESTABLISHED, SPRING.minusDays(1), SOURCE))
                .isInstanceOf(BodyRefusal.StepOutOfOrder.class);
    }

    @Test
    @Tag("G11")
    void theVersionOfTheTermsInForceDrivesTheQuorum() {
        var body = body();
        body.adopt(terms(SPRING, 5));
        body.adopt(terms(SPRING.plusYears(1), 7));

        assertThat(body.termsOn(SPRING.minusDays(1))).isNull();
        assertThat(quorum(body, SPRING)).isEqualTo(5);
        assertThat(quorum(body, SPRING.plusYears(1).minusDays(1))).isEqualTo(5);
        assertThat(quorum(body, SPRING.plusYears(1))).isEqualTo(7);
        assertThatThrownBy(() -> body.adopt(terms(SPRING, 3)))
                .isInstanceOf(BodyRefusal.TermsOutOfOrder.class);
    }

    @Test
    @Tag("G7")
    void aSeatHasOneHolderAtATimeAndMayStandVacant() {
        var body = body();
        body.seat(member("CHAIR", null, SPRING, SPRING.plusMonths(1)));
        body.seat(member("CHAIR", "post:chair", SPRING.plusMonths(1).plusDays(1), null));

        assertThat(body.seatsOn(SPRING)).extracting(Seat::person).containsExactly((String) null);
        assertThat(body.seatsOn(SPRING.plusMonths(2)))
                .extracting(Seat::person)
                .containsExactly("post:chair");
        assertThatThrownBy(() -> body.seat(member("CHAIR", "post:other", SPRING, null)))
                .isInstanceOf(BodyRefusal.SeatTaken.class);
    }

    @Test
    @Tag("G7")
    void aMemberWhoLeavesFreesTheSeatFromThatDay() {
        var body = body();
        body.seat(member("CHAIR", "post:chair", SPRING, null));

        body.unseat("CHAIR", SPRING.plusMonths(6), SOURCE);

        assertThat(body.seatsOn(SPRING.plusMonths(6).minusDays(1))).hasSize(1);
        assertThat(body.seatsOn(SPRING.plusMonths(6))).isEmpty();
        assertThatThrownBy(() -> body.unseat("CHAIR", SPRING.plusYears(1), SOURCE))
                .isInstanceOf(BodyRefusal.NobodyInSeat.class);
    }

    private static int quorum(Body body, LocalDate on) {
        var terms = body.termsOn(on);
        return terms == null ? 0 : terms.quorum().required(9);
    }

    private static TermsOfReference terms(LocalDate effectiveOn, int quorum) {
        return new TermsOfReference(
                effectiveOn,
                List.of(),
                QuorumRule.of(quorum),
                VotingRule.SIMPLE_MAJORITY,
                null,
                false,
                null,
                SOURCE);
    }

    private static Membership member(
            String seat, @Nullable String person, LocalDate from, @Nullable LocalDate until) {
        return new Membership(seat, "Member", person, true, null, from, until, SOURCE);
    }

    private static Body body() {
        var body =
                new Body(
                        UUID.randomUUID(),
                        "MCR-SHADOW",
                        "Shadow Joint Executive",
                        Locality.MANCHESTER,
                        SOURCE);
        body.classification = Classification.EXECUTIVE_GROUP;
        body.spatialLevel = SpatialLevel.LOCALITY;
        return body;
    }
}
