package locality.governance.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A register as a spreadsheet: what is exported is edited and sent back. A row with a reference
/// and a version is the entry of that name, a row without a version is new.
final class RegisterSheet {

    private static final List<String> REQUIRED = List.of("title");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "register",
                    "kind",
                    "title",
                    "locality",
                    "state",
                    "body",
                    "escalatedTo",
                    "post",
                    "organisation",
                    "recordedOn",
                    "inherentLikelihood",
                    "inherentImpact",
                    "residualLikelihood",
                    "residualImpact",
                    "targetLikelihood",
                    "targetImpact",
                    "reviewOn",
                    "toleratedUntil",
                    "neededOn",
                    "document",
                    "section");

    private RegisterSheet() {}

    /// @param key its version is null for a new one, and in a sheet of a past day
    /// @param columns that the sheet has
    record Row(
            SheetOfRecord.Key key,
            @Nullable String register,
            @Nullable EntryKind kind,
            String title,
            @Nullable Locality locality,
            @Nullable EntryState state,
            @Nullable String body,
            @Nullable String escalatedTo,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate recordedOn,
            Map<ScoreKind, GivenScore> scores,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate toleratedUntil,
            @Nullable LocalDate neededOn,
            @Nullable String document,
            @Nullable String section,
            Set<String> columns) {

        boolean says(String column) {
            return columns.contains(column);
        }

        /// Only what the sheet scores.
        ///
        /// @throws EntryRefusal if one is out of range
        Map<ScoreKind, Score> given() {
            var given = new EnumMap<ScoreKind, Score>(ScoreKind.class);
            scores.forEach(
                    (kind, raw) -> {
                        if (!raw.isNothing()) {
                            given.put(kind, raw.score());
                        }
                    });
            return given;
        }

        /// What the entry is to score where that differs: a column that is not there leaves what is
        /// on record, and an empty cell unscores.
        ///
        /// @throws EntryRefusal if one is out of range
        Map<ScoreKind, Score> changed(EntryStep now) {
            var changed = new EnumMap<ScoreKind, Score>(ScoreKind.class);
            scores.forEach(
                    (kind, raw) -> {
                        var is = now.score(kind);
                        var wanted =
                                new Score(
                                        says(likelihood(kind)) ? raw.likelihood() : is.likelihood(),
                                        says(impact(kind)) ? raw.impact() : is.impact());
                        if (!wanted.equals(is)) {
                            changed.put(kind, wanted);
                        }
                    });
            return changed;
        }
    }

    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<Row> read(String csv) {
        var optional = COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList();
        return Csv.read(csv, REQUIRED, optional).map(RegisterSheet::row);
    }

    /// @param current whether they are as they now are; those of another day get no version, for
    ///   sent back they would undo what was done since
    static String write(List<EntryView> entries, boolean current) {
        return Csv.write(COLUMNS, entries.stream().map(one -> cells(one, current)).toList());
    }

    private static Row row(Csv.Row cells) {
        return new Row(
                SheetOfRecord.Key.of(cells),
                cells.optional("register"),
                cells.optional("kind", EntryKind.class),
                cells.required("title"),
                cells.optional("locality", Locality::of),
                cells.optional("state", EntryState.class),
                cells.optional("body"),
                cells.optional("escalatedTo"),
                cells.optional("post"),
                cells.optional("organisation"),
                cells.optional("recordedOn", LocalDate::parse),
                Stream.of(ScoreKind.values())
                        .collect(Collectors.toMap(kind -> kind, kind -> score(cells, kind))),
                cells.optional("reviewOn", LocalDate::parse),
                cells.optional("toleratedUntil", LocalDate::parse),
                cells.optional("neededOn", LocalDate::parse),
                cells.optional("document"),
                cells.optional("section"),
                COLUMNS.stream().filter(cells::has).collect(Collectors.toSet()));
    }

    private static GivenScore score(Csv.Row cells, ScoreKind kind) {
        return new GivenScore(
                cells.optional(likelihood(kind), Integer::parseInt),
                cells.optional(impact(kind), Integer::parseInt));
    }

    private static String likelihood(ScoreKind kind) {
        return prefix(kind) + "Likelihood";
    }

    private static String impact(ScoreKind kind) {
        return prefix(kind) + "Impact";
    }

    private static String prefix(ScoreKind kind) {
        return switch (kind) {
            case INHERENT -> "inherent";
            case RESIDUAL -> "residual";
            case TARGET -> "target";
        };
    }

    private static List<@Nullable Object> cells(EntryView entry, boolean current) {
        return Arrays.asList(
                entry.reference(),
                current ? entry.version() : null,
                entry.register(),
                entry.kind(),
                entry.title(),
                entry.locality().code(),
                entry.state(),
                entry.body(),
                entry.escalatedTo(),
                entry.post(),
                entry.organisation(),
                entry.recordedOn(),
                entry.inherent().likelihood(),
                entry.inherent().impact(),
                entry.residual().likelihood(),
                entry.residual().impact(),
                entry.target().likelihood(),
                entry.target().impact(),
                entry.reviewOn(),
                entry.toleratedUntil(),
                entry.neededOn(),
                entry.provenance().document(),
                entry.provenance().section());
    }
}
