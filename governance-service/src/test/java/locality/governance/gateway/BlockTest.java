package locality.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final LocalDate APRIL_2017 = LocalDate.of(2017, 4, 1);
    private static final LocalDate MARCH_2020 = LocalDate.of(2020, 3, 31);

    @Test
    @Tag("G32")
    void gatewaysAreDescribedInBlocksOfSixMonthsUpToApril2020() {
        var blocks = Block.series(1, APRIL_2017, MARCH_2020, Block.MONTHS);

        assertThat(blocks).hasSize(6);
        assertThat(blocks.get(1))
                .isEqualTo(
                        new Block(
                                2,
                                LocalDate.of(2017, 10, 1),
                                LocalDate.of(2018, 3, 31),
                                "6 months from 2017-10-01 end on 2018-03-31"));
        assertThat(blocks.get(2).endsOn()).isEqualTo("2018-09-30");
        assertThat(blocks.getLast().endsOn()).isEqualTo(MARCH_2020);
    }

    @Property
    void aSeriesHasNeitherOverlapNorHole(
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = 1, max = 60) int months,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        var last = first.plusMonths((long) months * count).minusDays(1);

        var blocks = Block.series(3, first, last, months);

        assertThat(blocks).hasSize(count);
        assertThat(blocks.getFirst().beginsOn()).isEqualTo(first);
        assertThat(blocks.getLast().endsOn()).isEqualTo(last);
        for (int i = 0; i < count; i++) {
            assertThat(blocks.get(i).number()).isEqualTo(3 + i);
            assertThat(blocks.get(i).endsOn()).isAfterOrEqualTo(blocks.get(i).beginsOn());
            if (i > 0) {
                assertThat(blocks.get(i).beginsOn())
                        .isEqualTo(blocks.get(i - 1).endsOn().plusDays(1));
            }
        }
    }

    @Property
    void whateverIsPlacedInASequenceStaysWithoutOverlapOrHole(
            @ForAll("days") LocalDate first, @ForAll("placings") List<Integer> placings) {
        var sequence = new Sequence("C", List.of());
        var placed = new TreeMap<Integer, Block>();
        for (int placing : placings) {
            int number = 5 + placing / 3;
            var begins = first.plusMonths(6L * (placing / 3)).plusDays(placing % 3 - 1);
            var block = Block.ofMonths(number, begins, Block.MONTHS);
            try {
                sequence.place(block, "C-" + number);
                placed.put(number, block);
            } catch (BlockRefusal no) {
                assertThat(no.code())
                        .isIn(
                                "GATEWAY_NUMBER_TAKEN",
                                "GATEWAY_OUT_OF_SEQUENCE",
                                "BLOCKS_NOT_ADJACENT");
            }
        }

        var blocks = List.copyOf(placed.values());
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(blocks.get(i).number()).isEqualTo(blocks.get(i - 1).number() + 1);
            assertThat(blocks.get(i).beginsOn()).isEqualTo(blocks.get(i - 1).endsOn().plusDays(1));
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2000, 1, 1), LocalDate.of(2040, 12, 31));
    }

    @Provide
    Arbitrary<List<Integer>> placings() {
        return Arbitraries.integers().between(-6, 12).list().ofMaxSize(12);
    }

    @Test
    void aSeriesEndsWithABlock() {
        var refused =
                catchThrowableOfType(
                        BlockRefusal.EndsWithinABlock.class,
                        () -> Block.series(1, APRIL_2017, LocalDate.of(2020, 4, 30), 6));

        assertThat(refused.code()).isEqualTo("SERIES_ENDS_WITHIN_A_BLOCK");
        assertThat(refused.operands())
                .containsEntry("endsOnBefore", MARCH_2020)
                .containsEntry("endsOnAfter", LocalDate.of(2020, 9, 30));
        assertThatThrownBy(() -> Block.series(1, APRIL_2017, LocalDate.of(2999, 1, 1), 1))
                .isInstanceOfSatisfying(
                        BlockRefusal.TooManyBlocks.class,
                        no -> assertThat(no.operands()).containsEntry("most", 100));
    }

    /// The launch day is illustrative: the plan states only the 18 weeks.
    @Test
    @Tag("G35")
    void aTransactionEndsEighteenWeeksAfterItsLaunch() {
        var launch = LocalDate.of(2016, 6, 6);
        var gateway =
                Gateway.planned(
                        UUID.randomUUID(),
                        "MMHSCT-GW-2",
                        "MMHSCT",
                        Block.ofWeeks(2, launch, 18),
                        Locality.MANCHESTER,
                        launch,
                        Provenance.illustrative());

        assertThat(gateway.endsOn).isEqualTo("2016-10-10");
        assertThat(gateway.endProvenance())
                .isEqualTo(Provenance.derived("launch on 2016-06-06 + 18 weeks = 2016-10-10"));
    }

    @Test
    void aBlockThatIsStatedHasItsSourceAndDoesNotEndBeforeItBegins() {
        var block = Block.stated(2, APRIL_2017, MARCH_2020);

        assertThat(block.formula()).isNull();
        assertThatThrownBy(() -> Block.stated(2, MARCH_2020, APRIL_2017))
                .isInstanceOfSatisfying(
                        BlockRefusal.EndsBeforeItBegins.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("beginsOn", MARCH_2020)
                                        .containsEntry("endsOn", APRIL_2017));
    }

    @Test
    void gatewaysOfAContractFollowOneAnother() {
        var sequence = new Sequence("C", List.of());
        sequence.place(Block.ofMonths(2, LocalDate.of(2017, 10, 1), 6), "C-2");
        assertThat(sequence.next()).isEqualTo(3);

        assertThatThrownBy(
                        () -> sequence.place(Block.ofMonths(2, LocalDate.of(2018, 4, 1), 6), "X"))
                .isInstanceOfSatisfying(
                        BlockRefusal.NumberTaken.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("number", 2)
                                        .containsEntry("gateway", "C-2"));
        assertThatThrownBy(
                        () -> sequence.place(Block.ofMonths(5, LocalDate.of(2019, 4, 1), 6), "X"))
                .isInstanceOfSatisfying(
                        BlockRefusal.OutOfSequence.class,
                        no -> assertThat(no.operands()).containsEntry("first", 2));
        assertThatThrownBy(
                        () -> sequence.place(Block.ofMonths(3, LocalDate.of(2018, 4, 2), 6), "X"))
                .isInstanceOfSatisfying(
                        BlockRefusal.NotAdjacent.class,
                        no ->
                                assertThat(no.operands())
                                        .containsEntry("endsOn", LocalDate.of(2018, 3, 31))
                                        .containsEntry("nextBeginsOn", LocalDate.of(2018, 4, 2)));
        sequence.place(Block.ofMonths(1, LocalDate.of(2017, 4, 1), 6), "C-1");
    }
}
