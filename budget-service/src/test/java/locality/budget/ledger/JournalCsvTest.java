package locality.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.refusal.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCsvTest {

    private static final String HEADER = String.join(",", JournalCsv.COLUMNS) + "\n";

    @TempDir private Path folder;

    @Test
    void takesTheRowsOfOneKeyThatFollowEachOtherForOneEntry() throws IOException {
        var entries = entries(csv(row("A") + row("A") + row("B") + row("A")));

        assertThat(entries).extracting(NewEntry::key).containsExactly("A", "B", "A");
        assertThat(entries.getFirst().postings()).hasSize(2);
    }

    @Test
    void aKeySaidAgainRightAfterItsRowsBalancedIsAtFaultAndNamesBothLines() {
        var invoice = "A,2014-06-30,Fee,SPEND,L1,,,100\nA,2014-06-30,Fee,HOST_CASH,,,,-100\n";
        var another = "A,2014-06-30,Fee,SPEND,L2,,,50\nA,2014-06-30,Fee,HOST_CASH,,,,-50\n";

        for (var second : List.of(invoice, another, invoice.replace("Fee,HOST", ",HOST"))) {
            assertThatThrownBy(() -> csv(invoice + second + row("B")).mentioned())
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            refused ->
                                    assertThat(refused.operands())
                                            .extractingByKey("errors")
                                            .isEqualTo(List.of(saidAgain(4, 2, 3))));
        }
    }

    @Test
    void namesEveryRowThatBeginsAWholeEntryAgain() {
        var fee = "A,2014-06-30,Fee,SPEND,L1,,,100\nA,,,HOST_CASH,,,,-100\n";

        assertThatThrownBy(() -> csv(fee + "\n" + fee + fee).mentioned())
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands())
                                        .extractingByKey("errors")
                                        .isEqualTo(
                                                List.of(saidAgain(5, 2, 3), saidAgain(7, 5, 6))));
    }

    @Test
    void takesABlockElsewhereInTheFileForTheSameEntryAgain() throws IOException {
        var block = "A,2014-06-30,Fee,SPEND,L1,,,100\nA,,,HOST_CASH,,,,-100\n";

        var entries = entries(csv(block + row("B") + block));

        assertThat(entries).extracting(NewEntry::key).containsExactly("A", "B", "A");
        assertThat(entries.getFirst()).isEqualTo(entries.getLast());
    }

    @Test
    void goesOnWithAnEntryUntilItBalancesAndWhileNothingIsSaidAnew() throws IOException {
        var headOnce = "A,2014-06-30,Fee,SPEND,L1,,,100\nA,,,HOST_CASH,,,,-100\n";
        var dateAlone = "A,2014-06-30,,SPEND,L2,,,7\nA,,,HOST_CASH,,,,-7\n";
        var headEverywhere =
                """
                B,2014-06-30,Fee,SPEND,L1,,,60
                B,2014-06-30,Fee,SPEND,L2,,,40
                B,2014-06-30,Fee,HOST_CASH,,,,-100
                """;

        var entries = entries(csv(headOnce + dateAlone + headEverywhere));

        assertThat(entries).extracting(NewEntry::key).containsExactly("A", "B");
        assertThat(entries).extracting(entry -> entry.postings().size()).containsExactly(4, 3);
    }

    @Test
    void aRowThatSaysAnotherThingOfAWholeEntryIsAtFault() {
        var rows =
                "A,2014-06-30,Fee,SPEND,L1,,,100\nA,,,HOST_CASH,,,,-100\n"
                        + "A,2014-06-30,Other,SPEND,L1,,,100\nA,,,HOST_CASH,,,,-100\n";

        assertThatThrownBy(() -> csv(rows).mentioned())
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands())
                                        .extractingByKey("errors")
                                        .isEqualTo(
                                                List.of(
                                                        new Malformed.Fault(
                                                                "line 4, description",
                                                                "is not what line 2 says of the"
                                                                        + " same entry"))));
    }

    @Test
    void namesWhatItsEntriesName() throws IOException {
        var mentioned = csv(row("A") + row("A") + row("B")).mentioned();

        assertThat(mentioned.keys()).containsExactlyInAnyOrder("A", "B");
        assertThat(mentioned.lines()).isEmpty();
        assertThat(mentioned.drawsOnASource()).isFalse();
    }

    @Test
    void handsOverEveryEntryOnceInSlices() throws IOException {
        var slices = new ArrayList<List<NewEntry>>();

        csv(rows(4_001)).judge(slice -> judged(slice, slices));

        assertThat(slices).extracting(List::size).containsExactly(4_000, 1);
        assertThat(slices.getLast().getFirst().key()).isEqualTo("K4001");
    }

    @Test
    void takesNoMoreEntriesThanOneTransactionHasRoomFor() {
        assertThatThrownBy(() -> csv(rows(JournalCsv.MOST_ENTRIES + 1)).mentioned())
                .isInstanceOf(Malformed.class)
                .hasMessage(
                        "A file has at most 100,000 entries, this one has 100,001; send it in"
                                + " parts");
    }

    @Test
    void refusesEveryRowOfAnEntryBeyondTheMostPostings() {
        var rows = row("A").repeat(Entry.MOST_POSTINGS + 2);

        assertThatThrownBy(() -> csv(rows).mentioned())
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands().get("errors"))
                                        .asInstanceOf(
                                                org.assertj.core.api.InstanceOfAssertFactories.LIST)
                                        .containsExactly(
                                                new Malformed.Fault(
                                                        "line 202, key",
                                                        "an entry has at most 200 rows"),
                                                new Malformed.Fault(
                                                        "line 203, key",
                                                        "an entry has at most 200 rows")));
    }

    private static Malformed.Fault saidAgain(int line, int from, int to) {
        return new Malformed.Fault(
                "line %d, key".formatted(line),
                ("is that of lines %d to %d, which balance: leave the row out if it says the same"
                                + " entry again, or its date and description if it is more of that"
                                + " entry")
                        .formatted(from, to));
    }

    private static List<NewEntry> entries(JournalCsv csv) {
        var slices = new ArrayList<List<NewEntry>>();
        csv.judge(slice -> judged(slice, slices));
        return slices.stream().flatMap(List::stream).toList();
    }

    private static List<Verdict> judged(List<NewEntry> slice, List<List<NewEntry>> slices) {
        slices.add(slice);
        return List.of();
    }

    private JournalCsv csv(String rows) throws IOException {
        return new JournalCsv(Files.writeString(folder.resolve("journal.csv"), HEADER + rows));
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> row("K" + i))
                .collect(Collectors.joining());
    }

    private static String row(String key) {
        return key + ",2014-06-30,Fee,HOST_CASH,,,,1\n";
    }
}
