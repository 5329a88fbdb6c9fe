package locality.governance.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Bodies as a spreadsheet, one a row, in the columns that are taken in.
final class BodySheet {

    static final List<String> REQUIRED =
            List.of("reference", "name", "classification", "spatialLevel", "locality");
    static final List<String> OPTIONAL =
            Stream.of(
                            Stream.of("aliases", "organisation", "topOfOrganisation"),
                            Stream.of(BodyState.values()).map(BodySheet::columnOf),
                            Stream.of("sunsetOn"))
                    .flatMap(columns -> columns)
                    .toList();
    static final List<String> COLUMNS =
            Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();

    private BodySheet() {}

    /// `establishedOn`, the first day in a state.
    static String columnOf(BodyState state) {
        return state.name().toLowerCase(Locale.ROOT) + "On";
    }

    static String write(List<BodyView> bodies) {
        return Csv.write(COLUMNS, bodies.stream().map(BodySheet::cells).toList());
    }

    static Map<String, List<@Nullable Object>> byReference(List<BodyView> bodies) {
        return bodies.stream().collect(Collectors.toMap(BodyView::reference, BodySheet::cells));
    }

    private static List<@Nullable Object> cells(BodyView body) {
        var cells =
                new ArrayList<@Nullable Object>(
                        Arrays.asList(
                                body.reference(),
                                body.name(),
                                body.classification(),
                                body.spatialLevel(),
                                body.locality(),
                                String.join(";", body.aliases()),
                                body.organisation(),
                                body.topOfOrganisation()));
        Stream.of(BodyState.values()).map(state -> firstDayIn(state, body)).forEach(cells::add);
        cells.add(body.sunsetOn());
        return cells;
    }

    private static @Nullable LocalDate firstDayIn(BodyState state, BodyView body) {
        return body.lifecycle().stream()
                .filter(step -> step.state() == state)
                .map(BodyView.StepView::effectiveOn)
                .findFirst()
                .orElse(null);
    }
}
