package locality.governance.recorder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import locality.platform.http.Csv;
import locality.platform.refusal.NotFound;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// A sheet of books, kept in memory: what happens to rows, whatever they are of.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SheetOfRecordTest {

    @Inject SheetOfRecord sheet;

    private final Shelf shelf = new Shelf();

    @Test
    void addsWhatIsNewAndChangesWhatIsOnRecord() {
        var taken = take("B1,3,Emma", "B2,1,Persuasion", ",,Sanditon");

        assertThat(taken).isEqualTo(new SheetOfRecord.Taken(1, 1, 1, false));
        assertThat(shelf.did).containsExactly("B1 becomes Emma", "new Sanditon");
    }

    @Test
    void everyRowAtFaultIsNamedByItsLineAndTheRowsAfterItAreLookedAt() {
        var refused =
                refused(
                        "B9,1,Nowhere on record",
                        "B1,3,refused",
                        "LENT,1,Another's",
                        ",,by nobody",
                        ",,Sanditon");

        assertThat(refused)
                .containsExactly(
                        "2 NOT_FOUND There is no row B9",
                        "3 NOT_FOUND There is no reader refused",
                        "4 NOT_FOUND There is no book LENT",
                        "5 NOT_FOUND There is no author by nobody");
        assertThat(shelf.did).containsExactly("new Sanditon");
    }

    @Test
    void whatIsNamedTwiceIsRefusedWithBothLines() {
        var refused =
                refused("B2,1,Persuasion", "B1,3,Emma", "id-of-B1,3,Evelina", "B2,1,Lady Susan");

        assertThat(refused)
                .containsExactly(
                        "4 ROW_NAMED_TWICE Line 3 and line 4 both name B1",
                        "5 ROW_NAMED_TWICE Line 2 and line 5 both name B2");
        assertThat(refused("id-of-B1,3,Emma", "B1,3,Evelina"))
                .containsExactly("3 ROW_NAMED_TWICE Line 2 and line 3 both name id-of-B1");
        assertThat(refused("NEW-1,,Emma", "NEW-1,,Evelina"))
                .containsExactly("3 ROW_NAMED_TWICE Line 2 and line 3 both name NEW-1");
    }

    @Test
    void staleRowsAreToldBeforeRowsThatARuleRefuses() {
        var stale =
                catchThrowableOfType(
                        SheetRefusal.StaleRows.class,
                        () -> take("B9,1,Nowhere", "B2,0,Persuasion", "B1,,Emma"));

        assertThat(stale.operands())
                .containsEntry(
                        "rows",
                        List.of(
                                new SheetRefusal.StaleRows.Stale(3, "B2", 0L, 1),
                                new SheetRefusal.StaleRows.Stale(4, "B1", null, 3)));
        assertThat(shelf.did).isEmpty();
    }

    @Test
    void rowsAreLookedUpInTheOrderOfWhatTheyName() {
        take("B2,1,Persuasion", "B1,3,Emma");

        assertThat(shelf.lookedUp).containsExactly("B1", "B2");
    }

    private SheetOfRecord.Taken take(String... rows) {
        var csv = "reference,version,title\n" + String.join("\n", rows) + "\n";
        return sheet.take(
                Csv.read(csv, List.of("title"), List.of("reference", "version"))
                        .map(cells -> new Row(SheetOfRecord.Key.of(cells), cells.text("title"))),
                shelf,
                false);
    }

    private List<String> refused(String... rows) {
        var refused = catchThrowableOfType(SheetRefusal.RowsRefused.class, () -> take(rows));
        var operand = (List<?>) requireNonNull(refused.operands().get("rows"));
        return operand.stream()
                .map(SheetRefusal.RowsRefused.Row.class::cast)
                .map(row -> "%d %s %s".formatted(row.line(), row.code(), row.detail()))
                .toList();
    }

    private record Row(SheetOfRecord.Key key, String title) {}

    private record Book(String reference, long version, String title) {}

    private static final class Shelf implements SheetOfRecord.Keeper<Row, Book> {

        private final Map<String, Book> books =
                new TreeMap<>(
                        Map.of(
                                "B1", new Book("B1", 3, "Emma Watson"),
                                "B2", new Book("B2", 1, "Persuasion")));
        private final List<String> did = new ArrayList<>();
        private final List<String> lookedUp = new ArrayList<>();

        @Override
        public SheetOfRecord.Key keyOf(Row row) {
            return row.key;
        }

        @Override
        public Optional<Book> lookUp(String reference) {
            lookedUp.add(reference);
            if (reference.equals("LENT")) {
                throw new NotFound("book", reference);
            }
            return Optional.ofNullable(books.get(reference.replace("id-of-", "")));
        }

        @Override
        public long versionOf(Book book) {
            return book.version;
        }

        @Override
        public void add(Row row) {
            if (row.title.startsWith("by")) {
                throw new NotFound("author", row.title);
            }
            did.add("new " + row.title);
        }

        @Override
        public boolean change(Book book, Row row) {
            if (row.title.equals("refused")) {
                throw new NotFound("reader", row.title);
            }
            if (row.title.equals(book.title)) {
                return false;
            }
            did.add("%s becomes %s".formatted(book.reference, row.title));
            return true;
        }
    }
}
