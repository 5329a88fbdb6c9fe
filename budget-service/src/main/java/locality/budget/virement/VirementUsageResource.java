package locality.budget.virement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What virements did to each line in the year: the figures by which a tier is chosen.
@Path("/api/budget/v1/funds/{fund}/virements/usage")
@RunOnVirtualThread
@Tag(name = "Virements", description = "Budget moved from line to line of a fund")
class VirementUsageResource {

    private final Funds funds;
    private final Virements virements;
    private final CurrentCaller caller;

    VirementUsageResource(Funds funds, Virements virements, CurrentCaller caller) {
        this.funds = funds;
        this.virements = virements;
        this.caller = caller;
    }

    @Schema(name = "VirementLineUsage")
    record LineView(
            String line,
            @Schema(description = "As the plan has it") Pence plannedPence,
            @Schema(description = "planned - given + got, and what else was decided since")
                    Pence currentPence,
            Pence givenPence,
            Pence gotPence,
            @Schema(description = "Waits for a decision to be given") Pence givenWaitingPence,
            @Schema(description = "Waits for a decision to be got") Pence gotWaitingPence) {

        static LineView of(Virements.Usage usage) {
            return new LineView(
                    usage.reference(),
                    usage.plannedPence(),
                    usage.currentPence(),
                    usage.givenPence(),
                    usage.gotPence(),
                    usage.givenWaitingPence(),
                    usage.gotWaitingPence());
        }
    }

    @Schema(name = "VirementUsage")
    record View(
            UUID fundId,
            List<LineView> lines,
            @Schema(description = "Sums of the lines; what is given equals what is got")
                    LineView total) {

        static View of(UUID fund, List<Virements.Usage> usage) {
            var total =
                    new Virements.Usage(
                            "TOTAL",
                            sum(usage, Virements.Usage::plannedPence),
                            sum(usage, Virements.Usage::currentPence),
                            sum(usage, Virements.Usage::givenPence),
                            sum(usage, Virements.Usage::gotPence),
                            sum(usage, Virements.Usage::givenWaitingPence),
                            sum(usage, Virements.Usage::gotWaitingPence));
            return new View(fund, usage.stream().map(LineView::of).toList(), LineView.of(total));
        }

        private static Pence sum(
                List<Virements.Usage> usage, Function<Virements.Usage, Pence> figure) {
            return Pence.sum(usage.stream().map(figure).toList());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What each line gave and got in the year, as JSON or as CSV")
    public View read(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        return View.of(fund.id(), virements.usage(fund));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What each line gave and got in the year, as JSON or as CSV")
    public Response export(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        return Spreadsheet.named(
                fund.reference() + "-virements-by-line",
                VirementCsv.writeUsage(virements.usage(fund)));
    }
}
