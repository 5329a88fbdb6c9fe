package locality.governance.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Organisations as a spreadsheet, one a row, in the columns that are taken in.
final class OrganisationSheet {

    static final List<String> REQUIRED = List.of("code", "name", "kind", "locality");
    static final List<String> OPTIONAL = List.of("effectiveOn", "endsOn", "predecessors");
    static final List<String> COLUMNS =
            Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();

    private OrganisationSheet() {}

    static String write(List<OrganisationView> organisations) {
        return Csv.write(COLUMNS, organisations.stream().map(OrganisationSheet::cells).toList());
    }

    static Map<String, List<@Nullable Object>> byCode(List<OrganisationView> organisations) {
        return organisations.stream()
                .collect(Collectors.toMap(OrganisationView::code, OrganisationSheet::cells));
    }

    private static List<@Nullable Object> cells(OrganisationView one) {
        return Arrays.asList(
                one.code(),
                one.name(),
                one.kind(),
                one.locality(),
                one.effectiveOn(),
                one.endsOn(),
                String.join(";", one.predecessors()));
    }
}
