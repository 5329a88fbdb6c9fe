package locality.reporting.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.refusal.NotFound;
import locality.reporting.readmodel.ReadModels;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One indicator: as JSON, as a table for a spreadsheet, as a picture.
@Path("/api/reporting/v1/indicators/{idOrReference}")
@Tag(name = "Indicators")
@RunOnVirtualThread
class IndicatorResource {

    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";

    private final Indicators indicators;
    private final ReadModels readModels;
    private final CurrentCaller caller;

    IndicatorResource(Indicators indicators, ReadModels readModels, CurrentCaller caller) {
        this.indicators = indicators;
        this.readModels = readModels;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Reads an indicator",
            description =
                    "Its figures, its control chart, the last three months against a year earlier,"
                            + " whether it is late, and a description in words. Also as text/csv.")
    @APIResponse(
            responseCode = "200",
            description = "The indicator",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Reading.class)),
                @Content(mediaType = CSV)
            })
    @APIResponse(responseCode = "404", description = "NOT_FOUND: not there, or not for you")
    @APIResponse(
            responseCode = "422",
            description =
                    "CANNOT_BE_DRAWN, PERIOD_OUT_OF_RANGE, BEYOND_MEASURE or REBASE_WITHOUT_POINT")
    public Reading read(
            @PathParam("idOrReference") String idOrReference,
            @Parameter(description = "Where new limits begin; each the period of a figure")
                    @QueryParam("rebase")
                    List<LocalDate> rebase,
            @Parameter(
                            description =
                                    "As it had been told by this instant; the answer says up to"
                                            + " when that is known")
                    @QueryParam("knownAt")
                    @Nullable Instant knownAt) {
        return find(idOrReference, rebase, knownAt);
    }

    @GET
    @Produces(CSV)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Reads an indicator as a table")
    public String table(
            @PathParam("idOrReference") String idOrReference,
            @QueryParam("rebase") List<LocalDate> rebase,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        return find(idOrReference, rebase, knownAt).table();
    }

    @GET
    @Path("/chart.svg")
    @Produces(SVG)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Draws an indicator's control chart")
    @APIResponse(
            responseCode = "200",
            description = "The chart, with its description in words",
            content = @Content(mediaType = SVG))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: not there, or not for you")
    public String chart(
            @PathParam("idOrReference") String idOrReference,
            @QueryParam("rebase") List<LocalDate> rebase,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        return find(idOrReference, rebase, knownAt).drawing();
    }

    private Reading find(String idOrReference, List<LocalDate> rebase, @Nullable Instant knownAt) {
        return readModels
                .ask(
                        snapshot ->
                                indicators.find(
                                        idOrReference,
                                        caller.get().localityCodes(),
                                        rebase,
                                        knownAt,
                                        snapshot))
                .orElseThrow(() -> new NotFound("indicator", idOrReference));
    }
}
