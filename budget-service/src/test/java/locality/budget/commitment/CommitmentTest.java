package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.commitment.Commitment.Owner;
import locality.budget.commitment.Commitment.Verdict;
import locality.platform.event.GovernanceEvent.DecisionTaken;
import locality.platform.event.GovernanceEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B17")
class CommitmentTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final UUID DECISION = Ids.next();

    @Test
    void opensOnTheDecisionThatAnswersItsRequest() {
        var commitment = pending(279_100_000);

        assertThat(commitment.judge(decision(commitment, "IN_EFFECT", 279_100_000)))
                .isEqualTo(new Verdict.Opens());
    }

    @Test
    void waitsOnWhenTheDecisionIsNotValidAndKeepsTheCodes() {
        var commitment = pending(279_100_000);
        var invalid = decision(commitment, "INVALID", 279_100_000, "RESERVED", "INQUORATE");

        assertThat(commitment.judge(invalid))
                .isEqualTo(new Verdict.DoesNotApply(List.of("RESERVED", "INQUORATE")));
    }

    @Test
    void waitsOnWhenTheDecisionIsOfAnotherRequestOrAnotherContent() {
        var commitment = pending(279_100_000);
        var other = pending(279_100_000);

        assertThat(commitment.judge(decision(other, "IN_EFFECT", 279_100_000)))
                .isEqualTo(new Verdict.DoesNotApply(List.of("OTHER_REQUEST", "OTHER_CONTENT")));
    }

    @Test
    void waitsOnWhenTheDecisionCoversLess() {
        var commitment = pending(279_100_000);

        assertThat(commitment.judge(decision(commitment, "IN_EFFECT", 279_099_999)))
                .isEqualTo(new Verdict.DoesNotApply(List.of("AMOUNT_NOT_COVERED")));
    }

    @Test
    void isRejectedByAVoteLostWhereItCouldHaveBeenWon() {
        var commitment = pending(100);

        assertThat(commitment.judge(decision(commitment, "LOST", 100)))
                .isEqualTo(new Verdict.Rejects());
        assertThat(commitment.judge(decision(commitment, "LOST", 100, "MAJORITY_NOT_MET")))
                .isEqualTo(new Verdict.Rejects());
        assertThat(commitment.judge(decision(commitment, "LOST", 100, "RESERVED")))
                .isEqualTo(new Verdict.DoesNotApply(List.of("RESERVED")));
    }

    @Test
    void waitsOnWhenTheItemIsPutOff() {
        var commitment = pending(100);

        assertThat(commitment.judge(decision(commitment, "DEFERRED", 100)))
                .isEqualTo(new Verdict.DoesNotApply(List.of("DEFERRED")));
    }

    @Test
    void takesNoSecondDecisionOnceItIsOpen() {
        var commitment = pending(100);
        commitment.open(Authority.decision(DECISION));

        assertThat(commitment.judge(decision(commitment, "IN_EFFECT", 100)))
                .isEqualTo(new Verdict.DoesNotApply(List.of("NOT_PENDING")));
    }

    @Test
    void paysInPartsAndGivesBackTheRestWithTheLast() {
        var commitment = pending(100);
        commitment.open(Authority.decision(DECISION));

        var first = commitment.discharge(Pence.of(60), false, Ids.next(), MAY);
        var last = commitment.discharge(Pence.of(30), true, Ids.next(), MAY);

        assertThat(first.remainingPence()).isEqualTo(Pence.of(40));
        assertThat(first.state()).isEqualTo("PART_DISCHARGED");
        assertThat(last.releasedPence()).isEqualTo(Pence.of(10));
        assertThat(last.state()).isEqualTo("DISCHARGED");
        assertThat(commitment.remaining()).isEqualTo(Pence.ZERO);
    }

    @Test
    void paysNoMoreThanItHolds() {
        var commitment = pending(100);
        commitment.open(Authority.delegation(DECISION));
        commitment.discharge(Pence.of(60), false, Ids.next(), MAY);

        assertThatThrownBy(() -> commitment.discharge(Pence.of(41), false, Ids.next(), MAY))
                .isInstanceOf(CommitmentRefusal.MoreThanHeld.class)
                .hasMessageContaining("remaining 40 = committed 100 - discharged 60 - released 0");
    }

    @Test
    void paysNothingWhileItWaits() {
        var commitment = pending(100);

        assertThatThrownBy(() -> commitment.discharge(Pence.of(1), false, Ids.next(), MAY))
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

        assertThat(commitment.hashOfContent())
                .isEqualTo("09da0bb9d2d5f052f19d419ee1fd543cbad779969a7ad80307b7cc62db080fa0");
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
        commitment.contentHash = commitment.hashOfContent();
        commitment.requestApproval(Ids.next(), MAY.plusDays(28), MAY);
        return commitment;
    }

    private static DecisionTaken decision(
            Commitment commitment, String state, long pence, String... codes) {
        return new DecisionTaken(
                DECISION,
                "CMCCG-GB-2014-05-28-2",
                "Pre-alliance",
                Ids.next(),
                "Central Manchester CCG Governing Body",
                Ids.next(),
                "APPROVE",
                state.equals("LOST") ? "LOST" : "CARRIED",
                state,
                List.of(codes),
                "bcf-investment-wave-one",
                Pence.of(pence),
                "ALIGNED",
                null,
                new Subject("commitment", commitment.id.toString()),
                commitment.requestId,
                commitment.contentHash,
                Locality.MANCHESTER,
                MAY.plusDays(14),
                Provenance.illustrative());
    }
}
