package locality.reporting.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.reporting.readmodel.ReadModels;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a check compares with the services.
@Path("/api/reporting/v1/control-totals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
@RunOnVirtualThread
class ControlTotalsResource {

    private final ReadModels readModels;
    private final CurrentCaller caller;

    ControlTotalsResource(ReadModels readModels, CurrentCaller caller) {
        this.readModels = readModels;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Sums and counts of the read models",
            description =
                    "Per fund, per locality and per topic, for the caller's localities, to be"
                            + " compared with what the services answer.")
    public ControlTotals read() {
        var localities = caller.get().localityCodes();
        return readModels.ask(snapshot -> ControlTotals.of(localities, snapshot));
    }
}
