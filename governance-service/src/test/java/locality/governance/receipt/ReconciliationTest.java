package locality.governance.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.governance.delegation.LimitKind;
import locality.governance.receipt.End.Difference;
import locality.governance.receipt.End.Party;
import locality.governance.receipt.Reconciliation.Pair;
import locality.governance.receipt.Reconciliation.Status;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oldham, 2022: "giving and receiving" delegations between Greater Manchester's system and the
/// locality.
class ReconciliationTest {

    private static final LocalDate APRIL = LocalDate.of(2022, 4, 1);
    private static final LocalDate MAY = APRIL.plusMonths(1);
    private static final Party GM = party("GM-BOARD", "QOP", "GREATER_MANCHESTER");
    private static final Party OLDHAM = party("OLD-BOARD", "QOP", "LOCALITY");
    private static final Party COUNCIL = party("OLD-CABINET", "E08000004", "LOCALITY");
    private static final Party NEIGHBOUR = party("OLD-PANEL", "E08000004", "LOCALITY");

    @Test
    @Tag("G15")
    void twoEndsThatSayTheSameMatch() {
        var given = given("G1", GM, OLDHAM);

        assertThat(one(List.of(given), List.of(received("R1", given))))
                .returns(Status.MATCHED, Pair::status)
                .returns(List.of(), Pair::differences);
    }

    @Test
    @Tag("G15")
    void whatTheTwoSayOtherwiseIsNamedWithBothValues() {
        var given = given("G1", GM, OLDHAM);
        var received =
                new End(
                        "R1",
                        given.delegation(),
                        GM,
                        OLDHAM,
                        Set.of("commissioning", "estates"),
                        null,
                        LimitKind.ANNUAL,
                        Locality.GREATER_MANCHESTER,
                        MAY,
                        null);

        assertThat(one(List.of(given), List.of(received)).differences())
                .containsExactly(
                        new Difference("functions", "commissioning", "commissioning;estates"),
                        new Difference("limitPence", "100", null),
                        new Difference("limitKind", "PER_DECISION", "ANNUAL"),
                        new Difference("place", "E08000004", "E47000001"),
                        new Difference("effectiveOn", "2022-04-01", "2022-05-01"),
                        new Difference("expiresOn", "2023-03-31", null));
    }

    @Test
    @Tag("G15")
    void whatOnlyOneEndSaysIsToldOfThatEnd() {
        var given = given("G1", GM, OLDHAM);

        assertThat(one(List.of(given), List.of()).status()).isEqualTo(Status.ONLY_GIVEN);
        assertThat(one(List.of(), List.of(unnamed(given))).status())
                .isEqualTo(Status.ONLY_RECEIVED);
        assertThat(one(List.of(), List.of(received("R1", given))).status())
                .isEqualTo(Status.ONLY_RECEIVED);
    }

    @Test
    @Tag("G15")
    void aReceiptThatNamesNoDelegationIsOfOneBetweenTheSameTwo() {
        var given = given("G1", GM, OLDHAM);

        assertThat(one(List.of(given), List.of(unnamed(given))).status()).isEqualTo(Status.MATCHED);
        assertThat(pairs(List.of(given), List.of(unnamed(given), unnamed(given))))
                .extracting(Pair::status)
                .containsExactly(Status.MATCHED, Status.ONLY_RECEIVED);
    }

    @ParameterizedTest
    @Tag("G15")
    @CsvSource({"2022-03-31, 0", "2022-04-01, 1", "2023-03-31, 1", "2023-04-01, 0"})
    void itIsLookedAtOnTheDaysEitherEndHolds(LocalDate on, int expected) {
        var given = given("G1", GM, OLDHAM);

        assertThat(Reconciliation.of(List.of(given), List.of(received("R1", given)), on))
                .hasSize(expected);
        assertThat(Reconciliation.of(List.of(given), List.of(), on)).hasSize(expected);
    }

    @Test
    @Tag("G15")
    void anEndThatIsOverForTheGiverAndNotForTheReceiverDiffers() {
        var given = given("G1", GM, OLDHAM);
        var lasting = lasting(received("R1", given), null);

        var pairs = Reconciliation.of(List.of(given), List.of(lasting), LocalDate.of(2024, 1, 1));

        assertThat(pairs)
                .singleElement()
                .extracting(Pair::differences)
                .isEqualTo(List.of(new Difference("expiresOn", "2023-03-31", null)));
    }

