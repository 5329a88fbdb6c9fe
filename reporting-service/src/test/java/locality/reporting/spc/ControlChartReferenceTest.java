package locality.reporting.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Three published series and six made-up ones, against an independent implementation.
@NullUnmarked
@Tag("R8")
class ControlChartReferenceTest {

    private static final double RELATIVE = 1e-9;

    static Stream<JsonNode> series() {
        return ReferenceData.items(ReferenceData.json("spc_expected.json").get("series"));
    }

    static Stream<JsonNode> vectors() {
        return ReferenceData.items(ReferenceData.json("spc_rules_micro.json").get("vectors"));
    }

    @ParameterizedTest
    @MethodSource("series")
    void drawsThePublishedSeriesAsTheReferenceDoes(JsonNode expected) {
        var chart =
                ControlChart.of(
                        ReferenceData.series(expected.get("source")),
                        ReferenceData.options(expected.get("options")));

        assertThat(chart.segments()).hasSize(expected.get("limits").size());
        for (int i = 0; i < chart.segments().size(); i++) {
            var limits = expected.get("limits").get(i);
            var segment = chart.segments().get(i);
            assertLimits(segment, limits);
            assertThat(segment.from()).isEqualTo(limits.get("from").asText());
            assertThat(segment.to()).isEqualTo(limits.get("to").asText());
            assertThat(segment.n()).isEqualTo(limits.get("n").asInt());
            assertThat(segment.trial()).isEqualTo(limits.get("short_group_warning").asBoolean());
        }
        assertThat(chart.points()).hasSize(expected.get("n").asInt());
        for (int i = 0; i < chart.points().size(); i++) {
            var point = chart.points().get(i);
            var is = expected.get("points").get(i);
            assertThat(point.period()).isEqualTo(is.get("period").asText());
            assertThat(point.value().doubleValue()).satisfies(v -> close(v, is.get("value")));
            assertThat(point.segment()).isEqualTo(is.get("rebase_group").asInt());
            assertThat(point.specialCause()).hasToString(is.get("special_cause_type").asText());
            assertThat(point.pointType()).hasToString(is.get("point_type").asText());
        }
        assertIcons(chart, expected);
        assertThat(chart.missing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void drawsTheRuleVectorsAsTheReferenceDoes(JsonNode vector) {
        var series = new ArrayList<Measured>();
        for (int i = 0; i < vector.get("values").size(); i++) {
            series.add(
                    new Measured(
                            LocalDate.parse(vector.get("periods").get(i).asText()),
                            vector.get("values").get(i).decimalValue()));
        }

        var chart = ControlChart.of(series, ReferenceData.options(vector.get("options")));

        var expected = vector.get("expected");
        assertThat(chart.segments()).hasSize(expected.get("limits").size());
        for (int i = 0; i < chart.segments().size(); i++) {
            assertLimits(chart.segments().get(i), expected.get("limits").get(i));
        }
        assertThat(chart.points())
                .extracting(point -> point.specialCause().toString())
                .isEqualTo(ReferenceData.strings(expected.get("special_cause_type")));
        assertThat(chart.points())
                .extracting(point -> point.pointType().toString())
                .isEqualTo(ReferenceData.strings(expected.get("point_type")));
        assertThat(chart.points())
                .extracting(point -> chart.segments().get(point.segment()).trial())
                .isEqualTo(
                        ReferenceData.items(expected.get("short_group_warning"))
                                .map(JsonNode::asBoolean)
                                .toList());
        assertIcons(chart, expected);
    }

    private static void assertLimits(ControlChart.Segment segment, JsonNode limits) {
        close(segment.mean(), limits.get("mean"));
        close(segment.lowerLimit(), limits.get("lpl"));
        close(segment.upperLimit(), limits.get("upl"));
    }

    private static void assertIcons(ControlChart chart, JsonNode expected) {
        assertThat(String.valueOf(chart.variation()))
                .isEqualTo(expected.get("variation_icon").asText());
        assertThat(String.valueOf(chart.assurance()))
                .isEqualTo(expected.get("assurance_icon").asText());
    }

    private static void close(double actual, JsonNode expected) {
        double is = expected.asDouble();
        assertThat(actual).isCloseTo(is, within(Math.max(Math.abs(is) * RELATIVE, 1e-12)));
    }
}
