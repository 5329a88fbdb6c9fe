package locality.governance.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Frameworks as a spreadsheet of their criteria: a row for each, in their order. What is said of
/// the framework stands in its first row, and is repeated below or left empty. A row without a
/// criterion is a domain that has none.
final class FrameworkSheet {

    static final String WORD = "[A-Z0-9][A-Z0-9_-]{0,29}";
    private static final List<String> OF_THE_FRAMEWORK =
            List.of("title", "kind", "locality", "effectiveOn", "scale", "red", "target");
    private static final List<String> REQUIRED = List.of("framework", "domain", "criterion");
    private static final List<String> COLUMNS =
            Stream.of(
                            List.of("framework"),
                            OF_THE_FRAMEWORK,
                            List.of("domain", "criterionCode", "criterion"))
                    .flatMap(List::stream)
                    .toList();

    private FrameworkSheet() {}

    /// @throws locality.platform.refusal.Malformed naming every faulty cell by line and column
    static List<AdoptFramework.Written> read(String csv) {
        var sheet =
                Csv.read(
                        csv,
                        REQUIRED,
                        COLUMNS.stream().filter(one -> !REQUIRED.contains(one)).toList());
        var byCode = new LinkedHashMap<String, Reading>();
        sheet.map(
                row -> {
                    var code = row.parsed("framework", Spelling.like(Spelling.REFERENCE));
                    var reading = byCode.get(code);
                    if (reading == null) {
                        reading = new Reading(code, row);
                        byCode.put(code, reading);
                    }
                    reading.add(row);
                    return code;
                });
        return byCode.values().stream().map(Reading::written).toList();
    }

    static String write(List<Framework> frameworks) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var one : frameworks) {
            for (var domain : one.domains) {
                var criteria =
                        one.criteria.stream()
                                .filter(criterion -> criterion.domain().equals(domain))
                                .toList();
                criteria.forEach(criterion -> rows.add(cells(one, domain, criterion)));
                if (criteria.isEmpty()) {
                    rows.add(cells(one, domain, null));
                }
            }
        }
        return Csv.write(COLUMNS, rows);
    }

    private static List<@Nullable Object> cells(
            Framework one, String domain, @Nullable Criterion criterion) {
        return Arrays.asList(
                one.code,
                one.title,
                one.kind,
                one.locality.code(),
                one.effectiveOn,
                String.join(";", one.scale),
                String.join(";", one.red),
                one.target,
                domain,
                criterion == null ? null : criterion.code(),
                criterion == null ? null : criterion.title());
    }

    /// A framework whose rows are being read.
    private static final class Reading {
        private final String code;
        private final Csv.Row first;
        private final FrameworkKind kind;
        private final Locality locality;
        private final @Nullable LocalDate effectiveOn;
        private final List<String> scale;
        private final List<String> red;
        private final Map<String, List<AdoptFramework.Named>> domains = new LinkedHashMap<>();

        Reading(String code, Csv.Row first) {
            this.code = code;
            this.first = first;
            this.kind = first.oneOf("kind", FrameworkKind.class);
            this.locality = first.parsed("locality", Locality::of);
            this.effectiveOn = first.optional("effectiveOn", LocalDate::parse);
            this.scale = words(first, "scale");
            this.red = words(first, "red");
            first.required("title");
        }

        void add(Csv.Row row) {
            for (var column : OF_THE_FRAMEWORK) {
                if (!row.text(column).isEmpty() && !row.text(column).equals(first.text(column))) {
                    row.fault(
                            column,
                            "is \"%s\" in line %d".formatted(first.text(column), first.line()));
                }
            }
            var criteria = domains.computeIfAbsent(row.required("domain"), _ -> new ArrayList<>());
            var criterion = row.optional("criterion");
            if (criterion != null) {
                criteria.add(new AdoptFramework.Named(row.optional("criterionCode"), criterion));
            }
        }

        AdoptFramework.Written written() {
            return new AdoptFramework.Written(
                    code,
                    first.text("title"),
                    kind,
                    locality,
                    effectiveOn,
                    scale,
                    red,
                    first.optional("target"),
                    domains.entrySet().stream()
                            .map(each -> new AdoptFramework.Domain(each.getKey(), each.getValue()))
                            .toList(),
                    null);
        }

        private static List<String> words(Csv.Row row, String column) {
            var spelled = Spelling.like(WORD);
            return row.text(column).isEmpty()
                    ? List.of()
                    : row.parsed(column, text -> Csv.several(text).stream().map(spelled).toList());
        }
    }
}
