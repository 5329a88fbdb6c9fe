package locality.reporting.spc;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import locality.platform.http.Csv;
import locality.reporting.spc.PeriodComparison.MeasuredRatio;
import org.jspecify.annotations.NullUnmarked;

/// The published figures and what is expected of them; see `spc/README.md` in the resources.
@NullUnmarked
final class ReferenceData {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ReferenceData() {}

    static JsonNode json(String name) {
        try {
            return JSON.readTree(text(name));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> strings(JsonNode array) {
        return items(array).map(JsonNode::asText).toList();
    }

    /// The options of a vector, as the chart takes them.
    static ChartOptions options(JsonNode options) {
        return new ChartOptions(
                ImprovementDirection.of(options.get("improvement_direction").asText()),
                options.get("target").isNull() ? null : options.get("target").decimalValue(),
                strings(options.get("rebase")).stream().map(LocalDate::parse).toList(),
                options.get("fix_after_n_points").isNull()
                        ? null
                        : options.get("fix_after_n_points").asInt(),
                options.get("screen_outliers").asBoolean(),
                null);
    }

    /// The monthly figures a source names: attendances, admissions, or performance (the share seen
    /// within four hours).
    static List<Measured> series(JsonNode source) {
        if (source.get("measure").asText().equals("performance")) {
            return ratios(source).stream()
                    .map(
                            ratio ->
                                    new Measured(
                                            ratio.period(),
                                            BigDecimal.valueOf(
                                                    ratio.numerator().doubleValue()
                                                            / ratio.denominator().doubleValue())))
                    .toList();
        }
        return measured(source, source.get("measure").asText());
    }

    static List<MeasuredRatio> ratios(JsonNode source) {
        var attendances = measured(source, "attendances");
        var breaches = measured(source, "breaches");
        var ratios = new ArrayList<MeasuredRatio>();
        for (int i = 0; i < attendances.size(); i++) {
            var seen = attendances.get(i).value();
            ratios.add(
                    new MeasuredRatio(
                            attendances.get(i).period(),
                            seen.subtract(breaches.get(i).value()),
                            seen));
        }
        return ratios;
    }

    private static List<Measured> measured(JsonNode source, String column) {
        var organisations = strings(source.get("org_code"));
        var types = strings(source.get("type"));
        var sums = new TreeMap<LocalDate, BigDecimal>();
        Csv.read(
                        text("ae_attendances_gm_england.csv"),
                        List.of(
                                "period",
                                "org_code",
                                "type",
                                "attendances",
                                "breaches",
                                "admissions"),
                        List.of())
                .rows()
                .stream()
                .filter(row -> organisations.contains(row.text("org_code")))
                .filter(row -> types.contains(row.text("type")))
                .forEach(
                        row ->
                                sums.merge(
                                        LocalDate.parse(row.text("period")),
                                        new BigDecimal(row.text(column)),
                                        BigDecimal::add));
        return sums.entrySet().stream()
                .map(entry -> new Measured(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String text(String name) {
        try (var file = ReferenceData.class.getResourceAsStream("/spc/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
