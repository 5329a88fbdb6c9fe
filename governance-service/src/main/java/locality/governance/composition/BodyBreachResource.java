package locality.governance.composition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import locality.governance.body.BodyRegister;
import locality.governance.composition.BreachResource.BreachView;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is broken of the rules about the seats of one body, over HTTP.
@Path("/api/governance/v1/bodies/{body}/breaches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Seat rules")
class BodyBreachResource {

    private final FindBreaches findBreaches;
    private final BodyRegister bodies;
    private final Recorder recorder;

    BodyBreachResource(FindBreaches findBreaches, BodyRegister bodies, Recorder recorder) {
        this.findBreaches = findBreaches;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List what is broken of the rules about a body's seats on a date")
    @APIResponse(responseCode = "200", description = "The rules that are broken")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Page<BreachView> list(
            @PathParam("body") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var body = bodies.require(idOrReference, recorder.day(on, effectiveAt));
        return new Page<>(findBreaches.of(body).stream().map(BreachView::of).toList(), null);
    }
}
