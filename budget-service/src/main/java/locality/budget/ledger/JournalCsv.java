package locality.budget.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Journal entries as a spreadsheet: one row a posting, and the rows of one key that follow each
/// other are one entry. What is said of the whole entry stands in its first row; the others repeat
/// it or leave it out. Once they balance, a row that says date and description again is at fault:
/// it may be the same entry sent twice or more of it, of twice as much, and nobody may guess.
final class JournalCsv {

    static final List<String> COLUMNS =
            List.of(
                    "key",
                    "effectiveDate",
                    "description",
                    "account",
                    "lineId",
                    "partner",
                    "source",
                    "amountPence");
    static final List<String> MORE =
            List.of(
                    "decisionId",
                    "sourceDocument",
                    "metadata",
                    "provenanceKind",
                    "provenanceDocument",
                    "provenanceSection",
                    "provenanceFormula");

    /// As many as one transaction and the heap of a service have room for.
    static final int MOST_ENTRIES = 100_000;

    private static final List<String> OF_THE_ENTRY =
            Stream.concat(Stream.of("effectiveDate", "description"), MORE.stream()).toList();

    /// An entry and the rows it stands in, one for each posting.
    record Rows(NewEntry entry, List<Csv.Row> at) {}

    /// Rows judged and stored together; an ordinary entry has two.
    private static final int ROWS_AT_ONCE = 4_000;

    private final Path file;

    JournalCsv(Path file) {
        this.file = file;
    }

    /// Judges entries, those at the front of the file first, and may store those it accepts.
    interface Judge {
        List<Verdict> judge(List<NewEntry> entries);
    }

    /// Reads the whole file and keeps what its entries name.
    ///
    /// @throws Malformed naming every cell at fault, or that there are too many entries
    Mentioned mentioned() {
        var mentioned = new Mentioned();
        var grouping =
                new Grouping(
                        (building, number) -> {
                            if (number <= MOST_ENTRIES && !building.first.isInAFaultyFile()) {
                                mentioned.add(building.done().entry());
                            }
                        });
        read(grouping).refuseFaults();
        if (grouping.count > MOST_ENTRIES) {
            throw new Malformed(
                    "A file has at most %,d entries, this one has %,d; send it in parts"
                            .formatted(MOST_ENTRIES, grouping.count));
        }
        return mentioned;
    }

    /// Reads the file again and has its entries judged in slices, of which it holds one. It comes
    /// after [#mentioned], by which every cell can be read.
    ///
    /// @throws Malformed if a rule refuses an entry: every one, by line and column
    void judge(Judge judge) {
        var slice = new Slice(judge);
        var csv = read(new Grouping((building, _) -> slice.add(building.done())));
        slice.judgeAll();
        csv.refuseFaults();
    }

    private Csv read(Grouping grouping) {
        var csv = Csv.forEach(file, COLUMNS, MORE, grouping::take);
        grouping.end();
        return csv;
    }

    static String template() {
        return Csv.write(Stream.concat(COLUMNS.stream(), MORE.stream()).toList(), List.of());
    }

    /// Entries that are read and not judged yet.
    private static final class Slice {
        private final Judge judge;
        private final List<Rows> entries = new ArrayList<>();
        private int rows;

        Slice(Judge judge) {
            this.judge = judge;
        }

        void add(Rows entry) {
            entries.add(entry);
            rows += entry.at().size();
            if (rows >= ROWS_AT_ONCE) {
                judgeAll();
            }
        }

        void judgeAll() {
            var verdicts = judge.judge(entries.stream().map(Rows::entry).toList());
            for (int i = 0; i < verdicts.size(); i++) {
                if (verdicts.get(i) instanceof Verdict.Refused refused) {
                    fault(entries.get(i), refused);
                }
            }
            entries.clear();
            rows = 0;
        }
    }

    /// Takes rows of one key that follow each other for one entry.
    private static final class Grouping {
        private final ObjIntConsumer<Building> whenRead;
        private @Nullable Building current;
        private int count;

        /// @param whenRead takes each entry with its place in the file, from 1
        Grouping(ObjIntConsumer<Building> whenRead) {
            this.whenRead = whenRead;
        }

        void take(Csv.Row row) {
            var key = row.required("key");
            if (current == null || !current.goesOnWith(key, row)) {
                if (current != null && current.key.equals(key)) {
                    current.refuseToBeginAgain(row);
                }
                end();
                current = new Building(key, row);
            }
            current.add(row);
        }

        void end() {
            if (current != null) {
                count++;
                whenRead.accept(current, count);
            }
        }
    }

