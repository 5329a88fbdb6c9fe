package locality.reporting.partnership;

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

/// A locality's partnership and its plans for programs; the pages for people are
/// `/localities/{code}/partnership` and `/localities/{code}/plan`.
@Path("/api/reporting/v1/localities/{code}")
@Tag(name = "Dashboards")
@RunOnVirtualThread
class PartnershipResource {

    private final ReadPartnership readPartnership;
    private final CurrentCaller caller;

    PartnershipResource(ReadPartnership readPartnership, CurrentCaller caller) {
        this.readPartnership = readPartnership;
        this.caller = caller;
    }

    @GET
    @Path("partnership")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Reads a locality's partnership as of a day",
            description =
                    "What needs attention, agreements with their parties, gateways with their"
                            + " conditions and what went over to the contract, the register of"
                            + " risks, issues, assumptions and dependencies, assessments,"
                            + " strategies, principles and engagement, each as it was told to hold"
                            + " that day.")
    @APIResponseSchema(Partnership.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such locality, or not for you")
    public Partnership partnership(
            @Parameter(description = "GSS code", example = "E08000005") @PathParam("code")
                    String code,
            @Parameter(description = "The day asked about; today when left out") @QueryParam("on")
                    @Nullable LocalDate on) {
        return readPartnership.partnership(caller.get().requireSight(code), on);
    }

    @GET
    @Path("plan")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Reads a locality's plans as of a day",
            description =
                    "Each plan with its areas, the baseline that holds and its milestones, with"
                            + " their slippage against that baseline, as it was told to hold that"
                            + " day.")
    @APIResponseSchema(Plans.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such locality, or not for you")
    public Plans plan(
            @Parameter(description = "GSS code", example = "E08000004") @PathParam("code")
                    String code,
            @Parameter(description = "The day asked about; today when left out") @QueryParam("on")
                    @Nullable LocalDate on) {
        return readPartnership.plans(caller.get().requireSight(code), on);
    }
}
