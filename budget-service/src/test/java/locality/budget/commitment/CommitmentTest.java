package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.AwaitedDecision;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.AmountOutOfRange;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B17")
class CommitmentTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final UUID DECISION = Ids.next();

    @Test
    void waitsForADecisionOnAllThatItWasAskedAndOnNothingOnceItIsOpen() {
        var commitment = pending(279_100_000);
        commitment.expiresOn = MAY.plusDays(90);
        var waits =
                new AwaitedDecision(
                        true,
                        commitment.requestId,
                        commitment.contentHash,
                        "bcf-investment-wave-one",
                        Pence.of(279_100_000),
                        Map.of("00W", Pence.of(279_100_000)),
                        false,
                        commitment.dueOn,
                        MAY.plusDays(90));

        assertThat(commitment.asked().awaited()).isEqualTo(waits);
        commitment.open(Authority.decision(DECISION), MAY);
        assertThat(commitment.asked().awaited().pending()).isFalse();
    }

    @Test
    void paysInPartsAndGivesBackTheRestWithTheLast() {
        var commitment = pending(100);
        commitment.open(Authority.decision(DECISION), MAY);

        var first = CommitmentLifeTest.pay(commitment, Pence.of(60), false, MAY);
        var last = CommitmentLifeTest.pay(commitment, Pence.of(30), true, MAY);

        assertThat(first.remainingPence()).isEqualTo(Pence.of(40));
        assertThat(first.state()).isEqualTo("PART_DISCHARGED");
        assertThat(last.releasedPence()).isEqualTo(Pence.of(10));
        assertThat(last.state()).isEqualTo("DISCHARGED");
        assertThat(commitment.remaining()).isEqualTo(Pence.ZERO);
    }

    @Test
    void paysNoMoreThanItHolds() {
        var commitment = pending(100);
        commitment.open(Authority.delegation(DECISION), MAY);
        CommitmentLifeTest.pay(commitment, Pence.of(60), false, MAY);

        assertThatThrownBy(() -> CommitmentLifeTest.pay(commitment, Pence.of(41), false, MAY))
                .isInstanceOf(CommitmentRefusal.MoreThanHeld.class)
                .hasMessageContaining("remaining 40 = committed 100 - discharged 60 - released 0");
    }

    @Test
    void paysOnADayOnlyWhatIsHeldFromThatDayOn() {
        var commitment = pending(150);
        commitment.open(Authority.decision(DECISION), MAY);
        var august = MAY.plusDays(79);
        var held = HeldByDay.of(new TreeMap<>(Map.of(MAY, Pence.of(100), august, Pence.of(50))));

        assertThatThrownBy(() -> commitment.discharge(Pence.of(150), false, Ids.next(), MAY, held))
                .isInstanceOf(CommitmentRefusal.MoreThanHeldThen.class)
                .hasMessage(
                        "150 is more than MCR-BCF-2014-15-L06-C1 holds from 2014-05-14 on: 100 at"
                                + " the least, though 150 remain today")
                .satisfies(
                        refusal ->
                                assertThat(((Refusal) refusal).operands())
                                        .containsEntry("effectiveDate", MAY)
                                        .containsEntry("heldPence", Pence.of(100)));
        assertThatThrownBy(() -> commitment.discharge(Pence.of(100), true, Ids.next(), MAY, held))
                .isInstanceOf(CommitmentRefusal.MoreThanHeldThen.class);
        assertThat(commitment.remaining()).isEqualTo(Pence.of(150));
        commitment.discharge(Pence.of(150), true, Ids.next(), august, held);
        assertThat(commitment.state).isEqualTo(CommitmentState.DISCHARGED);
    }

    @Test
    void givesNothingBackBeforeItBegins() {
        var commitment = pending(100);
        commitment.open(Authority.decision(DECISION), MAY.minusDays(40));

        assertThat(commitment.release("Not needed", MAY.minusDays(30)).effectiveOn())
                .isEqualTo(MAY);
    }

    @Test
    void paysFromTheDayItBeginsToTheDayItExpires() {
        var commitment = pending(100);
        commitment.open(Authority.delegation(DECISION), MAY);
        commitment.expiresOn = MAY.plusDays(30);

        assertThatThrownBy(() -> pay(commitment, MAY.minusDays(1)))
                .isInstanceOf(CommitmentRefusal.OutsideItsTerm.class)
                .hasMessage(
                        "MCR-BCF-2014-15-L06-C1 pays from 2014-05-14 to 2014-06-13, not on"
                                + " 2014-05-13");
        assertThatThrownBy(() -> pay(commitment, MAY.plusDays(31)))
                .isInstanceOf(CommitmentRefusal.OutsideItsTerm.class);
        assertThat(pay(commitment, MAY).remainingPence()).isEqualTo(Pence.of(99));
        assertThat(pay(commitment, MAY.plusDays(30)).remainingPence()).isEqualTo(Pence.of(98));
    }

    @Test
    void isPaidTodayUnlessNoDayIsSaidAndItsYearIsOver() {
        var commitment = pending(100);
        commitment.expiresOn = MAY.plusDays(30);
        var year = FinancialYear.parse("2014/15");

        assertThat(commitment.term().paidOn(year, MAY)).isEqualTo(MAY);
        assertThat(commitment.term().paidOn(year, MAY.plusDays(31))).isEqualTo(MAY.plusDays(31));
        assertThat(commitment.term().paidOn(year, MAY.plusYears(1))).isEqualTo(MAY.plusDays(30));

        commitment.expiresOn = null;
        assertThat(commitment.term().paidOn(year, MAY.plusYears(1))).isEqualTo(MAY.plusYears(1));
    }

    @Test
    void namesEachOwnerOnceWithSomethingAndTogetherWithAllOfIt() {
        var central = new Owner("00W", Pence.of(60));
        var north = new Owner("01M", Pence.of(40));

        assertThat(Owner.requireShares(Pence.of(100), List.of(central, north)))
                .containsExactly(central, north);
        assertThatThrownBy(() -> Owner.requireShares(Pence.of(120), List.of(central, central)))
                .isInstanceOf(CommitmentRefusal.OwnerNamedTwice.class);
        assertThatThrownBy(
                        () ->
                                Owner.requireShares(
                                        Pence.of(60),
                                        List.of(central, new Owner("01M", Pence.ZERO))))
                .isInstanceOf(CommitmentRefusal.OwnerWithoutShare.class);
        assertThatThrownBy(
                        () ->
                                Owner.requireShares(
                                        Pence.of(30),
                                        List.of(central, new Owner("01M", Pence.of(-30)))))
                .isInstanceOf(CommitmentRefusal.OwnerWithoutShare.class);
        assertThatThrownBy(() -> Owner.requireShares(Pence.of(101), List.of(central, north)))
                .isInstanceOf(CommitmentRefusal.OwnersDoNotSum.class);
    }

    @Test
    void refusesSharesThatSumToMoreThanCanBeCounted() {
        var everything = Pence.of(Long.MAX_VALUE);
        var owners = List.of(new Owner("00W", everything), new Owner("01M", everything));

        assertThatThrownBy(() -> Owner.requireShares(Pence.of(100), owners))
                .isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void paysNothingWhileItWaits() {
        var commitment = pending(100);

        assertThatThrownBy(() -> CommitmentLifeTest.pay(commitment, Pence.of(1), false, MAY))
                .isInstanceOf(CommitmentRefusal.NotOpen.class);
        assertThatThrownBy(() -> commitment.release("no", MAY))
                .isInstanceOf(CommitmentRefusal.NotOpen.class);
    }

    @Test
    void hashesWhatADecisionIsAskedAbout() {
        var commitment = pending(279_100_000);
        commitment.id = UUID.fromString("01930b2a-0120-7c3e-9a41-5b7d2e8f2120");
        commitment.fundId = UUID.fromString("01930b2a-0101-7c3e-9a41-5b7d2e8f0201");
        commitment.lineId = UUID.fromString("01930b2a-0115-7c3e-9a41-5b7d2e8f1615");

        assertThat(commitment.asked().hashOfContent())
                .isEqualTo("09da0bb9d2d5f052f19d419ee1fd543cbad779969a7ad80307b7cc62db080fa0");
    }

    @Test
    void asksForApprovalFromTheDayTheMoneyIsWantedAndSaysWhatFor() {
        var commitment = pending(100);
        commitment.interventionId = "MCR-CM-PRE-ALLIANCE";

        var asked = commitment.requestApproval(Ids.next(), MAY.plusDays(90));

        assertThat(asked.effectiveOn()).isEqualTo(MAY);
        assertThat(asked.dueOn()).isEqualTo(MAY.plusDays(90));
        assertThat(asked.interventionId()).isEqualTo("MCR-CM-PRE-ALLIANCE");
    }

    private static CommitmentDischarged pay(Commitment commitment, LocalDate on) {
        return CommitmentLifeTest.pay(commitment, Pence.of(1), false, on);
    }

    private static Commitment pending(long pence) {
        var commitment = new Commitment();
        commitment.id = Ids.next();
        commitment.reference = "MCR-BCF-2014-15-L06-C1";
        commitment.fundId = Ids.next();
        commitment.lineId = Ids.next();
        commitment.locality = Locality.MANCHESTER;
        commitment.amountPence = Pence.of(pence);
        commitment.provider = "RW3";
        commitment.purpose = "Central Manchester pre-alliance";
        commitment.decisionFunction = "bcf-investment-wave-one";
        commitment.basis = Basis.ALIGNED;
        commitment.owners = List.of(new Owner("00W", Pence.of(pence)));
        commitment.requestedBy = "E08000003";
        commitment.effectiveOn = MAY;
        commitment.provenance = Provenance.illustrative();
        commitment.contentHash = commitment.asked().hashOfContent();
        commitment.requestApproval(Ids.next(), MAY.plusDays(28));
        return commitment;
    }
}
