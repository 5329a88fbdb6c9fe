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
import locality.reporting.governance.Governance;
import locality.reporting.governance.ReadGovernance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// A locality's boards on a page, its JSON twin at the same address, and its tables as files.
@Path("/localities/{code}/governance")
@RunOnVirtualThread
class GovernancePages {

    private final ReadGovernance readGovernance;
    private final CurrentCaller caller;

    GovernancePages(ReadGovernance readGovernance, CurrentCaller caller) {
        this.readGovernance = readGovernance;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Shows a locality's boards on a date")
    public Response page(@PathParam("code") String code, @QueryParam("on") @Nullable LocalDate on) {
        return Page.of(
                Templates.governance(
                        Visitor.of(caller.get()),
                        new GovernanceView(
                                readGovernance.handle(caller.get().requireSight(code), on))));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Reads a locality's boards on a date")
    public Response twin(@PathParam("code") String code, @QueryParam("on") @Nullable LocalDate on) {
        return Page.twin(readGovernance.handle(caller.get().requireSight(code), on));
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
        var governance = readGovernance.whole(caller.get().requireSight(code), on);
        return Spreadsheet.named(
                "%s-%s-%s".formatted(code, table, governance.on()), written(table, governance));
    }

    private static String written(String table, Governance governance) {
        return switch (table) {
            case "bodies" -> GovernanceTables.bodies(governance);
            case "vacancies" -> GovernanceTables.vacancies(governance);
            case "forward-plan" -> GovernanceTables.forwardPlan(governance);
            case "decision-log" -> GovernanceTables.decisionLog(governance);
            case "actions" -> GovernanceTables.actions(governance);
            case "recommendations" -> GovernanceTables.recommendations(governance);
            case "disputes" -> GovernanceTables.disputes(governance);
            default -> throw new NotFound("table", table);
        };
    }
}
