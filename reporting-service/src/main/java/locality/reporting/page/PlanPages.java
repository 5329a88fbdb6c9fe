package locality.reporting.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import locality.platform.refusal.NotFound;
import locality.reporting.partnership.Plans;
import locality.reporting.partnership.ReadPartnership;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// A locality's plans on a page, its JSON twin at the same address, and its tables as files.
@Path("/localities/{code}/plan")
@RunOnVirtualThread
class PlanPages {

    private final ReadPartnership readPartnership;
    private final CurrentCaller caller;

    PlanPages(ReadPartnership readPartnership, CurrentCaller caller) {
        this.readPartnership = readPartnership;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Shows a locality's plans as of a day")
    public Response page(@PathParam("code") String code, @QueryParam("on") @Nullable LocalDate on) {
        return Page.of(
                Templates.plan(
                        Visitor.of(caller.get()),
                        new PlanView(readPartnership.plans(caller.get().requireSight(code), on))));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Reads a locality's plans as of a day")
    public Response twin(@PathParam("code") String code, @QueryParam("on") @Nullable LocalDate on) {
        return Page.twin(readPartnership.plans(caller.get().requireSight(code), on));
    }

    @GET
    @Path("{table}.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Gives a table of the page as a file")
    public Response table(
            @PathParam("code") String code,
            @PathParam("table") String table,
            @QueryParam("on") @Nullable LocalDate on) {
        var plans = readPartnership.plans(caller.get().requireSight(code), on);
        return Spreadsheet.named(
                "%s-%s-%s".formatted(code, table, plans.on()), written(table, plans));
    }

    private static String written(String table, Plans plans) {
        return switch (table) {
            case "attention" -> PartnershipTables.attention(plans.attention());
            case "plans" -> PartnershipTables.plans(plans);
            case "milestones" -> PartnershipTables.milestones(plans);
            default -> throw new NotFound("table", table);
        };
    }
}
