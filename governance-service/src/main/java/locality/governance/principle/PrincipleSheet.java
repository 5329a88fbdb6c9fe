package locality.governance.principle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A register of principles as a spreadsheet: how one is worded and when it ends is changed there.
@ApplicationScoped
class PrincipleSheet implements SheetOfRecord.Keeper<PrincipleSheet.Row, Principle> {

    private static final List<String> REQUIRED = List.of("register", "text", "locality", "from");
    private static final List<String> OPTIONAL =
            List.of("reference", "version", "number", "endsOn", "decision", "document", "section");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "register",
                    "number",
                    "text",
                    "locality",
                    "from",
                    "endsOn",
                    "decision",
                    "document",
                    "section");

    private final Principles principles;
    private final RecordPrinciple recordPrinciple;
    private final SheetOfRecord sheet;
    private final Recorder recorder;
    private final EventLog eventLog;

    PrincipleSheet(
            Principles principles,
            RecordPrinciple recordPrinciple,
            SheetOfRecord sheet,
            Recorder recorder,
            EventLog eventLog) {
        this.principles = principles;
        this.recordPrinciple = recordPrinciple;
        this.sheet = sheet;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    record Row(
            SheetOfRecord.Key key,
            @Nullable Integer number,
            PrincipleText said,
            @Nullable String decision,
            @Nullable Provenance provenance,
            boolean saysEnd,
            boolean saysDecision,
            boolean saysSource) {}

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        return sheet.take(Csv.read(csv, REQUIRED, OPTIONAL).map(PrincipleSheet::row), this, dryRun);
    }

    static String write(List<Principle> principles) {
        return Csv.write(COLUMNS, principles.stream().map(PrincipleSheet::cells).toList());
    }

    @Override
    public SheetOfRecord.Key keyOf(Row row) {
        return row.key;
    }

    @Override
    public Optional<Principle> lookUp(String reference) {
        var found = principles.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "principle", reference));
        return found;
    }

    @Override
    public long versionOf(Principle principle) {
        return principle.version;
    }

    @Override
    public void add(Row row) {
        recordPrinciple.handle(
                new RecordPrinciple.ToRecord(
                        row.key.reference(), row.number, row.said, row.decision, row.provenance));
    }

    @Override
    public boolean change(Principle principle, Row row) {
        requireSame(principle, "register", row.said.register(), principle.register);
        requireSame(principle, "number", row.number, principle.number);
        requireSame(principle, "locality", row.said.locality(), principle.locality);
        requireSame(principle, "from", row.said.from(), principle.fromDay);
        requireSame(principle, "decision", row.decision, principle.decisionReference);
        if (row.saysDecision && row.decision == null && principle.decisionId != null) {
            throw new PrincipleRefusal.NotInASpreadsheet(
                    principle.reference, "decision", principle.decisionReference);
        }
        if (row.saysSource
                && SheetOfRecord.namesAnotherSource(row.provenance, principle.provenance)) {
            throw new PrincipleRefusal.NotInASpreadsheet(
                    principle.reference, "document", principle.provenance.document());
        }
        boolean reworded = !principle.text.equals(row.said.text());
        boolean ended = row.said.endsOn() != null && !row.said.endsOn().equals(principle.endsOn);
        if (row.saysEnd && row.said.endsOn() == null && principle.endsOn != null) {
            throw new PrincipleRefusal.NotInASpreadsheet(
                    principle.reference, "endsOn", principle.endsOn);
        }
        if (reworded) {
            principle.reword(row.said.text());
        }
        if (ended) {
            principle.end(Objects.requireNonNull(row.said.endsOn()));
        }
        if (reworded || ended) {
            principles.flush();
            eventLog.append(principle.told());
        }
        return reworded || ended;
    }

    private static void requireSame(
            Principle principle, String column, @Nullable Object told, @Nullable Object onRecord) {
        if (told != null && !told.equals(onRecord)) {
            throw new PrincipleRefusal.NotInASpreadsheet(principle.reference, column, onRecord);
        }
    }

    private static Row row(Csv.Row cells) {
        var document = cells.optional("document");
        var section = cells.optional("section");
        return new Row(
                SheetOfRecord.Key.of(cells),
                cells.optional("number", PrincipleSheet::number),
                new PrincipleText(
                        cells.parsed("register", Spelling.like(PrincipleText.REGISTER)::apply),
                        cells.required("text"),
                        cells.parsed("locality", Locality::of),
                        cells.parsed("from", LocalDate::parse),
                        cells.optional("endsOn", LocalDate::parse)),
                cells.optional("decision"),
                document == null
                        ? null
                        : Provenance.stated(document, section == null ? "-" : section),
                cells.has("endsOn"),
                cells.has("decision"),
                cells.has("document") && cells.has("section"));
    }

    private static int number(String cell) {
        int number = Integer.parseInt(cell);
        if (number < 1) {
            throw new IllegalArgumentException("must be 1 or more");
        }
        return number;
    }

    private static List<@Nullable Object> cells(Principle principle) {
        return Arrays.asList(
                principle.reference,
                principle.version,
                principle.register,
                principle.number,
                principle.text,
                principle.locality.code(),
                principle.fromDay,
                principle.endsOn,
                principle.decisionReference,
                principle.provenance.document(),
                principle.provenance.section());
    }
}
