package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Standing;
import locality.governance.period.Period;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.Seat;
import locality.governance.voting.VotingRule;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
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
    void aMemberWhoLeavesLeavesTheSeatVacantFromThatDay() {
        var body = body();
        var left = Provenance.derived("Minutes of October 2016");
        body.seat(member("CHAIR", "post:chair", SPRING, null));

        var told = body.unseat("CHAIR", SPRING.plusMonths(6), left);

        assertThat(told.provenance()).isEqualTo(left);
        assertThat(body.seatsOn(SPRING.plusMonths(6).minusDays(1)))
                .extracting(Seat::person)
                .containsExactly("post:chair");
        assertThat(body.seatsOn(SPRING.plusMonths(6)))
                .containsExactly(new Seat("CHAIR", "Member", null, null, true));
        assertThat(body.membershipsOn(SPRING.plusYears(1)))
                .extracting(Membership::fromDay, Membership::provenance)
                .containsExactly(tuple(SPRING.plusMonths(6), left));
        assertThatThrownBy(() -> body.unseat("CHAIR", SPRING.plusYears(1), SOURCE))
                .isInstanceOf(BodyRefusal.NobodyInSeat.class);
    }

    @Test
    @Tag("G7")
    void aFractionOfTheSeatsDoesNotShrinkAsMembersLeave() {
        var body = body();
        body.seat(member("A", "post:a", SPRING, null));
        body.seat(member("B", "post:b", SPRING, SPRING.plusMonths(1)));
        body.seat(member("C", "post:c", SPRING, null));
        body.unseat("C", SPRING.plusMonths(2), SOURCE);

        var seats = body.seatsOn(SPRING.plusMonths(3)).size();

        assertThat(QuorumRule.of("2/3").required(seats)).isEqualTo(2);
    }

    @Test
    @Tag("G7")
    void aSeatIsThereUntilItIsAbolished() {
        var body = body();
        body.seat(member("CHAIR", "post:chair", SPRING, null));
        body.seat(member("DEPUTY", "post:deputy", SPRING, SPRING.plusMonths(3)));
        var day = SPRING.plusYears(1);

        body.abolish("CHAIR", day, SOURCE);
        body.abolish("DEPUTY", day, SOURCE);

        assertThat(body.seatsOn(day.minusDays(1)))
                .extracting(Seat::person)
                .containsExactly("post:chair", null);
        assertThat(body.seatsOn(day)).isEmpty();
        assertThatThrownBy(() -> body.abolish("CHAIR", day.plusDays(1), SOURCE))
                .isInstanceOf(BodyRefusal.NobodyInSeat.class);
    }

    @Test
    @Tag("G7")
    void aSeatThatIsTakenAgainLaterIsNotAbolishedBefore() {
        var body = body();
        body.seat(member("CHAIR", "post:first", SPRING, SPRING.plusMonths(1)));
        body.seat(member("CHAIR", "post:next", SPRING.plusYears(1), null));

        assertThatThrownBy(() -> body.abolish("CHAIR", SPRING.plusMonths(6), SOURCE))
                .isInstanceOf(BodyRefusal.SeatTaken.class);
        assertThat(body.seatsOn(SPRING.plusYears(1)))
                .extracting(Seat::person)
                .containsExactly("post:next");
    }

    @Test
    @Tag("G11")
    void termsNameOnlySeatsThatWereRecorded() {
        var body = body();
        body.seat(member("CHAIR", "post:chair", SPRING, null));
        var quorum = new QuorumRule(3, null, List.of("CHAIR", "NURSE"), null);

        assertThatThrownBy(() -> body.adopt(naming("CHIAR", QuorumRule.of(3))))
                .isInstanceOfSatisfying(
                        BodyRefusal.NoSuchSeatEver.class,
                        refused -> assertThat(refused.operands()).containsEntry("seat", "CHIAR"));
        assertThatThrownBy(() -> body.adopt(naming("CHAIR", quorum)))
                .isInstanceOfSatisfying(
                        BodyRefusal.NoSuchSeatEver.class,
                        refused -> assertThat(refused.operands()).containsEntry("seat", "NURSE"));
        assertThat(body.adopt(naming("CHAIR", QuorumRule.of(3))).effectiveOn()).isEqualTo(SPRING);
    }

    private static int quorum(Body body, LocalDate on) {
        var terms = body.termsOn(on);
        return terms == null ? 0 : terms.quorum().required(9);
    }

    private static TermsOfReference terms(LocalDate effectiveOn, int quorum) {
        return terms(effectiveOn, null, QuorumRule.of(quorum));
    }

    private static TermsOfReference naming(String castingVote, QuorumRule quorum) {
        return terms(SPRING, castingVote, quorum);
    }

    private static TermsOfReference terms(
            LocalDate effectiveOn, @Nullable String castingVote, QuorumRule quorum) {
        return new TermsOfReference(
                effectiveOn,
                List.of(),
                quorum,
                VotingRule.SIMPLE_MAJORITY,
                castingVote,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                SOURCE,
                null);
    }

    private static Membership member(
            String seat, @Nullable String person, LocalDate from, @Nullable LocalDate until) {
        return Membership.taken(
                seat, "Member", person, true, null, new Period(from, until), SOURCE);
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
