package locality.budget.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.budget.agreement.Basis;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BudgetLineTest {

    static final LocalDate JUNE = LocalDate.of(2014, 6, 30);

    @Test
    void commitsWhatIsAvailable() {
        var line = aLine(10_000);

        line.commit(Pence.of(10_000));

        assertThat(line.available()).isEqualTo(Pence.ZERO);
    }

    @Test
    void refusesToCommitMoreThanIsAvailableAndNamesTheOperands() {
        var line = aLine(50_000);
        line.request(Pence.of(1_000));
        line.commit(Pence.of(38_000));
        line.spend(Pence.of(500));

        assertThatThrownBy(() -> line.commit(Pence.of(10_501)))
                .isInstanceOf(LineRefusal.OverCommitted.class)
                .hasMessageContaining(
                        "available 10,500 = current 50,000 - requested 1,000 - committed 38,000 -"
                                + " spent 500");
        assertThat(line.available()).isEqualTo(Pence.of(10_500));
    }

    @Test
    void holdsWhatIsRequestedUntilItIsDropped() {
        var line = aLine(10_000);

        line.request(Pence.of(8_000));
        var whileWaiting = line.available();
        line.dropRequested(Pence.of(8_000));

        assertThat(whileWaiting).isEqualTo(Pence.of(2_000));
        assertThat(line.available()).isEqualTo(Pence.of(10_000));
    }

    @Test
    void turnsWhatWasRequestedIntoACommitmentWithoutNeedingRoomTwice() {
        var line = aLine(10_000);
        line.request(Pence.of(8_000));

        line.commitRequested(Pence.of(8_000));

        assertThat(line.available()).isEqualTo(Pence.of(2_000));
        assertThat(line.committedPence).isEqualTo(Pence.of(8_000));
    }

    @Test
    void takesNoMoreFromWhatIsSetAsideOrPromisedThanIsThere() {
        var line = aLine(10_000);
        line.request(Pence.of(10));
        line.commit(Pence.of(20));

        for (Runnable tooMuch :
                List.<Runnable>of(
                        () -> line.commitRequested(Pence.of(11)),
                        () -> line.dropRequested(Pence.of(11)),
                        () -> line.discharge(Pence.of(21), JUNE),
                        () -> line.release(Pence.of(21)),
                        () -> line.release(Pence.of(-1)))) {
            assertThatThrownBy(tooMuch::run).isInstanceOf(LineRefusal.MoreThanLineHolds.class);
        }
        assertThatThrownBy(() -> line.release(Pence.of(21)))
                .hasMessage("21 is not within what is promised on %s, 20".formatted(line.reference))
                .satisfies(
                        refusal ->
                                assertThat(((LineRefusal) refusal).operands())
                                        .containsEntry("heldPence", Pence.of(20)));
        assertThat(line.available()).isEqualTo(Pence.of(9_970));
    }

    @Test
    void takesMoneyBackThatWasSpent() {
        var line = aLine(10_000);
        line.spend(Pence.of(10_000));

        line.spend(Pence.of(-4_000));

        assertThat(line.available()).isEqualTo(Pence.of(4_000));
    }

    @Test
    void takesBackNoMoreThanWasSpent() {
        var line = aLine(10_000);
        line.spend(Pence.of(4_000));

        assertThatThrownBy(() -> line.spend(Pence.of(-4_001)))
                .isInstanceOf(LineRefusal.MoreThanSpent.class)
                .hasMessage(
                        "4,001 cannot come back on MCR-BCF-2014-15-L06: spent 4,000, current"
                                + " 10,000");
        assertThat(line.available()).isEqualTo(Pence.of(6_000));
    }

    @Test
    @Tag("B8")
    void bringsInOnANegativeLineNoMoreThanItIsPlannedTo() {
        var line = aLine(-148);

        line.spend(Pence.of(-148));

        assertThat(line.available()).isEqualTo(Pence.ZERO);
        assertThatThrownBy(() -> line.spend(Pence.of(-1)))
                .isInstanceOf(LineRefusal.MoreThanSpent.class);
        assertThat(line.inPlan().canBePlannedAt(Pence.of(-148))).isTrue();
        assertThat(line.inPlan().canBePlannedAt(Pence.of(-147))).isFalse();
    }

    @Test
    @Tag("B8")
    void correctsAndPlansAgainWhatANegativeLineBroughtIn() {
        var line = aLine(-100);
        line.spend(Pence.of(-80));

        assertThat(line.inPlan().canBePlannedAt(Pence.of(-100))).isTrue();
        assertThatThrownBy(() -> line.spend(Pence.of(81)))
                .isInstanceOf(LineRefusal.OverCommitted.class);
        line.spend(Pence.of(80));

        assertThat(line.available()).isEqualTo(Pence.of(-100));
    }

    @Test
    @Tag("B8")
    void plansANegativeLineAndPromisesNothingOnIt() {
        var line = aLine(-14_800_000);

        assertThat(line.available()).isEqualTo(Pence.of(-14_800_000));
        assertThatThrownBy(() -> line.commit(Pence.of(1)))
                .isInstanceOf(LineRefusal.OverCommitted.class);
    }

    @Test
    @Tag("B5")
    void promisesNothingOnALineThatIsOnlyInView() {
        var line = aLine(10_000);
        line.basis = Basis.IN_VIEW;

        assertThatThrownBy(() -> line.commit(Pence.of(1)))
                .isInstanceOf(LineRefusal.OnlyInView.class);
    }

    @Test
    @Tag("B14")
    void isPlannedAnewTogetherWithWhatWasMovedToIt() {
        var line = aLine(100);
        line.receive(Pence.of(50));
        line.commit(Pence.of(120));

        assertThat(line.inPlan().movedSincePlanned()).isEqualTo(Pence.of(50));
        assertThat(line.inPlan().isUntouched()).isFalse();
        assertThat(line.inPlan().canBePlannedAt(Pence.of(70))).isTrue();
        assertThat(line.inPlan().canBePlannedAt(Pence.of(69))).isFalse();
    }

    @Test
    @Tag("B14")
    void isPlannedAnewWithoutWhatItGave() {
        var line = aLine(100);
        line.give(Pence.of(50));
        line.commit(Pence.of(40));

        assertThat(line.inPlan().canBePlannedAt(Pence.of(90))).isTrue();
        assertThat(line.inPlan().canBePlannedAt(Pence.of(89))).isFalse();
    }

    @Test
    @Tag("B14")
    void isNotLeftOutOfAPlanWhileItHasWhatAnotherLineGave() {
        var line = aLine(100);
        assertThat(line.inPlan().canBeWithdrawn()).isTrue();

        line.receive(Pence.of(1));

        assertThat(line.inPlan().canBeWithdrawn()).isFalse();
    }

    static BudgetLine aLine(long pence) {
        var line = new BudgetLine();
        line.id = Ids.next();
        line.fundId = Ids.next();
        line.reference = "MCR-BCF-2014-15-L06";
        line.basis = Basis.ALIGNED;
        line.plannedPence = Pence.of(pence);
        line.currentPence = Pence.of(pence);
        return line;
    }
}
