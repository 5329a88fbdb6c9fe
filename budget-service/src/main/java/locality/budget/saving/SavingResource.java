package locality.budget.saving;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
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

@Path("/api/budget/v1/funds/{fund}/recycled-savings")
@RunOnVirtualThread
@Tag(name = "Recycled savings", description = "Savings that come back into a fund")
class SavingResource {

    private static final String NEW_SAVING =
            """
            {"lineId": "MCR-LDF-2014-15-L01", "amountPence": 25000000,
             "decisionId": "MCR-HWBB-2015-03-25-4",
             "from": "Acute beds closed after the first wave", "effectiveDate": "2015-03-31"}
            """;

    private final RecycleSaving recycleSaving;
    private final TakeBackSaving takeBackSaving;
    private final RecycledSavings savings;
    private final Funds funds;
    private final CurrentCaller caller;

    SavingResource(
            RecycleSaving recycleSaving,
            TakeBackSaving takeBackSaving,
            RecycledSavings savings,
            Funds funds,
            CurrentCaller caller) {
        this.recycleSaving = recycleSaving;
        this.takeBackSaving = takeBackSaving;
        this.savings = savings;
        this.funds = funds;
        this.caller = caller;
    }

    @Schema(name = "NewRecycledSaving")
    record NewSaving(
            @NotBlank @Schema(description = "Id or reference of the line that has more by it")
                    String lineId,
            @NotNull Pence amountPence,
            @NotBlank
                    @Schema(
                            description =
                                    "Id or reference of a decision on the fund or on the line")
                    String decisionId,
            @NotBlank
                    @Size(max = 300)
                    @Schema(description = "What saved it; posts and organisations, no person")
                    String from,
            @Schema(
                            description =
                                    "The day from which the line has it; today, or the last day of"
                                            + " the year, if not given")
                    @Nullable LocalDate effectiveDate,
            @Nullable Provenance provenance) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Let a saving come back into a recyclable fund, under a decision",
            description =
                    "The line has so much more than was planned; its plan stays as it is. The"
                            + " memorandum accounts say the same.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSaving.class),
                            examples = @ExampleObject(name = "Beds closed", value = NEW_SAVING)))
    @APIResponse(
            responseCode = "201",
            description = "Recycled",
            content = @Content(schema = @Schema(implementation = SavingView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund or line in your localities")
    @APIResponse(responseCode = "409", description = "DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_RECYCLABLE, SAVING_NOT_POSITIVE, SAVING_LIES_AHEAD, SAVING_AFTER_THE_YEAR,"
                            + " BEFORE_THE_YEAR, PLAN_NOT_APPROVED, ONLY_IN_VIEW,"
                            + " PLANNED_AS_A_SAVING, IDEMPOTENCY_KEY_REQUIRED,"
                            + " IDEMPOTENCY_KEY_REUSED,"
                            + " DECISION_NOT_IN_EFFECT, DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT,"
                            + " DECISION_AMOUNT, DECISION_OWNER, DECISION_DATE")
    public Response recycle(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewSaving asked) {
        var saving = recycleSaving.handle(caller.get(), fund, asked, dryRun);
        return Response.created(
                        URI.create(
                                "/api/budget/v1/funds/%s/recycled-savings"
                                        .formatted(saving.fundId())))
                .entity(saving)
                .build();
    }

    @Schema(name = "TakeBackRecycledSaving")
    record TakingBack(
            @NotBlank @Size(max = 300) @Schema(description = "Why it is none; it names no person")
                    String reason) {}

    @POST
    @Path("/{saving}/take-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take a recycled saving back that was none, or of another amount",
            description =
                    "The line has so much less from the day on which it had it, and the decision"
                            + " may be used for another.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TakingBack.class),
                            examples =
                                    @ExampleObject(
                                            name = "A nought too many",
                                            value = "{\"reason\": \"A nought too many\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = SavingView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund or saving in your localities")
    @APIResponse(responseCode = "409", description = "ALREADY_TAKEN_BACK")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_RECYCLABLE, OVER_COMMITTED: less is left on the line,"
                            + " PLANNED_AS_A_SAVING, PROTECTED_AMOUNT")
    public Response takeBack(
            @PathParam("fund") String fund,
            @PathParam("saving") String saving,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull TakingBack asked) {
        return Response.ok(
                        takeBackSaving.handle(caller.get(), fund, saving, asked.reason(), dryRun))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the savings that came back into a fund, or export them as CSV")
    public Page<SavingView> list(
            @PathParam("fund") String idOrReference,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var fund = funds.require(caller.get(), idOrReference);
        return Page.of(
                savings.page(fund, Cursor.orStart(after), limit),
                limit,
                saving -> saving.id().toString());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the savings that came back into a fund, or export them as CSV")
    public Response export(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        return Spreadsheet.named(
                fund.reference() + "-recycled-savings",
                SavingView.asCsv(savings.page(fund, Cursor.orStart(null), Page.ALL)));
    }
}
