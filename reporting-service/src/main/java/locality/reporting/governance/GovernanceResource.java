package locality.reporting.governance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A locality's boards for programs; the page for people is `/localities/{code}/governance`.
@Path("/api/reporting/v1/localities/{code}/governance")
@Tag(name = "Dashboards")
@RunOnVirtualThread
class GovernanceResource {

    private final ReadGovernance readGovernance;
    private final CurrentCaller caller;

    GovernanceResource(ReadGovernance readGovernance, CurrentCaller caller) {
        this.readGovernance = readGovernance;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Reads a locality's boards on a date",
            description =
                    "The structure of bodies as it stood that day, seats that stood vacant, the"
                            + " forward plan, decisions with their papers, validity and what"
                            + " followed, actions, recommendations and disputes begun by then, in"
                            + " the state they are in now.")
    @APIResponseSchema(Governance.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such locality, or not for you")
    public Governance read(
            @Parameter(description = "GSS code", example = "E08000005") @PathParam("code")
                    String code,
            @Parameter(description = "The day asked about; today when left out") @QueryParam("on")
                    @Nullable LocalDate on,
            @Parameter(description = "The same as `on`") @QueryParam("effectiveAt")
                    @Nullable LocalDate effectiveAt) {
        var locality = caller.get().requireSight(code);
        return readGovernance.handle(locality, on == null ? effectiveAt : on);
    }
}
