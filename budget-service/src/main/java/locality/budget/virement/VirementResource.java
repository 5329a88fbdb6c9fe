package locality.budget.virement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.authority.DecisionAttempts;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Virements", description = "Budget moved from line to line of a fund")
class VirementResource {

    private static final int MOST_MOVES = 200;
    private static final String NEW_VIREMENT =
            """
            {"moves": [{"lineId": "MCR-BCF-2014-15-L02", "amountPence": -5000000},
                       {"lineId": "MCR-BCF-2014-15-L01", "amountPence": 5000000}],
             "reason": "Reablement starts earlier than planned", "effectiveOn": "2014-10-01"}
            """;

    private final Funds funds;
    private final Virements virements;
    private final DecisionAttempts attempts;
    private final MoveBudget moveBudget;
    private final WithdrawVirement withdrawVirement;
    private final CurrentCaller caller;

    VirementResource(
            Funds funds,
            Virements virements,
            DecisionAttempts attempts,
            MoveBudget moveBudget,
            WithdrawVirement withdrawVirement,
            CurrentCaller caller) {
        this.funds = funds;
        this.virements = virements;
        this.attempts = attempts;
        this.moveBudget = moveBudget;
        this.withdrawVirement = withdrawVirement;
        this.caller = caller;
    }

    @Schema(name = "NewVirementMove")
    record NewMove(
            @NotBlank @Schema(description = "Id or reference of a line of the fund") String lineId,
            @NotNull @Schema(description = "Less than nothing where the line gives")
                    Pence amountPence) {}

    @Schema(name = "NewVirement")
    record NewVirement(
            @NotNull @Size(min = 2, max = MOST_MOVES) List<@Valid @NotNull NewMove> moves,
            @NotBlank @Size(max = 500) String reason,
            @Schema(
                            description =
                                    "Id or reference of a decision on the fund that covers it;"
                                            + " without one, the delegation to your officers where"
                                            + " the scheme lets the fund manager decide so much and"
                                            + " your organisation employs the manager, else"
                                            + " governance is asked")
                    @Nullable String decisionId,
            @Schema(description = "If not given, today; of a year that is over its last day")
                    @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "WithdrawVirement")
    record Withdrawal(@NotBlank @Size(max = 300) String reason) {}

    @POST
    @Path("/funds/{fund}/virements")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Move budget from line to line, or ask for it to be approved",
            description =
                    "The moves sum to zero. Made at once when a cited decision covers it, or when"
                        + " the virement scheme of the agreement's terms that day lets the fund"
                        + " manager decide so much, your organisation employs the manager and a"
                        + " delegation to its officers covers it. The tier is chosen by the amount"
                        + " and by what each line gave, or got, in the year. Else what lines are to"
                        + " give is set aside and governance is asked: its decision makes or"
                        + " rejects the virement, and the due date lapses it. Where no scheme was"
                        + " set, every virement needs a decision.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewVirement.class),
                            examples = @ExampleObject(name = "Reablement", value = NEW_VIREMENT)))
    @APIResponse(
            responseCode = "201",
            description = "MADE",
            content = @Content(schema = @Schema(implementation = VirementView.class)))
    @APIResponse(
            responseCode = "202",
            description = "PENDING_APPROVAL: what is to be given is set aside, governance is asked",
            content = @Content(schema = @Schema(implementation = VirementView.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such fund or line")
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "VIREMENT_DOES_NOT_SUM, MOVES_NOTHING, LINE_NAMED_TWICE, PLAN_NOT_APPROVED,"
                        + " CAPITAL_AND_REVENUE, LEAVES_RING_FENCE, CROSSES_BASIS,"
                        + " BETWEEN_PARTNERS, OVER_COMMITTED, PLANNED_AS_A_SAVING, ONLY_IN_VIEW,"
                        + " AGREEMENT_NOT_IN_FORCE, PROTECTED_AMOUNT, LIES_AHEAD, AFTER_THE_YEAR,"
                        + " BEFORE_THE_YEAR, DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL,"
                        + " DECISION_SUBJECT, DECISION_FUNCTION, DECISION_AMOUNT, DECISION_OWNER,"
                        + " DECISION_DATE")
    public Response move(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewVirement asked) {
        var virement = moveBudget.handle(caller.get(), fund, asked, dryRun);
        var status =
                virement.state == VirementState.MADE
                        ? Response.Status.CREATED
                        : Response.Status.ACCEPTED;
        return Response.status(status)
                .location(URI.create("/api/budget/v1/virements/" + virement.id))
                .header(HttpHeaders.ETAG, new EntityTag(virement.version))
                .entity(VirementView.of(virement, List.of()))
                .build();
    }

    @POST
    @Path("/virements/{virement}/withdraw")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Take back a virement that waits, as the organisation that asked for it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Withdrawal.class),
                            examples =
                                    @ExampleObject(
                                            name = "Not needed",
                                            value = "{\"reason\": \"The ward opens later\"}")))
    @APIResponse(
            responseCode = "200",
            description = "WITHDRAWN: what was set aside is free again",
            content = @Content(schema = @Schema(implementation = VirementView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such virement in your localities")
    @APIResponse(responseCode = "409", description = "VIREMENT_NOT_PENDING")
    @APIResponse(responseCode = "422", description = "NOT_WHO_ASKED")
    public Response withdraw(
            @PathParam("virement") String virement,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Withdrawal asked) {
        return answer(
                withdrawVirement.handle(caller.get(), virement, asked.reason(), ifMatch, dryRun));
    }

    @GET
    @Path("/virements/{virement}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Read a virement, with the decisions that arrived for it")
    @APIResponse(
            responseCode = "200",
            description = "The virement",
            content = @Content(schema = @Schema(implementation = VirementView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such virement in your localities")
    public Response read(@PathParam("virement") String idOrReference) {
        return answer(virements.require(caller.get(), idOrReference));
    }

    @GET
    @Path("/funds/{fund}/virements")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List the virements of a fund, or export them as CSV",
            description =
                    "With `forNoting`, those that officers made under a delegation and the body is"
                            + " told of.")
    public Page<VirementView> list(
            @PathParam("fund") String fund,
            @QueryParam("state") @Nullable VirementState state,
            @QueryParam("forNoting") @DefaultValue("false") boolean forNoting,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var found = funds.require(caller.get(), fund);
        var rows = virements.page(found, state, forNoting, Cursor.orStart(after), limit);
        var arrived = attempts.on(rows.stream().map(virement -> virement.id).toList());
        return Page.of(rows, limit, virement -> virement.id.toString())
                .map(
                        virement ->
                                VirementView.of(
                                        virement, arrived.getOrDefault(virement.id, List.of())));
    }

    @GET
    @Path("/funds/{fund}/virements")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List the virements of a fund, or export them as CSV")
    public Response export(
            @PathParam("fund") String idOrReference,
            @QueryParam("state") @Nullable VirementState state,
            @QueryParam("forNoting") @DefaultValue("false") boolean forNoting) {
        var fund = funds.require(caller.get(), idOrReference);
        var rows = virements.page(fund, state, forNoting, Cursor.orStart(null), Page.ALL);
        return Spreadsheet.named(fund.reference() + "-virements", VirementCsv.write(rows));
    }

    private Response answer(Virement virement) {
        var arrived = attempts.on(List.of(virement.id)).getOrDefault(virement.id, List.of());
        return Response.ok(VirementView.of(virement, arrived))
                .header(HttpHeaders.ETAG, new EntityTag(virement.version))
                .build();
    }
}
