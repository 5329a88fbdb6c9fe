package locality.intervention.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.intervention.Reference;
import locality.intervention.theme.Theme;
import locality.platform.http.Csv;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// The register as a spreadsheet.
///
/// What is exported can be edited and sent back: `version` says which version of a row was edited,
/// an empty one stands for a new intervention. Columns that are derived are there to be read; on
/// the way in they are passed over.
final class RegisterCsv {

    static final List<String> REQUIRED = List.of("reference", "name", "themes");
    static final List<String> OPTIONAL =
            List.of(
                    "version",
                    "brief",
                    "managerialLead",
                    "clinicalLead",
                    "cohort",
                    "provider",
                    "document",
                    "section",
                    "formula",
                    "state",
                    "mobilised",
                    "componentsLive",
                    "componentCount",
                    "fundedPence");
    private static final List<String> EXPORTED =
            List.of(
                    "reference",
                    "version",
                    "name",
                    "themes",
                    "brief",
                    "managerialLead",
                    "clinicalLead",
                    "cohort",
                    "provider",
                    "document",
                    "section",
                    "formula",
                    "state",
                    "mobilised",
                    "componentsLive",
                    "componentCount",
                    "fundedPence");
    private static final String SEPARATOR = ";";

    /// One row as it was sent.
    ///
    /// @param version the version that was edited, null for a new intervention
    /// @param themes those it is to serve, by id; whether they may be is not asked here
    record Line(
            Csv.Row row,
            String reference,
            @Nullable Long version,
            String name,
            Map<UUID, Theme> themes,
            Particulars particulars,
            @Nullable String document,
            @Nullable String section,
            @Nullable String formula) {}

    private final Function<String, Theme> theme;
    private final Map<String, Theme> found = new HashMap<>();
    private final Set<String> references = new HashSet<>();

    /// @param theme finds a theme by id or reference, or throws a [Refusal] that says why not
    RegisterCsv(Function<String, Theme> theme) {
        this.theme = theme;
    }

    /// Reads one row, noting what is wrong with it.
    @Nullable Line read(Csv.Row row) {
        var reference = row.parsed("reference", Reference::parse);
        if (!references.add(reference)) {
            row.fault("reference", "\"%s\" stands in an earlier line too".formatted(reference));
            return null;
        }
        return new Line(
                row,
                reference,
                row.optional("version", Long::valueOf),
                within(Particulars.LONGEST_NAME, row, "name", row.required("name")),
                row.parsed("themes", this::themes),
                new Particulars(
                        orNull(row, "brief", Particulars.LONGEST_BRIEF),
                        orNull(row, "managerialLead", Particulars.LONGEST_NAME),
                        orNull(row, "clinicalLead", Particulars.LONGEST_NAME),
                        orNull(row, "cohort", Particulars.LONGEST_NAME),
                        orNull(row, "provider", Particulars.LONGEST_NAME)),
                row.optional("document"),
                row.optional("section"),
                row.optional("formula"));
    }

    /// Writes the register.
    static String write(List<InterventionView> interventions) {
        return Csv.write(EXPORTED, interventions.stream().map(RegisterCsv::cells).toList());
    }

    private static List<Object> cells(InterventionView it) {
        var cells = new ArrayList<Object>();
        Stream.of(
                        it.reference(),
                        it.version(),
                        it.name(),
                        it.themes().stream()
                                .map(InterventionView.ThemeName::reference)
                                .collect(Collectors.joining(SEPARATOR)),
                        orEmpty(it.brief()),
                        orEmpty(it.managerialLead()),
                        orEmpty(it.clinicalLead()),
                        orEmpty(it.cohort()),
                        orEmpty(it.provider()),
                        orEmpty(it.provenance().document()),
                        orEmpty(it.provenance().section()),
                        orEmpty(it.provenance().formula()),
                        it.state(),
                        it.mobilised(),
                        it.componentsLive(),
                        it.componentCount(),
                        it.fundedPence().value())
                .forEach(cells::add);
        return cells;
    }

    private Map<UUID, Theme> themes(String cell) {
        var themes = new TreeMap<UUID, Theme>();
        for (var named : cell.split(SEPARATOR)) {
            var theme = find(named.strip());
            themes.put(theme.id(), theme);
        }
        return themes;
    }

    private Theme find(String named) {
        var before = found.get(named);
        if (before != null) {
            return before;
        }
        try {
            var now = theme.apply(named);
            found.put(named, now);
            return now;
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.detail(), refusal);
        }
    }

    private static @Nullable String orNull(Csv.Row row, String column, int longest) {
        var text = row.optional(column);
        return text == null ? null : within(longest, row, column, text);
    }

    /// A cell holds no more characters than the field of that name takes as JSON.
    private static String within(int longest, Csv.Row row, String column, String text) {
        if (text.length() > longest) {
            row.fault(
                    column,
                    "has %d characters; at most %d are taken".formatted(text.length(), longest));
        }
        return text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
