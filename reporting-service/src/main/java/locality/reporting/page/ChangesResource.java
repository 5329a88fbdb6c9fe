package locality.reporting.page;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/// A line that stays open and says when a locality has changed.
@Path("/api/reporting/v1/localities/{code}/changes")
class ChangesResource {

    private final Changes changes;
    private final CurrentCaller caller;

    ChangesResource(Changes changes, CurrentCaller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Says when a locality's dashboard has changed",
            description =
                    "Server-sent events named `version`, the first at once: the data version. Read"
                            + " the dashboard again when it differs from what you have.")
    @Tag(name = "Dashboards")
    @APIResponse(responseCode = "200", description = "A stream of events")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such locality, or not for you")
    public Multi<OutboundSseEvent> listen(
            @PathParam("code") String code,
            @Parameter(description = "Seconds to listen at most")
                    @QueryParam("timeout")
                    @DefaultValue("600")
                    @Min(1)
                    @Max(ChangesPage.LONGEST_SECONDS)
                    int timeout,
            @Context Sse sse) {
        var locality = caller.get().requireSight(code);
        return ChangesPage.stream(changes.of(locality), timeout, sse);
    }
}
