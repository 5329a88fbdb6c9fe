package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From which state which command leads where; everywhere else it is refused and changes nothing.
@Tag("B17")
class CommitmentLifeTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final LocalDate LAST_DAY = LocalDate.of(2014, 9, 30);
    private static final String COUNCIL = "E08000003";
    private static final Set<CommitmentState> HOLDING =
            EnumSet.of(CommitmentState.OPEN, CommitmentState.PART_DISCHARGED);
    private static final Set<CommitmentState> WAITING =
            EnumSet.of(CommitmentState.PENDING_APPROVAL);

    private record Command(
            Consumer<Commitment> ask,
            Set<CommitmentState> from,
            CommitmentState to,
            Class<? extends Throwable> otherwise) {}

    private static Map<String, Command> commands() {
        var all = new LinkedHashMap<String, Command>();
        all.put("open", waiting(c -> c.open(authority(), MAY), CommitmentState.OPEN));
        all.put("lapse", waiting(c -> c.lapse(MAY), CommitmentState.LAPSED));
        all.put(
                "withdraw",
                waiting(c -> c.withdraw(COUNCIL, "Not needed", MAY), CommitmentState.WITHDRAWN));
        all.put(
                "pay a part",
                holding(c -> pay(c, Pence.of(10), false, MAY), CommitmentState.PART_DISCHARGED));
        all.put(
                "pay the last part",
                holding(c -> pay(c, Pence.of(10), true, MAY), CommitmentState.DISCHARGED));
        all.put(
                "pay all of it",
                holding(c -> pay(c, c.remaining(), false, MAY), CommitmentState.PART_DISCHARGED));
        all.put("release", holding(c -> c.release("Not needed", MAY), CommitmentState.RELEASED));
        all.put("expire", holding(Commitment::expire, CommitmentState.EXPIRED));
        all.put(
                "carry",
                holding(
                        c -> c.carryTo(in(CommitmentState.OPEN), Ids.next()),
                        CommitmentState.CARRIED));
        return all;
    }

    @Test
    void goesFromEachStateOnlyWhereItMay() {
        var went = new TreeMap<String, String>();
        for (var from : CommitmentState.values()) {
            commands().forEach((name, command) -> walk(from, name, command, went));
        }
        assertThat(went).hasSize(CommitmentState.values().length * commands().size());
    }

    private static void walk(
            CommitmentState from, String name, Command command, Map<String, String> went) {
        var commitment = in(from);
        var before = List.of(commitment.amountPence, commitment.remaining());
        var refused = catchThrowable(() -> command.ask.accept(commitment));
        if (command.from.contains(from)) {
            assertThat(refused).as("%s from %s", name, from).isNull();
            assertThat(commitment.state).as("%s from %s", name, from).isEqualTo(command.to);
        } else {
            assertThat(refused).as("%s from %s", name, from).isInstanceOf(command.otherwise);
            assertThat(commitment.state).isEqualTo(from);
            assertThat(List.of(commitment.amountPence, commitment.remaining())).isEqualTo(before);
        }
        went.put(from + " " + name, commitment.state.name());
    }

    @Test
    void variesOnlyWhileItHoldsMoney() {
        for (var state : CommitmentState.values()) {
            var commitment = in(state);
            var refused = catchThrowable(() -> vary(commitment, 150));
            if (HOLDING.contains(state)) {
                assertThat(refused).isNull();
                assertThat(commitment.state).isEqualTo(state);
                assertThat(commitment.amountPence).isEqualTo(Pence.of(150));
            } else {
                assertThat(refused).as("%s", state).isInstanceOf(CommitmentRefusal.NotOpen.class);
                assertThat(commitment.amountPence).isEqualTo(Pence.of(100));
            }
        }
    }

    @Test
    void isDischargedOnceItIsOfNoMoreThanWasPaid() {
        var commitment = in(CommitmentState.PART_DISCHARGED);

        assertThatThrownBy(() -> vary(commitment, 39))
                .isInstanceOf(CommitmentRefusal.LessThanPaid.class)
                .hasMessage("MCR-BCF-2014-15-L06-C1 cannot be of 39: 40 of its 100 are paid");
        vary(commitment, 40);

        assertThat(commitment.state).isEqualTo(CommitmentState.DISCHARGED);
        assertThat(commitment.remaining()).isEqualTo(Pence.ZERO);
    }

    @Test
    void restsOnTheAuthorityThatCoversAllOfIt() {
        var commitment = in(CommitmentState.OPEN);
        commitment.delegationId = Ids.next();
        var decision = authority();

        commitment.vary(Pence.of(150), commitment.owners, decision, MAY);

        assertThat(commitment.authority()).isEqualTo(decision);
        assertThat(commitment.delegationId).isNull();
    }

    @Test
    void freesOnTheDayAfterItsLastWhatItStillHolds() {
        var commitment = in(CommitmentState.OPEN);
        pay(commitment, Pence.of(30), false, MAY);

        var expired = commitment.expire();

        assertThat(expired.releasedPence()).isEqualTo(Pence.of(70));
        assertThat(expired.effectiveOn()).isEqualTo(LAST_DAY.plusDays(1));
        assertThat(commitment.remaining()).isEqualTo(Pence.ZERO);
    }

    @Test
    void neverExpiresWithoutALastDay() {
        var commitment = in(CommitmentState.OPEN);
        commitment.expiresOn = null;

        assertThatThrownBy(commitment::expire).isInstanceOf(IllegalStateException.class);
        assertThat(commitment.remaining()).isEqualTo(Pence.of(100));
    }

    @Test
    void isWithdrawnOnlyByWhoAsked() {
        var commitment = in(CommitmentState.PENDING_APPROVAL);

        assertThatThrownBy(() -> commitment.withdraw("00W", "Not needed", MAY))
                .isInstanceOf(CommitmentRefusal.AskedByAnother.class)
                .hasMessage(
                        "E08000003 asked for MCR-BCF-2014-15-L06-C1; only who asked withdraws it,"
                                + " not 00W");
        assertThat(commitment.state).isEqualTo(CommitmentState.PENDING_APPROVAL);
    }

    private static Command waiting(Consumer<Commitment> ask, CommitmentState to) {
        return new Command(ask, WAITING, to, CommitmentRefusal.NotWaiting.class);
    }

    private static Command holding(Consumer<Commitment> ask, CommitmentState to) {
        return new Command(ask, HOLDING, to, CommitmentRefusal.NotOpen.class);
    }

    private static void vary(Commitment commitment, long pence) {
        commitment.vary(
                Pence.of(pence),
                Owner.ofAmount(Pence.of(pence), commitment.owners),
                authority(),
                MAY);
    }

    /// A commitment of 100 that came to this state.
    static Commitment in(CommitmentState state) {
        var commitment = new Commitment();
        commitment.id = Ids.next();
        commitment.reference = "MCR-BCF-2014-15-L06-C1";
        commitment.fundId = Ids.next();
        commitment.lineId = Ids.next();
        commitment.locality = Locality.MANCHESTER;
        commitment.amountPence = Pence.of(100);
        commitment.provider = "RW3";
        commitment.purpose = "Central Manchester pre-alliance";
        commitment.decisionFunction = "bcf-investment-wave-one";
        commitment.basis = Basis.ALIGNED;
        commitment.owners = List.of(new Owner("00W", Pence.of(100)));
        commitment.requestedBy = COUNCIL;
        commitment.effectiveOn = MAY;
        commitment.expiresOn = LAST_DAY;
        commitment.provenance = Provenance.illustrative();
        commitment.contentHash = commitment.asked().hashOfContent();
        if (state == CommitmentState.PART_DISCHARGED || state == CommitmentState.DISCHARGED) {
            commitment.dischargedPence = Pence.of(40);
        }
        if (!HOLDING.contains(state) && !WAITING.contains(state)) {
            commitment.releasedPence = Pence.of(100).minus(commitment.dischargedPence);
        }
        commitment.state = state;
        return commitment;
    }

    /// Pays out of what it holds from its first day on.
    static CommitmentDischarged pay(
            Commitment commitment, Pence amount, boolean last, LocalDate on) {
        var held =
                HeldByDay.of(new TreeMap<>(Map.of(commitment.effectiveOn, commitment.remaining())));
        return commitment.discharge(amount, last, Ids.next(), on, held);
    }

    private static Authority authority() {
        return Authority.decision(Ids.next());
    }
}
