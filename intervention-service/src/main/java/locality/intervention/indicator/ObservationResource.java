package locality.intervention.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import locality.intervention.indicator.Observations.Revision;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.refusal.Malformed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/intervention/v1/indicators/{indicator}/observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
@RunOnVirtualThread
class ObservationResource {

    private static final String BEFORE_ALL = "0001-01-01";
    private static final String AFTER_ALL = "9999-12-31";
    private static final String EXAMPLE =
            """
            period,value,numerator,denominator
            2014-01,,33050,34791
            2014-02,,31877,33112
            2014-03,,,
            """;

    private final Indicators indicators;
    private final Observations observations;
    private final RecordObservations recordObservations;
    private final CurrentCaller caller;

    ObservationResource(
            Indicators indicators,
            Observations observations,
            RecordObservations recordObservations,
            CurrentCaller caller) {
        this.indicators = indicators;
        this.observations = observations;
        this.recordObservations = recordObservations;
        this.caller = caller;
    }

    /// A page of observations.
    ///
    /// @param next the period to ask the next page with (`?after=`), null on the last page
    /// @param knownAt when this was known: the instant asked for, or that of the last recorded
    ///   event where it is earlier; null for the latest
    @Schema(name = "ObservationPage")
    record ObservationPage(
            List<Revision> items, @Nullable String next, @Nullable Instant knownAt) {}

    @POST
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            summary = "Record a file of observations",
            description =
                    "All or nothing; every bad cell is named by line and column. A period is its"
                            + " first day (YYYY-MM-DD) or its month (YYYY-MM). An empty value is a"
                            + " missing one, unless numerator and denominator are given: then it is"
                            + " computed. What is known already changes nothing; what differs is"
                            + " recorded beside it as a correction.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "three months", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RecordObservations.Outcome.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every fault by line and column; nothing was recorded")
    public Response record(
            @PathParam("indicator") String idOrReference,
            @Parameter(description = "Title of the document that states them; with its section")
                    @QueryParam("document")
                    @Nullable String document,
            @Parameter(description = "The section of it") @QueryParam("section")
                    @Nullable String section,
            @Parameter(description = "How they are derived, where no document states them")
                    @QueryParam("formula")
                    @Nullable String formula,
            @NotNull String file) {
        return Response.ok(
                        recordObservations.handle(
                                caller.get(), idOrReference, file, document, section, formula))
                .build();
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Read observations, as they are or as they were known",
            description = "As CSV all of them, whatever the page, as they can be sent back.")
    @APIResponse(
            responseCode = "200",
            description = "Observations in the order of their periods",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ObservationPage.class)),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(implementation = String.class))
            })
    @Produces({MediaType.APPLICATION_JSON, Spreadsheet.CSV})
    public Response list(
            @Context HttpHeaders headers,
            @PathParam("indicator") String idOrReference,
            @QueryParam("from") @DefaultValue(BEFORE_ALL) LocalDate from,
            @QueryParam("to") @DefaultValue(AFTER_ALL) LocalDate to,
            @Parameter(
                            description = "An instant, as in 2014-06-01T09:00:00Z",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("knownAt")
                    @Nullable String knownAt,
            @Parameter(description = "The last period of the page before") @QueryParam("after")
                    @Nullable LocalDate after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(10_000) int limit) {
        var indicator = indicators.require(caller.get(), idOrReference);
        var known = knownAt == null ? null : observations.clip(instant(knownAt));
        var start = after == null ? from.minusDays(1) : after;
        if (Spreadsheet.isAskedFor(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            var all = observations.page(indicator.id, start, to, known, Integer.MAX_VALUE);
            return Spreadsheet.named(indicator.reference, ObservationCsv.write(all));
        }
        var rows = observations.page(indicator.id, start, to, known, limit + 1);
        var page = Page.of(rows, limit, row -> row.period().toString());
        return Response.ok(
                        new ObservationPage(page.items(), page.next(), known),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/{period}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read every revision of one period's observation")
    @APIResponse(responseCode = "200", description = "Its revisions, the first first")
    public List<Revision> history(
            @PathParam("indicator") String idOrReference, @PathParam("period") LocalDate period) {
        return observations.history(indicators.require(caller.get(), idOrReference).id, period);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new Malformed("knownAt is an instant, as in 2014-06-01T09:00:00Z, not " + text);
        }
    }
}
