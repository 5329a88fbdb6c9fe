package locality.budget.line;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import locality.budget.fund.Funds;
import locality.budget.fund.PlanStage;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/funds/{fund}/lines")
@RunOnVirtualThread
@Tag(name = "Lines", description = "What a fund plans to spend, line by line")
class LineResource {

    private static final String PLAN =
            """
            scheme,areaOfSpend,commissioner,providerType,fundingSource,kind,recurrent,ringFence,basis,plannedPence
            Carers and reablement,Social care,E08000003,Local authority,CCG allocation,REVENUE,true,,ALIGNED,500000000
            Disabled facilities grant,Housing,E08000003,Local authority,DFG,CAPITAL,true,DFG,ALIGNED,296700000
            TOTAL,,,,,,,,,796700000
            """;

    private final Funds funds;
    private final Lines lines;
    private final ImportPlan importPlan;
    private final ExportPlan exportPlan;
    private final CurrentCaller caller;
    private final Clock clock;

    LineResource(
            Funds funds,
            Lines lines,
            ImportPlan importPlan,
            ExportPlan exportPlan,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.importPlan = importPlan;
        this.exportPlan = exportPlan;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(Spreadsheet.CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Import the whole plan of a fund from CSV, all or nothing",
            description =
                    "The file is the plan: new rows become lines, known ones change, missing ones"
                            + " are withdrawn. A last row TOTAL must equal the sum. The columns"
                            + " function, provenanceKind, provenanceDocument, provenanceSection,"
                            + " provenanceFormula, schemeType, description, status (NEW or"
                            + " EXISTING), plannedUnits, unit, use, reference, version and"
                            + " planVersion may be added; what a file has no column for stays as it"
                            + " is. The same file again changes nothing. A file that was exported"
                            + " from another version of the plan is refused by its planVersion."
                            + " Where a plan of the fund was approved before, this one acts on no"
                            + " line until it is approved itself; until then it is exported with"
                            + " plan=UNDER_WAY.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations
                                                            .enums.SchemaType.STRING),
                            examples = @ExampleObject(name = "Better Care Fund", value = PLAN)))
    @APIResponse(
            responseCode = "200",
            description = "What the import did",
            content = @Content(schema = @Schema(implementation = ImportPlan.Imported.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "MALFORMED: every bad row by line and column, a wrong total; nothing done")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(
            responseCode = "409",
            description = "PLAN_STAGE: the plan was further already; nothing done")
    @APIResponse(
            responseCode = "412",
            description = "STALE: the fund has changed since you read it")
    @APIResponse(
            responseCode = "422",
            description =
                    "LINE_IN_USE, PROTECTED_AMOUNT, IDEMPOTENCY_KEY_REQUIRED or"
                            + " IDEMPOTENCY_KEY_REUSED")
    public Response importCsv(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(
                            description =
                                    "The fund's ETag; a plan that has changed since is not"
                                            + " replaced")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "What the plan becomes with it; as it was if not given")
                    @QueryParam("stage")
                    @Nullable PlanStage stage,
            @NotNull String plan) {
        return Response.ok(importPlan.handle(caller.get(), fund, stage, ifMatch, plan, dryRun))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the lines of a fund, or export them as CSV")
    public Page<LineView> list(
            @PathParam("fund") String idOrReference,
            @Parameter(description = "The day whose basis is answered; today if not given")
                    @QueryParam("on")
                    @Nullable LocalDate on,
            @Schema(description = "The number of the line to go on after")
                    @QueryParam("after")
                    @DefaultValue("0")
                    int after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var fund = funds.require(caller.get(), idOrReference);
        var day = on == null ? BusinessClock.today(clock) : on;
        return Page.of(lines.page(fund, after, limit), limit, line -> String.valueOf(line.number))
                .map(line -> LineView.of(line, fund, day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the lines of a fund, or export them as CSV")
    public Response export(
            @PathParam("fund") String idOrReference,
            @Parameter(
                            description =
                                    "Of the CSV: UNDER_WAY for the plan as it stands, which the"
                                            + " next import replaces; IN_FORCE for the one that the"
                                            + " lines follow")
                    @QueryParam("plan")
                    @DefaultValue("IN_FORCE")
                    WhichPlan plan) {
        var fund = funds.require(caller.get(), idOrReference);
        return Spreadsheet.named(fund.reference(), exportPlan.handle(fund, plan));
    }
}
