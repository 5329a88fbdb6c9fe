package locality.reporting.pool;

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

/// A locality's pooled budget for programs; the page for people is `/localities/{code}/pool`.
@Path("/api/reporting/v1/localities/{code}/pool")
@Tag(name = "Dashboards")
@RunOnVirtualThread
class PooledBudgetResource {

    private final ReadPooledBudget readPooledBudget;
    private final CurrentCaller caller;

    PooledBudgetResource(ReadPooledBudget readPooledBudget, CurrentCaller caller) {
        this.readPooledBudget = readPooledBudget;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Reads a locality's pooled budget as of a day",
            description =
                    "What needs attention; each fund with its agreement, host, manager and basis,"
                        + " its lines with what is original, current, requested, committed, spent"
                        + " and available, and the versions of its plan; contributions with arrears"
                        + " by age; commitments and variations with their authority; virements;"
                        + " protected amounts; rules of performance pay, also those that ended;"
                        + " figures that do not agree; retrospective entries. Each as it was told"
                        + " to hold that day.")
    @APIResponseSchema(PooledBudget.class)
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such locality, or not for you; no such fund that day")
    public PooledBudget read(
            @Parameter(description = "GSS code", example = "E08000003") @PathParam("code")
                    String code,
            @Parameter(description = "The day asked about; today when left out") @QueryParam("on")
                    @Nullable LocalDate on,
            @Parameter(
                            description = "The reference of one fund; all when left out",
                            example = "MCR-BCF-2014-15")
                    @QueryParam("fund")
                    @Nullable String fund) {
        return readPooledBudget.read(caller.get().requireSight(code), on, fund);
    }
}