    @Test
    @Tag("G15")
    void onlyWhatCrossesOrganisationsOrLevelsIsLookedAt() {
        assertThat(given("G1", GM, OLDHAM).crosses()).as("levels differ").isTrue();
        assertThat(given("G2", OLDHAM, COUNCIL).crosses()).as("organisations differ").isTrue();
        assertThat(given("G3", COUNCIL, NEIGHBOUR).crosses()).isFalse();
        assertThat(pairs(List.of(given("G3", COUNCIL, NEIGHBOUR)), List.of())).isEmpty();
    }

    @Test
    void aBodyAndItsOrganisationAreTheSameParty() {
        var organisation = new Party("E08000004", null, "E08000004", null);

        assertThat(COUNCIL.agreesWith(organisation)).isTrue();
        assertThat(organisation.agreesWith(COUNCIL)).isTrue();
        assertThat(COUNCIL.agreesWith(NEIGHBOUR)).isFalse();
        assertThat(new Party("B", UUID.randomUUID(), null, null).agreesWith(organisation))
                .isFalse();
    }

    @Property(tries = 500)
    void everyEndThatHoldsStandsInTheAnswerAndNoReceiptTwice(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 9999) Integer> givenSeeds,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 9999) Integer> receivedSeeds,
            @ForAll @IntRange(min = 0, max = 800) int day) {
        var on = APRIL.plusDays(day);
        var given = new ArrayList<End>();
        givenSeeds.forEach(seed -> given.add(drawn("G" + given.size(), seed, null)));
        var received = new ArrayList<End>();
        for (var seed : receivedSeeds) {
            int names = seed % 7;
            var named = names < given.size() ? given.get(names).delegation() : null;
            received.add(drawn("R" + received.size(), seed, named));
        }

        var pairs = Reconciliation.of(given, received, on);

        var givers = pairs.stream().map(Pair::given).filter(Objects::nonNull).toList();
        var receivers = pairs.stream().map(Pair::received).filter(Objects::nonNull).toList();
        assertThat(receivers).doesNotHaveDuplicates();
        assertThat(receivers)
                .containsAll(received.stream().filter(end -> end.inForceOn(on)).toList());
        assertThat(givers)
                .containsAll(
                        given.stream().filter(end -> end.inForceOn(on) && end.crosses()).toList());
        assertThat(pairs).allMatch(pair -> pair.given() != null || pair.received() != null);
    }

    private static End drawn(String reference, int seed, @Nullable UUID names) {
        var parties = List.of(GM, OLDHAM, COUNCIL, NEIGHBOUR);
        return new End(
                reference,
                reference.startsWith("G") ? UUID.randomUUID() : names,
                parties.get(seed % 4),
                parties.get(seed / 4 % 4),
                Set.of(seed / 16 % 2 == 0 ? "commissioning" : "estates"),
                null,
                LimitKind.PER_DECISION,
                Locality.OLDHAM,
                APRIL,
                seed % 3 == 0 ? null : APRIL.plusDays(seed % 700));
    }

    private static Pair one(List<End> given, List<End> received) {
        var pairs = pairs(given, received);
        assertThat(pairs).hasSize(1);
        return pairs.getFirst();
    }

    private static List<Pair> pairs(List<End> given, List<End> received) {
        return Reconciliation.of(given, received, MAY);
    }

    private static End given(String reference, Party from, Party to) {
        return new End(
                reference,
                UUID.randomUUID(),
                from,
                to,
                Set.of("commissioning"),
                Pence.of(100),
                LimitKind.PER_DECISION,
                Locality.OLDHAM,
                APRIL,
                APRIL.plusYears(1).minusDays(1));
    }

    private static End received(String reference, End given) {
        return with(reference, given.delegation(), given, given.lastDay());
    }

    private static End unnamed(End given) {
        return with("R" + UUID.randomUUID(), null, given, given.lastDay());
    }

    private static End lasting(End received, @Nullable LocalDate lastDay) {
        return with(received.reference(), received.delegation(), received, lastDay);
    }

    private static End with(
            String reference, @Nullable UUID names, End end, @Nullable LocalDate lastDay) {
        return new End(
                reference,
                names,
                end.from(),
                end.to(),
                end.functions(),
                end.limit(),
                end.limitKind(),
                end.place(),
                end.effectiveOn(),
                lastDay);
    }

    private static Party party(String name, String organisation, String level) {
        return new Party(name, UUID.randomUUID(), organisation, level);
    }
}
