package locality.budget.summary;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.LineView;
import locality.budget.line.Lines;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/funds/{fund}/summary")
@RunOnVirtualThread
@Tag(name = "Lines", description = "What a fund plans to spend, line by line")
class SummaryResource {

    private final Funds funds;
    private final Lines lines;
    private final CurrentCaller caller;
    private final Clock clock;

    SummaryResource(Funds funds, Lines lines, CurrentCaller caller, Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What the lines of a fund sum to, by what a plan says of them")
    @APIResponse(
            responseCode = "200",
            description = "Sums that sum to the fund",
            content = @Content(schema = @Schema(implementation = Summary.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    public Response read(
            @PathParam("fund") String idOrReference,
            @QueryParam("by") @DefaultValue("AREA") SummaryBy by,
            @Parameter(description = "The day whose basis counts; today if not given")
                    @QueryParam("on")
                    @Nullable LocalDate on) {
        return Response.ok(summary(idOrReference, by, on)).build();
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What the lines of a fund sum to, by what a plan says of them")
    public Response export(
            @PathParam("fund") String idOrReference,
            @QueryParam("by") @DefaultValue("AREA") SummaryBy by,
            @QueryParam("on") @Nullable LocalDate on) {
        var summary = summary(idOrReference, by, on);
        return Spreadsheet.named(
                "%s-by-%s"
                        .formatted(
                                summary.fund(),
                                by.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                summary.asCsv());
    }

    private Summary summary(String idOrReference, SummaryBy by, @Nullable LocalDate asked) {
        var on = asked == null ? BusinessClock.today(clock) : asked;
        var fund = funds.require(caller.get(), idOrReference);
        var planned = lines.planOf(fund);
        var own = planned.stream().filter(line -> line.isMoneyOf(fund));
        var inView = planned.stream().filter(line -> !line.isMoneyOf(fund));
        return Summary.of(fund, by, on, views(own, fund, on), views(inView, fund, on));
    }

    private static List<LineView> views(Stream<BudgetLine> lines, Fund fund, LocalDate on) {
        return lines.map(line -> LineView.of(line, fund, on)).toList();
    }
}
