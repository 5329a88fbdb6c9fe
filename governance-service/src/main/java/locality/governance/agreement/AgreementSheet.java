package locality.governance.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Agreements as a spreadsheet: what is exported is edited and sent back. A row with a version is
/// the agreement of its reference, a row without one is new.
final class AgreementSheet {

    private static final List<String> REQUIRED = List.of("reference", "title", "parties");

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "kind",
                    "locality",
                    "label",
                    "summary",
                    "draftedOn",
                    "effectiveOn",
                    "expiresOn",
                    "reviewOn",
                    "reviewEveryMonths",
                    "parties",
                    "number",
                    "state",
                    "approval",
                    "inForce",
                    "retrospectiveDays");

    private static final List<String> HOW_IT_STANDS =
            List.of("number", "state", "approval", "inForce", "retrospectiveDays");

    private AgreementSheet() {}

    /// @param draftedOn of a new version or agreement; today when null
    record Row(
            SheetOfRecord.Key key,
            String reference,
            String title,
            @Nullable AgreementKind kind,
            @Nullable Locality locality,
            @Nullable String label,
            @Nullable String summary,
            @Nullable LocalDate draftedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate reviewOn,
            @Nullable Integer reviewEveryMonths,
            List<Party> parties,
            Csv.Row cells) {

        /// @throws AgreementRefusal if it says that the agreement is of another kind or place
        void requireSameKind(Agreement agreement) {
            if (kind != null && kind != agreement.kind) {
                throw new AgreementRefusal.SetOnce(reference, "kind", agreement.kind, kind);
            }
            if (locality != null && locality != agreement.locality) {
                throw new AgreementRefusal.SetOnce(
                        reference, "locality", agreement.locality.code(), locality.code());
            }
        }

        /// An empty cell says nothing of how it stands.
        ///
        /// @throws AgreementRefusal if another says otherwise, which no spreadsheet changes
        void requireStandsAs(AgreementView now) {
            var written = AgreementSheet.cells(now, true);
            for (var column : HOW_IT_STANDS) {
                var told = cells.text(column);
                var onRecord = written.get(COLUMNS.indexOf(column));
                if (!told.isEmpty() && !told.equals(String.valueOf(onRecord))) {
                    throw new AgreementRefusal.NotInASpreadsheet(reference, column, onRecord);
                }
            }
        }

        /// What the latest version is to say: a column that the sheet lacks leaves what is on
        /// record.
        VersionText textOf(VersionText onRecord) {
            return new VersionText(
                    label == null ? onRecord.label() : label,
                    summary == null ? onRecord.summary() : summary,
                    has("effectiveOn") ? effectiveOn : onRecord.effectiveOn(),
                    has("expiresOn") ? expiresOn : onRecord.expiresOn(),
                    has("reviewOn") ? reviewOn : onRecord.reviewOn(),
                    has("reviewEveryMonths") ? reviewEveryMonths : onRecord.reviewEveryMonths());
        }

        VersionText text() {
            return new VersionText(
                    label == null ? "1" : label,
                    summary == null ? "First version" : summary,
                    effectiveOn,
                    expiresOn,
                    reviewOn,
                    reviewEveryMonths);
        }

        private boolean has(String column) {
            return cells.has(column);
        }
    }

    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<Row> read(String csv) {
        var optional = COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList();
        return Csv.read(csv, REQUIRED, optional).map(AgreementSheet::row);
    }

    /// @param current whether they are as they now are; those of another day get no version, for
    ///   sent back they would undo what was done since
    static String write(List<AgreementView> agreements, boolean current) {
        return Csv.write(COLUMNS, agreements.stream().map(one -> cells(one, current)).toList());
    }

    private static Row row(Csv.Row cells) {
        var key = SheetOfRecord.Key.of(cells);
        boolean isNew = key.version() == null;
        return new Row(
                key,
                cells.required("reference"),
                cells.parsed("title", Spelling.upTo(Agreement.TITLE_LENGTH)::apply),
                isNew
                        ? cells.oneOf("kind", AgreementKind.class)
                        : cells.optional("kind", AgreementKind.class),
                isNew
                        ? cells.parsed("locality", Locality::of)
                        : cells.optional("locality", Locality::of),
                cells.optional("label", Spelling.upTo(VersionText.LABEL_LENGTH)::apply),
                cells.optional("summary", Spelling.upTo(VersionText.SUMMARY_LENGTH)::apply),
                cells.optional("draftedOn", LocalDate::parse),
                cells.optional("effectiveOn", LocalDate::parse),
                cells.optional("expiresOn", LocalDate::parse),
                cells.optional("reviewOn", LocalDate::parse),
                cells.optional("reviewEveryMonths", AgreementSheet::months),
                cells.parsed("parties", AgreementSheet::parties),
                cells);
    }

    private static int months(String text) {
        int months = Integer.parseInt(text);
        if (months < 1) {
            throw new IllegalArgumentException("is less than a month");
        }
        return months;
    }

    /// `E08000002:FULL:Leader|Chief Executive;00V:FULL;RW6:ASSOCIATE`.
    static List<Party> parties(String cell) {
        return Stream.of(cell.split(";")).map(String::strip).map(AgreementSheet::party).toList();
    }

    private static Party party(String written) {
        var parts = written.split(":", 3);
        if (parts[0].isBlank()) {
            throw new IllegalArgumentException(
                    "is not like E08000002:FULL:Leader|Chief Executive;00V:ASSOCIATE");
        }
        return new Party(
                parts[0],
                parts.length < 2 || parts[1].isBlank() ? Capacity.FULL : capacity(parts[1]),
                parts.length < 3
                        ? List.of()
                        : Stream.of(parts[2].split("\\|"))
                                .map(String::strip)
                                .map(Spelling.upTo(Party.POST_LENGTH))
                                .toList());
    }

    private static Capacity capacity(String written) {
        for (var capacity : Capacity.values()) {
            if (capacity.name().equals(written)) {
                return capacity;
            }
        }
        throw new IllegalArgumentException("%s is neither FULL nor ASSOCIATE".formatted(written));
    }

    private static String written(VersionView.PartyView party) {
        var named = party.organisation() + ":" + party.capacity();
        return party.signatories().isEmpty()
                ? named
                : named + ":" + String.join("|", party.signatories());
    }

    private static List<@Nullable Object> cells(AgreementView agreement, boolean current) {
        var latest = agreement.versions().getLast();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(agreement.reference());
        cells.add(current ? agreement.version() : null);
        cells.add(agreement.title());
        cells.add(agreement.kind());
        cells.add(agreement.locality().code());
        cells.add(latest.label());
        cells.add(latest.summary());
        cells.add(latest.draftedOn());
        cells.add(latest.effectiveOn());
        cells.add(latest.expiresOn());
        cells.add(latest.firstReviewOn());
        cells.add(latest.reviewEveryMonths());
        cells.add(
                latest.parties().stream()
                        .map(AgreementSheet::written)
                        .collect(Collectors.joining(";")));
        cells.add(latest.number());
        cells.add(agreement.state());
        cells.add(agreement.approval());
        cells.add(agreement.inForce());
        cells.add(agreement.counting().retrospectiveDays());
        return cells;
    }
}
