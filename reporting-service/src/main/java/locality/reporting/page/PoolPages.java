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
import locality.reporting.pool.PooledBudget;
import locality.reporting.pool.ReadPooledBudget;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// A locality's pooled budget on a page, its JSON twin at the same address, and its tables as
/// files.
@Path("/localities/{code}/pool")
@RunOnVirtualThread
class PoolPages {

    private final ReadPooledBudget readPooledBudget;
    private final CurrentCaller caller;

    PoolPages(ReadPooledBudget readPooledBudget, CurrentCaller caller) {
        this.readPooledBudget = readPooledBudget;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Shows a locality's pooled budget as of a day")
    public Response page(
            @PathParam("code") String code,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("fund") @Nullable String fund) {
        return Page.of(
                Templates.pool(Visitor.of(caller.get()), new PoolView(read(code, on, fund))));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Reads a locality's pooled budget as of a day")
    public Response twin(
            @PathParam("code") String code,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("fund") @Nullable String fund) {
        return Page.twin(read(code, on, fund));
    }

    @GET
    @Path("{table}.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.READER)
    @Operation(hidden = true, summary = "Gives a table of the page as a file")
    public Response table(
            @PathParam("code") String code,
            @PathParam("table") String table,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("fund") @Nullable String fund) {
        var budget = read(code, on, fund);
        return Spreadsheet.named(
                "%s-%s-%s".formatted(code, table, budget.on()), written(table, budget));
    }

    private PooledBudget read(String code, @Nullable LocalDate on, @Nullable String fund) {
        return readPooledBudget.read(
                caller.get().requireSight(code), on, fund == null || fund.isBlank() ? null : fund);
    }

    private static String written(String table, PooledBudget budget) {
        return switch (table) {
            case "attention" -> PoolTables.attention(budget);
            case "funds" -> PoolTables.funds(budget);
            case "plans" -> PoolTables.plans(budget);
            case "lines" -> PoolTables.lines(budget);
            case "areas" -> PoolTables.areas(budget);
            case "sources" -> PoolTables.sources(budget);
            case "bases" -> PoolTables.bases(budget);
            case "contributions" -> PoolPromises.contributions(budget);
            case "commitments" -> PoolPromises.commitments(budget);
            case "variations" -> PoolPromises.variations(budget);
            case "virements" -> PoolPromises.virements(budget);
            case "protected-amounts" -> PoolPromises.protectedAmounts(budget);
            case "performance-pay" -> PoolPromises.performancePay(budget);
            case "comparisons" -> PoolTables.comparisons(budget);
            case "retrospective" -> PoolPromises.retrospective(budget);
            default -> throw new NotFound("table", table);
        };
    }
}
