package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import locality.budget.authority.Authority;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Another amount of a commitment of 100, of which 40 are paid where it is part discharged.
@Tag("B17")
class VariationTest {

    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final String COUNCIL = "E08000003";

    @Test
    void asksForTheWholeOfTheNewAmountAndWhoseItIs() {
        var commitment = CommitmentLifeTest.in(CommitmentState.OPEN);
        commitment.owners = List.of(new Owner("00W", Pence.of(75)), new Owner("01M", Pence.of(25)));
        var variation = of(commitment, 201);

        var asked = variation.requestApproval(commitment, Ids.next(), MAY.plusDays(28));

        assertThat(asked.fromPence()).isEqualTo(Pence.of(100));
        assertThat(asked.amountPence()).isEqualTo(Pence.of(201));
        assertThat(asked.owners())
                .extracting(owner -> owner.sharePence().value())
                .containsExactly(151L, 50L);
        assertThat(asked.contentHash()).isEqualTo(commitment.asked().hashOfContent(Pence.of(201)));
        assertThat(asked.contentHash()).isNotEqualTo(commitment.contentHash);
        assertThat(variation.awaited(commitment).amount()).isEqualTo(Pence.of(201));
        assertThat(commitment.amountPence).isEqualTo(Pence.of(100));
    }

    @Test
    void isOfAnotherAmountOfMoreThanNothingInItsTerm() {
        var commitment = CommitmentLifeTest.in(CommitmentState.PART_DISCHARGED);

        assertThatThrownBy(() -> of(commitment, 100))
                .isInstanceOf(CommitmentRefusal.VariesNothing.class)
                .hasMessage("MCR-BCF-2014-15-L06-C1 is of 100 already");
        assertThatThrownBy(() -> of(commitment, 39))
                .isInstanceOf(CommitmentRefusal.LessThanPaid.class);
        assertThatThrownBy(() -> of(commitment, 0))
                .isInstanceOf(CommitmentRefusal.NotPositive.class);
        assertThatThrownBy(
                        () ->
                                Variation.of(
                                        commitment,
                                        1,
                                        Pence.of(50),
                                        "Less",
                                        COUNCIL,
                                        MAY.minusDays(1)))
                .isInstanceOf(CommitmentRefusal.OutsideItsTerm.class);
    }

    @Test
    void endsOnce() {
        for (var state : VariationState.values()) {
            ends().forEach((name, end) -> endsOnlyWhileItWaits(state, name, end));
        }
    }

    private static Map<String, BiConsumer<Variation, Commitment>> ends() {
        var all = new LinkedHashMap<String, BiConsumer<Variation, Commitment>>();
        all.put("REJECTED", (variation, commitment) -> variation.reject(commitment, lost()));
        all.put("LAPSED", (variation, commitment) -> variation.lapse(commitment, MAY));
        all.put(
                "WITHDRAWN",
                (variation, commitment) ->
                        variation.withdraw(commitment, COUNCIL, "Not needed", MAY));
        return all;
    }

    private static void endsOnlyWhileItWaits(
            VariationState state, String name, BiConsumer<Variation, Commitment> end) {
        var commitment = CommitmentLifeTest.in(CommitmentState.OPEN);
        var variation = waiting(commitment);
        variation.state = state;

        var refused = catchThrowable(() -> end.accept(variation, commitment));

        if (state == VariationState.PENDING_APPROVAL) {
            assertThat(refused).isNull();
            assertThat(variation.state).hasToString(name);
            assertThat(variation.endedBecause).isNotBlank();
        } else {
            assertThat(refused).isInstanceOf(CommitmentRefusal.NotWaiting.class);
            assertThat(variation.state).isEqualTo(state);
        }
        assertThat(commitment.amountPence).isEqualTo(Pence.of(100));
    }

    @Test
    void isWithdrawnOnlyByWhoAskedForIt() {
        var commitment = CommitmentLifeTest.in(CommitmentState.OPEN);
        var variation = waiting(commitment);

        assertThatThrownBy(() -> variation.withdraw(commitment, "00W", "Not needed", MAY))
                .isInstanceOf(CommitmentRefusal.AskedByAnother.class);
        assertThat(variation.state).isEqualTo(VariationState.PENDING_APPROVAL);
    }

    @Test
    void isMadeUnderTheAuthorityThatCoversIt() {
        var commitment = CommitmentLifeTest.in(CommitmentState.OPEN);
        var variation = waiting(commitment);
        var decision = Authority.decision(Ids.next());

        var varied = variation.make(commitment, decision, MAY.plusDays(14));

        assertThat(varied.fromPence()).isEqualTo(Pence.of(100));
        assertThat(varied.amountPence()).isEqualTo(Pence.of(150));
        assertThat(varied.decisionId()).isEqualTo(decision.id());
        assertThat(varied.effectiveOn()).isEqualTo(MAY.plusDays(14));
        assertThat(varied.owners()).isEqualTo(Owner.told(variation.owners));
        assertThat(variation.state).isEqualTo(VariationState.MADE);
        assertThat(variation.decisionId).isEqualTo(decision.id());
    }

    @Property
    void sharesOfTheOwnersSumToTheNewAmount(
            @ForAll @Size(min = 1, max = 8)
                    List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> shares,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long amount) {
        var owners =
                IntStream.range(0, shares.size())
                        .mapToObj(i -> new Owner("O" + i, Pence.of(shares.get(i))))
                        .toList();

        var varied = Owner.ofAmount(Pence.of(amount), owners);

        assertThat(Owner.requireShares(Pence.of(amount), varied)).isEqualTo(varied);
    }

    private static Variation of(Commitment commitment, long pence) {
        return Variation.of(commitment, 1, Pence.of(pence), "A second ward joins", COUNCIL, MAY);
    }

    private static Variation waiting(Commitment commitment) {
        var variation = of(commitment, 150);
        variation.requestApproval(commitment, Ids.next(), MAY.plusDays(28));
        return variation;
    }

    private static DecisionTaken lost() {
        return new DecisionTaken(
                Ids.next(),
                "CMCCG-GB-2014-05-28-2",
                "Pre-alliance",
                Ids.next(),
                "Central Manchester CCG Governing Body",
                Ids.next(),
                "APPROVE",
                "LOST",
                "LOST",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Locality.MANCHESTER,
                MAY,
                Provenance.illustrative());
    }
}
