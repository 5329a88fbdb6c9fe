package locality.governance.duty;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Duties as a spreadsheet, one a row, in the columns that are taken in.
final class DutySheet {

    static final List<String> REQUIRED = List.of("reference", "text", "from");
    static final List<String> OPTIONAL =
            List.of("body", "post", "organisation", "locality", "until", "document", "section");
    static final List<String> COLUMNS =
            Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();

    private DutySheet() {}

    static String write(List<DutyView> duties) {
        return Csv.write(COLUMNS, duties.stream().map(DutySheet::cells).toList());
    }

    static Map<String, List<@Nullable Object>> byReference(List<DutyView> duties) {
        return duties.stream().collect(Collectors.toMap(DutyView::reference, DutySheet::cells));
    }

    private static List<@Nullable Object> cells(DutyView duty) {
        return Arrays.asList(
                duty.reference(),
                duty.text(),
                duty.effectiveOn(),
                duty.body(),
                duty.post(),
                duty.organisation(),
                duty.locality(),
                duty.endsOn(),
                duty.provenance().document(),
                duty.provenance().section());
    }
}