    private static void fault(Rows rows, Verdict.Refused refused) {
        if (refused.refusal() instanceof Malformed malformed
                && malformed.operands().get("errors") instanceof List<?> faults) {
            faults.forEach(fault -> fault(rows, (Malformed.Fault) fault));
            return;
        }
        int place = refused.posting() == null ? 0 : refused.posting() - 1;
        rows.at()
                .get(place)
                .fault(
                        column(refused.refusal()),
                        refused.refusal().code() + ": " + refused.refusal().detail());
    }

    /// A field of JSON, as in `postings[1].partner`, is a cell of the row of that posting.
    private static void fault(Rows rows, Malformed.Fault fault) {
        var field = fault.where();
        int place = 0;
        if (field.startsWith("postings[")) {
            place = Integer.parseInt(field.substring(9, field.indexOf(']')));
            field = field.substring(field.indexOf(']') + 2);
        }
        rows.at().get(place).fault(field.replaceAll("[<\\[].*", ""), fault.message());
    }

    private static String column(Refusal refusal) {
        return switch (refusal.code()) {
            case "NOT_FOUND" -> "lineId";
            case "KEY_REUSED" -> "key";
            case "MEMORANDUM_IS_DERIVED", "NOT_BETWEEN_PARTNERS", "POSTING_INCOMPLETE" -> "account";
            case "WRONG_SOURCE", "RING_FENCED" -> "source";
            case "LIES_AHEAD", "BEFORE_THE_YEAR" -> "effectiveDate";
            case String code when code.startsWith("DECISION_") || code.equals("NO_AUTHORITY") ->
                    "decisionId";
            default -> "amountPence";
        };
    }

    /// An entry whose rows are still being read.
    private static final class Building {
        private final String key;
        private final Csv.Row first;
        private final List<Csv.Row> rows = new ArrayList<>();
        private final List<NewEntry.NewPosting> postings = new ArrayList<>();
        private @Nullable NewEntry head;
        private Pence difference = Pence.ZERO;

        Building(String key, Csv.Row first) {
            this.key = key;
            this.first = first;
        }

        boolean goesOnWith(String key, Csv.Row row) {
            var isWhole = postings.size() > 1 && difference.isZero();
            return this.key.equals(key) && !(isWhole && repeatsTheHead(row));
        }

        /// A row that says again what a whole entry is about is at fault.
        void refuseToBeginAgain(Csv.Row row) {
            row.fault(
                    "key",
                    ("is that of lines %d to %d, which balance: leave the row out if it says the"
                                    + " same entry again, or its date and description if it is more"
                                    + " of that entry")
                            .formatted(first.line(), rows.getLast().line()));
        }

        /// Whether a row says again what the entry is about.
        private boolean repeatsTheHead(Csv.Row row) {
            return Stream.of("effectiveDate", "description")
                    .allMatch(column -> row.text(column).equals(first.text(column)));
        }

        void add(Csv.Row row) {
            if (rows.size() == Entry.MOST_POSTINGS) {
                row.fault("key", "an entry has at most %d rows".formatted(Entry.MOST_POSTINGS));
                return;
            }
            rows.add(row);
            if (row == first) {
                head = head(key, row);
            } else {
                requireTheSame(row);
            }
            var posting = posting(row);
            postings.add(posting);
            difference = difference.plus(posting.amountPence());
        }

        private static NewEntry.NewPosting posting(Csv.Row row) {
            return new NewEntry.NewPosting(
                    row.oneOf("account", Account.class),
                    row.optional("lineId"),
                    row.optional("partner"),
                    row.optional("source"),
                    Pence.of(row.parsed("amountPence", Long::valueOf)));
        }

        Rows done() {
            return new Rows(Objects.requireNonNull(head).with(postings), List.copyOf(rows));
        }

        private static NewEntry head(String key, Csv.Row row) {
            return new NewEntry(
                    row.parsed("effectiveDate", LocalDate::parse),
                    row.required("description"),
                    row.optional("decisionId"),
                    List.of(),
                    provenance(row),
                    key,
                    row.optional("sourceDocument"),
                    metadata(row));
        }

        private void requireTheSame(Csv.Row row) {
            for (var column : OF_THE_ENTRY) {
                if (!row.text(column).isEmpty() && !row.text(column).equals(first.text(column))) {
                    row.fault(
                            column,
                            "is not what line %d says of the same entry".formatted(first.line()));
                }
            }
        }

        private static @Nullable Provenance provenance(Csv.Row row) {
            return row.optional(
                    "provenanceKind",
                    kind ->
                            new Provenance(
                                    Provenance.Kind.valueOf(kind),
                                    row.optional("provenanceDocument"),
                                    row.optional("provenanceSection"),
                                    row.optional("provenanceFormula")));
        }

        private static Map<String, String> metadata(Csv.Row row) {
            var metadata = new LinkedHashMap<String, String>();
            for (var pair : row.list("metadata")) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    row.fault("metadata", "\"%s\" is not a name=value".formatted(pair));
                } else {
                    metadata.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
            return metadata;
        }
    }
}
