package locality.reporting.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.money.FinancialYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The dashboard for programs; the page for people is `/localities/{code}`.
@Path("/api/reporting/v1/localities/{code}/dashboard")
@Tag(name = "Dashboards")
@RunOnVirtualThread
class DashboardResource {

    private final Dashboards dashboards;
    private final CurrentCaller caller;

    DashboardResource(Dashboards dashboards, CurrentCaller caller) {
        this.dashboards = dashboards;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Reads a locality's dashboard",
            description =
                    "What needs attention, the pool by fund and line, commitments, interventions,"
                            + " decisions with their validity, an indicator with its control chart,"
                            + " and how fresh each source is. Send the ETag as If-None-Match: the"
                            + " answer is 304 until something changed.")
    @APIResponse(
            responseCode = "200",
            description = "The dashboard",
            content = @Content(schema = @Schema(implementation = Dashboard.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such locality or indicator, or not for you")
    public Response read(
            @Parameter(description = "GSS code", example = "E08000003") @PathParam("code")
                    String code,
            @Parameter(description = "Funds of one financial year", example = "2014/15")
                    @QueryParam("financialYear")
                    @Nullable FinancialYear financialYear,
            @Parameter(description = "Id or reference of the indicator to show")
                    @QueryParam("indicator")
                    @Nullable String indicator,
            @Context Request request) {
        var locality = caller.get().requireSight(code);
        var version = new EntityTag(dashboards.version(locality).tag(), true);
        var unchanged = request.evaluatePreconditions(version);
        var answer =
                unchanged != null
                        ? unchanged
                        : Response.ok(dashboards.read(locality, financialYear, indicator));
        return answer.tag(version).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }
}
