package locality.reporting.page;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Locale;
import java.util.Map;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Problem;
import locality.platform.refusal.Refusal;
import locality.reporting.dashboard.Dashboards;
import locality.reporting.indicator.Reading;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// A locality's page, its JSON twin at the same address, and its tables as files.
@Path("/localities/{code}")
@RunOnVirtualThread
class LocalityPages {

    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";

    private final Dashboards dashboards;
    private final Changes changes;
    private final SecurityIdentity identity;
    private final CurrentCaller caller;

    LocalityPages(
            Dashboards dashboards,
            Changes changes,
            SecurityIdentity identity,
            CurrentCaller caller) {
        this.dashboards = dashboards;
        this.changes = changes;
        this.identity = identity;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({
        Roles.FINANCE,
        Roles.GOVERNANCE,
        Roles.PROGRAMME,
        Roles.ANALYST,
        Roles.VIEWER,
        Roles.GM_OBSERVER,
        Roles.AUDITOR,
        Roles.PLATFORM
    })
    @Operation(hidden = true, summary = "Shows a locality's dashboard")
    public Response page(
            @PathParam("code") String code,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("indicator") @Nullable String indicator) {
        var locality = seen(code);
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
    @RolesAllowed({
        Roles.FINANCE,
        Roles.GOVERNANCE,
        Roles.PROGRAMME,
        Roles.ANALYST,
        Roles.VIEWER,
        Roles.GM_OBSERVER,
        Roles.AUDITOR,
        Roles.PLATFORM
    })
    @Operation(hidden = true, summary = "Reads a locality's dashboard")
    public Response twin(
            @PathParam("code") String code,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("indicator") @Nullable String indicator,
            @Context Request request) {
        var locality = seen(code);
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
    @RolesAllowed({
        Roles.FINANCE,
        Roles.GOVERNANCE,
        Roles.PROGRAMME,
        Roles.ANALYST,
        Roles.VIEWER,
        Roles.GM_OBSERVER,
        Roles.AUDITOR,
        Roles.PLATFORM
    })
    @Operation(hidden = true, summary = "Gives a table of the page as a file")
    public Response table(
            @PathParam("code") String code,
            @PathParam("table") String table,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("indicator") @Nullable String indicator) {
        var locality = seen(code);
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
        return Response.ok(csv)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.csv\"".formatted(code, table))
                .build();
    }

    @GET
    @Path("chart.svg")
    @Produces(SVG)
    @RolesAllowed({
        Roles.FINANCE,
        Roles.GOVERNANCE,
        Roles.PROGRAMME,
        Roles.ANALYST,
        Roles.VIEWER,
        Roles.GM_OBSERVER,
        Roles.AUDITOR,
        Roles.PLATFORM
    })
    @Operation(hidden = true, summary = "Gives the page's chart as a picture")
    public String chart(
            @PathParam("code") String code, @QueryParam("indicator") @Nullable String indicator) {
        return chosen(dashboards.read(seen(code), null, indicator).indicator()).drawing();
    }

    @GET
    @Path("changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Blocking
    @RolesAllowed({
        Roles.FINANCE,
        Roles.GOVERNANCE,
        Roles.PROGRAMME,
        Roles.ANALYST,
        Roles.VIEWER,
        Roles.GM_OBSERVER,
        Roles.AUDITOR,
        Roles.PLATFORM
    })
    @Operation(hidden = true, summary = "Says to an open page when it has changed")
    public Multi<OutboundSseEvent> changes(@PathParam("code") String code, @Context Sse sse) {
        return ChangesPage.stream(changes.of(seen(code)), ChangesPage.LONGEST_SECONDS, sse);
    }

    private Locality seen(String code) {
        var locality = Locality.find(code).orElseThrow(() -> new NotFound("locality", code));
        caller.get().requireSight(locality, "locality", code);
        return locality;
    }

    private static Reading chosen(@Nullable Reading reading) {
        if (reading == null) {
            throw new NotFound("indicator", "of this locality");
        }
        return reading;
    }

    /// Whoever is not signed in is sent to the issuer and comes back here.
    @ServerExceptionMapper
    Uni<Response> notSignedIn(UnauthorizedException refused, RoutingContext http) {
        return SignInPage.challenge(http);
    }

    @ServerExceptionMapper
    Response refused(Refusal refused, HttpHeaders headers) {
        return problem(
                headers,
                refused.kind().status(),
                refused instanceof NotFound ? "There is nothing here" : "This cannot be shown",
                refused.code(),
                refused.detail());
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException refused, HttpHeaders headers) {
        return problem(
                headers,
                403,
                "Your roles do not allow this",
                "FORBIDDEN",
                "You are signed in, but without a role that may see this page.");
    }

    /// What the address itself makes impossible, such as a financial year that is none.
    @ServerExceptionMapper
    Response unreadable(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof IllegalArgumentException told) {
            return problem(
                    headers,
                    400,
                    "This address cannot be read",
                    "MALFORMED",
                    String.valueOf(told.getMessage()));
        }
        var status = failure.getResponse().getStatusInfo();
        return status.getStatusCode() < 400
                ? failure.getResponse()
                : problem(
                        headers,
                        status.getStatusCode(),
                        status.getReasonPhrase(),
                        status.getReasonPhrase().toUpperCase(Locale.ROOT).replace(' ', '_'),
                        String.valueOf(failure.getMessage()));
    }

    /// A page keeps whoever is signed in able to sign out.
    private Response problem(
            HttpHeaders headers, int status, String title, String code, String detail) {
        if (headers.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE)) {
            return Page.problem(
                    Templates.problem(Visitor.of(identity, caller), title, detail), status);
        }
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(
                        new Problem(
                                "urn:locality:problem:"
                                        + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                                title,
                                status,
                                detail,
                                code,
                                Map.of()))
                .build();
    }
}
