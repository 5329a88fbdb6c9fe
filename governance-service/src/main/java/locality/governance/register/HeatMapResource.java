package locality.governance.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The heat map of a register over HTTP.
@Path("/api/governance/v1/register-entries/heat-map")
@RunOnVirtualThread
@Tag(name = "Registers")
class HeatMapResource {

    private final RegisterQuery query;
    private final Recorder recorder;

    HeatMapResource(RegisterQuery query, Recorder recorder) {
        this.query = query;
        this.recorder = recorder;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Count the live entries of a register by likelihood and impact, on a day",
            description =
                    "25 cells; those that are unscored, or scored by half, stand apart: they are in"
                            + " no cell, and never 0.")
    public HeatMap show(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("register") @Nullable String register,
            @QueryParam("kind") @Nullable EntryKind kind,
            @QueryParam("body") @Nullable String body,
            @QueryParam("score") @DefaultValue("RESIDUAL") ScoreKind score,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var found =
                query.find(
                        new RegisterQuery.Asked(locality, register, kind, null, body, day),
                        "",
                        Page.ALL);
        return HeatMap.of(
                score,
                day,
                found.stream()
                        .flatMap(
                                entry ->
                                        entry.on(day).stream()
                                                .map(
                                                        step ->
                                                                new HeatMap.Scored(
                                                                        entry.reference, step)))
                        .toList());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Count the live entries of a register by likelihood and impact, on a day")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("register") @Nullable String register,
            @QueryParam("kind") @Nullable EntryKind kind,
            @QueryParam("body") @Nullable String body,
            @QueryParam("score") @DefaultValue("RESIDUAL") ScoreKind score,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        return Spreadsheet.named(
                "heat-map", show(locality, register, kind, body, score, on, effectiveAt).csv());
    }
}
