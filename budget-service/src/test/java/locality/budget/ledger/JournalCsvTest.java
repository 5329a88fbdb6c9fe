package locality.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.refusal.Malformed;
import org.junit.jupiter.api.Test;

class JournalCsvTest {

    private static final String HEADER = String.join(",", JournalCsv.COLUMNS) + "\n";

    @Test
    void takesTheRowsOfOneKeyThatFollowEachOtherForOneEntry() {
        var entries = JournalCsv.read(HEADER + row("A") + row("A") + row("B") + row("A")).entries();

        assertThat(entries).extracting(NewEntry::key).containsExactly("A", "B", "A");
        assertThat(entries.getFirst().postings()).hasSize(2);
    }

    @Test
    void takesNoMoreEntriesThanOneTransactionHasRoomFor() {
        var rows =
                IntStream.rangeClosed(0, JournalCsv.MOST_ENTRIES)
                        .mapToObj(i -> row("K" + i))
                        .collect(Collectors.joining());

        assertThatThrownBy(() -> JournalCsv.read(HEADER + rows))
                .isInstanceOf(Malformed.class)
                .hasMessage(
                        "A file has at most 100,000 entries, this one has 100,001; send it in"
                                + " parts");
    }

    private static String row(String key) {
        return key + ",2014-06-30,Fee,HOST_CASH,,,,1\n";
    }
}
