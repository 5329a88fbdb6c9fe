package locality.budget.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a decision that arrives means for the 2,791,000 pounds that wait for one.
@Tag("B17")
class AwaitedDecisionTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 28);
    private static final long ALLIANCE = 279_100_000;
    private static final String CENTRAL = "00W";
    private static final String COUNCIL = "E08000003";
    private static final UUID REQUEST = Ids.next();
    private static final String CONTENT = "9".repeat(64);
    private static final AwaitedDecision AWAITED = awaited(true, null);

    @Test
    void opensOnTheDecisionThatAnswersItsRequest() {
        assertThat(AWAITED.judge(decision("IN_EFFECT"))).isEqualTo(new Verdict.Opens());
        assertThat(AWAITED.judge(decision("RATIFIED", "INQUORATE"))).isEqualTo(new Verdict.Opens());
    }

    @Test
    void waitsOnWhenTheDecisionIsNotValidAndKeepsTheCodes() {
        assertThat(AWAITED.judge(decision("INVALID", "RESERVED", "INQUORATE")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("RESERVED", "INQUORATE")));
        assertThat(AWAITED.judge(decision("IN_EFFECT", "INQUORATE")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("INQUORATE")));
    }

    @Test
    void waitsOnWhenTheDecisionIsOfAnotherRequestOrAnotherContent() {
        var other = decision(CENTRAL, ALLIANCE, "APPROVE", Ids.next(), "0".repeat(64), "IN_EFFECT");
        var none = decision(CENTRAL, ALLIANCE, "APPROVE", null, null, "IN_EFFECT");

        assertThat(AWAITED.judge(other))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OTHER_REQUEST", "OTHER_CONTENT")));
        assertThat(AWAITED.judge(none))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OTHER_REQUEST", "OTHER_CONTENT")));
    }

    @Test
    void waitsOnWhenTheDecisionIsInAnotherFunctionOrOnlyRecommends() {
        var elsewhere =
                new AwaitedDecision(
                        true,
                        REQUEST,
                        CONTENT,
                        "capital",
                        Pence.of(1),
                        Map.of(),
                        false,
                        null,
                        null);

        assertThat(elsewhere.judge(decision("IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OTHER_FUNCTION")));
        assertThat(
                        AWAITED.judge(
                                decision(
                                        CENTRAL,
                                        ALLIANCE,
                                        "RECOMMEND",
                                        REQUEST,
                                        CONTENT,
                                        "IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("NOT_AN_APPROVAL")));
    }

    @Test
    void waitsOnWhenTheDecisionCoversLess() {
        assertThat(
                        AWAITED.judge(
                                decision(
                                        CENTRAL,
                                        ALLIANCE - 1,
                                        "APPROVE",
                                        REQUEST,
                                        CONTENT,
                                        "IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("AMOUNT_NOT_COVERED")));
    }

    @Test
    void waitsOnWhenTheDecisionIsAboutTheMoneyOfOthers() {
        assertThat(
                        AWAITED.judge(
                                decision(
                                        "01N", ALLIANCE, "APPROVE", REQUEST, CONTENT, "IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OWNER_NOT_COVERED")));
    }

    @Test
    void waitsOnWhenTheDecisionComesAfterItExpired() {
        assertThat(awaited(true, MAY.minusDays(1)).judge(decision("IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("EXPIRED")));
        assertThat(awaited(true, MAY).judge(decision("IN_EFFECT"))).isEqualTo(new Verdict.Opens());
    }

    @Test
    void isRejectedByAVoteLostWhereItCouldHaveBeenWon() {
        assertThat(AWAITED.judge(decision("LOST"))).isEqualTo(new Verdict.Rejects());
        assertThat(AWAITED.judge(decision("LOST", "MAJORITY_NOT_MET")))
                .isEqualTo(new Verdict.Rejects());
        assertThat(AWAITED.judge(decision("LOST", "RESERVED")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("RESERVED")));
    }

    @Test
    void waitsOnWhenTheItemIsPutOff() {
        assertThat(AWAITED.judge(decision("DEFERRED")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("DEFERRED")));
    }

    @Test
    void takesNoSecondDecisionOnceItWaitsNoMore() {
        assertThat(awaited(false, null).judge(decision("IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("NOT_PENDING")));
        assertThat(awaited(false, null).judge(decision("LOST")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("NOT_PENDING")));
    }

    @Test
    void waitsOnWhenTheAnswerComesAfterItIsDueWhicheverItIs() {
        var late = awaited(true, false, MAY.minusDays(1), null);

        assertThat(late.judge(decision("IN_EFFECT")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("LATE")));
        assertThat(late.judge(decision("LOST")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("LATE")));
        assertThat(awaited(true, false, MAY, null).judge(decision("IN_EFFECT")))
                .isEqualTo(new Verdict.Opens());
    }

    @Test
    void isCoveredByADecisionOnAPoolOnlyUpToItsShareUnlessItIsPooledItself() {
        var own = awaited(true, false, null, null);
        var pooled = awaited(true, true, null, null);

        assertThat(own.judge(onAPool(ALLIANCE - 1)))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OWNER_NOT_COVERED")));
        assertThat(own.judge(onAPool(ALLIANCE))).isEqualTo(new Verdict.Opens());
        assertThat(pooled.judge(onAPool(ALLIANCE - 1))).isEqualTo(new Verdict.Opens());
    }

    @Test
    void isAllowedInPartByTheBodyOfOneOwnerAndOpensWithThatOfTheOther() {
        var central = ofEach("ALIGNED", new MoneyOwner(CENTRAL, Pence.of(60)), 60);
        var council = ofEach("ALIGNED", new MoneyOwner(COUNCIL, Pence.of(40)), 40);
        var before = new DecidedInPart(Set.of(CENTRAL), MAY);

        assertThat(ofBoth(false).judge(central))
                .isEqualTo(
                        new Verdict.AllowsInPart(
                                new TreeSet<>(Set.of(CENTRAL)), new TreeSet<>(Set.of(COUNCIL))));
        assertThat(ofBoth(false).judge(central, before))
                .isInstanceOf(Verdict.AllowsInPart.class)
                .extracting(Verdict::reasons)
                .isEqualTo(List.of("OTHERS_TO_DECIDE"));
        assertThat(ofBoth(false).judge(council, before)).isEqualTo(new Verdict.Opens());
    }

    @Test
    void isAllowedByEachOwnersBodyForItsShareAndOfAPoolForAllOfIt() {
        var share = ofEach("ALIGNED", new MoneyOwner(COUNCIL, Pence.of(39)), 40);
        var value = ofEach("ALIGNED", new MoneyOwner(COUNCIL, Pence.of(40)), 39);
        var ofPool = ofEach("POOLED", new MoneyOwner(COUNCIL, null), 99);
        var before = new DecidedInPart(Set.of(CENTRAL), MAY);

        assertThat(ofBoth(false).judge(share, before))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OWNER_NOT_COVERED")));
        assertThat(ofBoth(false).judge(value, before))
                .isEqualTo(new Verdict.DoesNotApply(List.of("AMOUNT_NOT_COVERED")));
        assertThat(ofBoth(true).judge(ofPool, before))
                .isEqualTo(new Verdict.DoesNotApply(List.of("AMOUNT_NOT_COVERED")));
        assertThat(ofBoth(true).judge(ofEach("POOLED", new MoneyOwner(COUNCIL, null), 100), before))
                .isEqualTo(new Verdict.Opens());
    }

    @Test
    void takesEffectWithTheLastOfTheDecisionsThatAllowIt() {
        var before = new DecidedInPart(Set.of(CENTRAL), MAY);

        assertThat(before.with(MAY.minusDays(1))).isEqualTo(MAY);
        assertThat(before.with(MAY.plusDays(1))).isEqualTo(MAY.plusDays(1));
        assertThat(DecidedInPart.NOTHING.with(MAY)).isEqualTo(MAY);
    }

    /// A hundred pence, sixty of the CCG and forty of the council.
    private static AwaitedDecision ofBoth(boolean pooled) {
        return new AwaitedDecision(
                true,
                REQUEST,
                CONTENT,
                "bcf-investment-wave-one",
                Pence.of(100),
                Map.of(CENTRAL, Pence.of(60), COUNCIL, Pence.of(40)),
                pooled,
                MAY.plusDays(28),
                null);
    }

    private static DecisionTaken ofEach(String basis, MoneyOwner owner, long pence) {
        return decision(basis, owner, pence, "APPROVE", REQUEST, CONTENT, "IN_EFFECT");
    }

    private static DecisionTaken onAPool(long shareOfCentral) {
        return decision(
                "POOLED",
                new MoneyOwner(CENTRAL, Pence.of(shareOfCentral)),
                ALLIANCE,
                "APPROVE",
                REQUEST,
                CONTENT,
                "IN_EFFECT");
    }

    private static AwaitedDecision awaited(boolean pending, @Nullable LocalDate expiresOn) {
        return awaited(pending, false, MAY.plusDays(28), expiresOn);
    }

    private static AwaitedDecision awaited(
            boolean pending,
            boolean pooled,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate expiresOn) {
        return new AwaitedDecision(
                pending,
                REQUEST,
                CONTENT,
                "bcf-investment-wave-one",
                Pence.of(ALLIANCE),
                Map.of(CENTRAL, Pence.of(ALLIANCE)),
                pooled,
                dueOn,
                expiresOn);
    }

    private static DecisionTaken decision(String state, String... codes) {
        return decision(CENTRAL, ALLIANCE, "APPROVE", REQUEST, CONTENT, state, codes);
    }

    private static DecisionTaken decision(
            String owner,
            long pence,
            String type,
            @Nullable UUID request,
            @Nullable String content,
            String state,
            String... codes) {
        return decision(
                "ALIGNED",
                new MoneyOwner(owner, Pence.of(pence)),
                pence,
                type,
                request,
                content,
                state,
                codes);
    }

    private static DecisionTaken decision(
            String basis,
            MoneyOwner owner,
            long pence,
            String type,
            @Nullable UUID request,
            @Nullable String content,
            String state,
            String... codes) {
        return new DecisionTaken(
                Ids.next(),
                "CMCCG-GB-2014-05-28-2",
                "Pre-alliance",
                Ids.next(),
                "Central Manchester CCG Governing Body",
                Ids.next(),
                type,
                state.equals("LOST") ? "LOST" : "CARRIED",
                state,
                List.of(codes),
                "bcf-investment-wave-one",
                Pence.of(pence),
                basis,
                List.of(owner),
                new Subject("commitment", Ids.next().toString()),
                request,
                content,
                Locality.MANCHESTER,
                MAY,
                Provenance.illustrative());
    }
}
