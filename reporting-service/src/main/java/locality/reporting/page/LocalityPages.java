package locality.reporting.page;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import locality.platform.money.FinancialYear;
import locality.platform.refusal.NotFound;
import locality.reporting.dashboard.Dashboards;
import locality.reporting.indicator.Reading;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/// A locality's page, its JSON twin at the same address, and its tables as files.
@Path("/localities/{code}")
@RunOnVirtualThread
class LocalityPages {

    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";

    private final Dashboards dashboards;
    private final Changes changes;
    private final CurrentCaller caller;

    LocalityPages(Dashboards dashboards, Changes changes, CurrentCaller caller) {
        this.dashboards = dashboards;
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Shows a locality's dashboard")
    public Response page(
            @PathParam("code") String code,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("indicator") @Nullable String indicator) {
        var locality = caller.get().requireSight(code);
        var version = dashboards.version(locality);
        var view =
                new LocalityView(
                        locality,
                        dashboards.read(locality, financialYear, indicator),
                        indicator,
                        version.told());
        return Page.of(Templates.locality(Visitor.of(caller.get()), view));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Reads a locality's dashboard")
    public Response twin(
            @PathParam("code") String code,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("indicator") @Nullable String indicator,
            @Context Request request) {
        var locality = caller.get().requireSight(code);
        var version = new EntityTag(dashboards.version(locality).tag(), true);
        var unchanged = request.evaluatePreconditions(version);
        var answer =
                unchanged != null
                        ? unchanged
                        : Response.ok(dashboards.read(locality, financialYear, indicator));
        return answer.tag(version)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Cookie")
                .build();
    }

    @GET
    @Path("{table}.csv")
    @Produces(CSV)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Gives a table of the page as a file")
    public Response table(
            @PathParam("code") String code,
            @PathParam("table") String table,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("indicator") @Nullable String indicator) {
        var locality = caller.get().requireSight(code);
        var dashboard = dashboards.read(locality, financialYear, indicator);
        var csv =
                switch (table) {
                    case "lines" -> Tables.lines(dashboard);
                    case "commitments" -> Tables.commitments(dashboard);
                    case "interventions" -> Tables.interventions(dashboard);
                    case "decisions" -> Tables.decisions(dashboards.decisions(locality));
                    case "indicators" -> Tables.indicators(dashboard);
                    case "freshness" -> Tables.freshness(dashboard);
                    case "figures" -> chosen(dashboard.indicator()).table();
                    default -> throw new NotFound("table", table);
                };
        return Spreadsheet.named("%s-%s".formatted(code, table), csv);
    }

    @GET
    @Path("chart.svg")
    @Produces(SVG)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Gives the page's chart as a picture")
    public String chart(
            @PathParam("code") String code, @QueryParam("indicator") @Nullable String indicator) {
        return chosen(dashboards.read(caller.get().requireSight(code), null, indicator).indicator())
                .drawing();
    }

    @GET
    @Path("changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Blocking
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Says to an open page when it has changed")
    public Multi<OutboundSseEvent> changes(@PathParam("code") String code, @Context Sse sse) {
        return ChangesPage.stream(
                changes.of(caller.get().requireSight(code)), ChangesPage.LONGEST_SECONDS, sse);
    }

    private static Reading chosen(@Nullable Reading reading) {
        if (reading == null) {
            throw new NotFound("indicator", "of this locality");
        }
        return reading;
    }
}
