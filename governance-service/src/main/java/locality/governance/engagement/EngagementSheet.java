package locality.governance.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The log of engagement as a spreadsheet: everything of a row is put right there but its locality
/// and its source.
@ApplicationScoped
class EngagementSheet implements SheetOfRecord.Keeper<EngagementSheet.Row, Engagement> {

    private static final List<String> REQUIRED =
            List.of("title", "kind", "audience", "heldIn", "locality");
    private static final List<String> OPTIONAL =
            List.of("reference", "version", "count", "reached", "document", "section");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "kind",
                    "audience",
                    "heldIn",
                    "count",
                    "reached",
                    "locality",
                    "document",
                    "section");

    private final Engagements engagements;
    private final LogEngagement logEngagement;
    private final SheetOfRecord sheet;
    private final Recorder recorder;

    EngagementSheet(
            Engagements engagements,
            LogEngagement logEngagement,
            SheetOfRecord sheet,
            Recorder recorder) {
        this.engagements = engagements;
        this.logEngagement = logEngagement;
        this.sheet = sheet;
        this.recorder = recorder;
    }

    /// @param count null for what is on record, or 1
    record Row(
            SheetOfRecord.Key key,
            String title,
            EngagementKind kind,
            Audience audience,
            String heldIn,
            @Nullable Integer count,
            @Nullable Integer reached,
            boolean saysReached,
            Locality locality,
            @Nullable Provenance provenance,
            boolean saysSource) {

        Held held(int otherwise, @Nullable Integer reachedOtherwise) {
            return new Held(
                    title,
                    kind,
                    audience,
                    HeldIn.of(heldIn),
                    count == null ? otherwise : count,
                    saysReached ? reached : reachedOtherwise,
                    locality);
        }
    }

    @Transactional
    SheetOfRecord.Taken handle(String csv, boolean dryRun) {
        return sheet.take(
                Csv.read(csv, REQUIRED, OPTIONAL).map(EngagementSheet::row), this, dryRun);
    }

    static String write(List<Engagement> engagements) {
        return Csv.write(COLUMNS, engagements.stream().map(EngagementSheet::cells).toList());
    }

    @Override
    public SheetOfRecord.Key keyOf(Row row) {
        return row.key;
    }

    @Override
    public Optional<Engagement> lookUp(String reference) {
        var found = engagements.lookUp(reference, LockModeType.PESSIMISTIC_WRITE);
        found.ifPresent(one -> recorder.requireWriting(one.locality, "engagement", reference));
        return found;
    }

    @Override
    public long versionOf(Engagement engagement) {
        return engagement.version;
    }

    @Override
    public void add(Row row) {
        logEngagement.handle(row.key.reference(), row.held(1, null), row.provenance);
    }

    @Override
    public boolean change(Engagement engagement, Row row) {
        if (row.locality != engagement.locality) {
            throw new EngagementRefusal.NotInASpreadsheet(
                    engagement.reference, "locality", engagement.locality.code());
        }
        if (row.saysSource
                && SheetOfRecord.namesAnotherSource(row.provenance, engagement.provenance)) {
            throw new EngagementRefusal.NotInASpreadsheet(
                    engagement.reference, "document", engagement.provenance.document());
        }
        return logEngagement.correct(engagement, row.held(engagement.count, engagement.reached));
    }

    private static Row row(Csv.Row cells) {
        var document = cells.optional("document");
        var section = cells.optional("section");
        return new Row(
                SheetOfRecord.Key.of(cells),
                cells.required("title"),
                cells.oneOf("kind", EngagementKind.class),
                cells.oneOf("audience", Audience.class),
                cells.required("heldIn"),
                cells.optional("count", Integer::parseInt),
                cells.optional("reached", Integer::parseInt),
                cells.has("reached"),
                cells.parsed("locality", Locality::of),
                document == null
                        ? null
                        : Provenance.stated(document, section == null ? "-" : section),
                cells.has("document") && cells.has("section"));
    }

    private static List<@Nullable Object> cells(Engagement engagement) {
        return Arrays.asList(
                engagement.reference,
                engagement.version,
                engagement.title,
                engagement.kind,
                engagement.audience,
                engagement.held().when().written(),
                engagement.count,
                engagement.reached,
                engagement.locality.code(),
                engagement.provenance.document(),
                engagement.provenance.section());
    }
}
