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
import locality.reporting.partnership.Partnership;
import locality.reporting.partnership.ReadPartnership;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// A locality's partnership on a page, its JSON twin at the same address, and its tables as files.
@Path("/localities/{code}/partnership")
@RunOnVirtualThread
class PartnershipPages {

    private final ReadPartnership readPartnership;
    private final CurrentCaller caller;

    PartnershipPages(ReadPartnership readPartnership, CurrentCaller caller) {
        this.readPartnership = readPartnership;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Shows a locality's partnership as of a day")
    public Response page(@PathParam("code") String code, @QueryParam("on") @Nullable LocalDate on) {
        return Page.of(
                Templates.partnership(
                        Visitor.of(caller.get()),
                        new PartnershipView(
                                readPartnership.partnership(caller.get().requireSight(code), on))));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Reads a locality's partnership as of a day")
    public Response twin(@PathParam("code") String code, @QueryParam("on") @Nullable LocalDate on) {
        return Page.twin(readPartnership.partnership(caller.get().requireSight(code), on));
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
        var partnership = readPartnership.partnership(caller.get().requireSight(code), on);
        return Spreadsheet.named(
                "%s-%s-%s".formatted(code, table, partnership.on()), written(table, partnership));
    }

    private static String written(String table, Partnership partnership) {
        return switch (table) {
            case "attention" -> PartnershipTables.attention(partnership.attention());
            case "agreements" -> PartnershipTables.agreements(partnership);
            case "parties" -> PartnershipTables.parties(partnership);
            case "gateways" -> PartnershipTables.gateways(partnership);
            case "conditions" -> PartnershipTables.conditions(partnership);
            case "scope" -> PartnershipTables.scope(partnership);
            case "register" -> PartnershipTables.register(partnership);
            case "assessments" -> PartnershipTables.assessments(partnership);
            case "findings" -> PartnershipTables.findings(partnership);
            case "strategies" -> PartnershipTables.strategies(partnership);
            case "principles" -> PartnershipTables.principles(partnership);
            case "engagement" -> PartnershipTables.engagement(partnership);
            default -> throw new NotFound("table", table);
        };
    }
}
