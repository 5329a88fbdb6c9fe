package locality.reporting.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import locality.platform.http.Csv;
import locality.reporting.spc.ControlChart;

/// An indicator's figures and what the chart says of each, for a spreadsheet.
final class FiguresTable {

    private FiguresTable() {}

    static String of(Reading reading) {
        var points = new HashMap<LocalDate, ControlChart.Point>();
        reading.spc().points().forEach(point -> points.put(point.period(), point));
        var rows = new ArrayList<List<?>>();
        for (var observation : reading.observations()) {
            var point = points.get(observation.period());
            var segment = point == null ? null : reading.spc().segments().get(point.segment());
            rows.add(
                    Arrays.asList(
                            observation.period(),
                            observation.value(),
                            observation.numerator(),
                            observation.denominator(),
                            segment == null ? null : segment.mean(),
                            segment == null ? null : segment.lowerLimit(),
                            segment == null ? null : segment.upperLimit(),
                            point == null ? null : point.specialCause(),
                            point == null ? null : point.pointType()));
        }
        return Csv.write(
                List.of(
                        "period",
                        "value",
                        "numerator",
                        "denominator",
                        "mean",
                        "lowerLimit",
                        "upperLimit",
                        "specialCause",
                        "pointType"),
                rows);
    }
}
