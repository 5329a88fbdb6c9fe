package locality.reporting.spc;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A control chart for anybody's series. Nothing is stored.
@Path("/api/reporting/v1/spc")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
@RunOnVirtualThread
class SpcResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Draws an XmR control chart of a series",
            description =
                    "Process limits, special causes and icons as in NHS Making Data Count. The"
                            + " order of the points does not matter; a null value is a missing one"
                            + " and its neighbours are taken as adjacent. Nothing is stored.")
    @APIResponse(
            responseCode = "200",
            description = "The chart",
            content = @Content(schema = @Schema(implementation = ControlChart.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "DUPLICATE_PERIOD, BASELINE_TOO_SHORT, REBASE_WITHOUT_POINT,"
                            + " PERIOD_OUT_OF_RANGE or BEYOND_MEASURE")
    public ControlChart draw(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Request.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a rising series",
                                                            value = EXAMPLE)))
                    @NotNull
                    @Valid
                    Request request) {
        return ControlChart.of(
                request.points().stream().map(Request.Point::measured).toList(), request.options());
    }

    private static final String EXAMPLE =
            """
            {"improvementDirection": "increase", "target": 0.95, "rebase": ["2018-05-01"],
             "points": [{"period": "2018-04", "value": 0.912}, {"period": "2018-05", "value": 0.874},
                        {"period": "2018-06", "value": null}, {"period": "2018-07", "value": 0.881}]}
            """;

    /// A series and how to read it.
    ///
    /// @param screenOutliers true when absent
    @Schema(name = "ControlChartRequest")
    record Request(
            @NotNull ImprovementDirection improvementDirection,
            @Nullable BigDecimal target,
            @Nullable List<@NotNull @Valid Period> rebase,
            @Nullable Integer fixAfterNPoints,
            @Nullable Boolean screenOutliers,
            @Nullable Frequency frequency,
            @NotNull @Size(max = 100_000) List<@NotNull @Valid Point> points) {

        ChartOptions options() {
            return new ChartOptions(
                    improvementDirection,
                    target,
                    rebase == null ? List.of() : rebase.stream().map(Period::firstDay).toList(),
                    fixAfterNPoints,
                    screenOutliers == null || screenOutliers,
                    frequency);
        }

        @Schema(name = "ControlChartRequestPoint")
        record Point(@NotNull Period period, @Nullable BigDecimal value) {
            Measured measured() {
                return new Measured(period.firstDay(), value);
            }
        }
    }

    /// A period by its first day, or a month.
    @Schema(
            name = "Period",
            type = SchemaType.STRING,
            description = "A day (YYYY-MM-DD), or a month (YYYY-MM) for its first day",
            examples = {"2018-04", "2018-04-01"})
    record Period(LocalDate firstDay) {

        @JsonCreator
        static Period parse(String text) {
            try {
                return new Period(
                        text.length() == 7
                                ? YearMonth.parse(text).atDay(1)
                                : LocalDate.parse(text));
            } catch (DateTimeParseException unreadable) {
                throw new IllegalArgumentException(
                        "A period is written YYYY-MM-DD or YYYY-MM, not " + text, unreadable);
            }
        }
    }
}
