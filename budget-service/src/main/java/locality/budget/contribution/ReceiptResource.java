package locality.budget.contribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.contribution.ReceiveContribution.Received;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
@Tag(name = "Contributions", description = "What each partner pays into a fund, and when")
class ReceiptResource {

    private static final String NEW_RECEIPT =
            """
            {"amountPence": 272258334, "receivedOn": "2014-04-03",
             "document": "BACS 2014-04-03/17"}
            """;
    private static final String STATEMENT =
            """
            contribution,receivedOn,amountPence,document
            MCR-BCF-2014-15-C01,2014-04-03,272258334,BACS 2014-04-03/17
            MCR-BCF-2014-15-C02,2014-04-03,1000000,BACS 2014-04-03/17
            """;

    private final Funds funds;
    private final Contributions contributions;
    private final ContributionHistory history;
    private final ReceiveContribution receiveContribution;
    private final TakeBackReceipt takeBackReceipt;
    private final ImportReceipts importReceipts;
    private final CurrentCaller caller;

    ReceiptResource(
            Funds funds,
            Contributions contributions,
            ContributionHistory history,
            ReceiveContribution receiveContribution,
            TakeBackReceipt takeBackReceipt,
            ImportReceipts importReceipts,
            CurrentCaller caller) {
        this.funds = funds;
        this.contributions = contributions;
        this.history = history;
        this.receiveContribution = receiveContribution;
        this.takeBackReceipt = takeBackReceipt;
        this.importReceipts = importReceipts;
        this.caller = caller;
    }

    @Schema(name = "NewReceipt")
    record NewReceipt(
            @NotNull Pence amountPence,
            @NotNull LocalDate receivedOn,
            @Schema(description = "Its line of the bank statement, which a fund takes once")
                    @NotBlank
                    @Size(max = 200)
                    String document,
            @Nullable Provenance provenance) {}

    @Schema(name = "TakeBackReceipt")
    record TakingBack(
            @Schema(description = "Why; no person's name") @NotBlank @Size(max = 500)
                    String reason) {}

    /// What fell due of a contribution, what was received of it, or what was taken back.
    @Schema(name = "ContributionMovement")
    record MovementView(
            UUID id,
            ContributionMovement.Kind kind,
            LocalDate effectiveOn,
            Pence amountPence,
            @Nullable String document,
            @Nullable String reason,
            @Schema(description = "The receipt it takes back") @Nullable UUID takesBack,
            @Schema(description = "The journal entry of that day") UUID entryId,
            Instant recordedAt) {

        static MovementView of(ContributionMovement movement) {
            return new MovementView(
                    movement.id,
                    movement.kind,
                    movement.effectiveOn,
                    movement.amountPence,
                    movement.document,
                    movement.reason,
                    movement.takesBack,
                    movement.entryId,
                    movement.recordedAt);
        }
    }

    @Schema(name = "ContributionReceipt")
    record ReceiptView(MovementView receipt, ContributionView contribution) {

        static ReceiptView of(Received received) {
            return new ReceiptView(
                    MovementView.of(received.movement()), ContributionView.of(received.schedule()));
        }
    }

    @GET
    @Path("/contributions/{contribution}/movements")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What fell due of a contribution, was received and was taken back")
    public Page<MovementView> movements(@PathParam("contribution") String idOrReference) {
        var schedule = contributions.require(caller.get(), idOrReference);
        return new Page<>(
                history.movements(schedule.id).stream().map(MovementView::of).toList(), null);
    }

    @POST
    @Path("/contributions/{contribution}/receipts")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take what a partner paid, the oldest instalments first",
            description =
                    "What is not due yet on that day is income in advance until it is. What fell"
                            + " due while the money was pooled is taken on any later day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewReceipt.class),
                            examples = @ExampleObject(name = "A month", value = NEW_RECEIPT)))
    @APIResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such contribution in your localities")
    @APIResponse(responseCode = "409", description = "ALREADY_RECEIVED")
    @APIResponse(
            responseCode = "422",
            description =
                    "MORE_THAN_IS_LEFT, RECEIPT_NOT_POSITIVE, NOT_POOLED, AGREEMENT_NOT_IN_FORCE,"
                            + " NO_AUTHORITY, PLAN_DOES_NOT_COVER, LIES_AHEAD,"
                            + " BEFORE_THE_YEAR, DECISION_NOT_IN_EFFECT, DECISION_OWNER")
    public Response receive(
            @PathParam("contribution") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewReceipt asked) {
        var receipt = new Receipt(asked.amountPence(), asked.receivedOn(), asked.document());
        var received =
                receiveContribution.handle(
                        caller.get(), idOrReference, receipt, asked.provenance(), dryRun);
        return Response.status(Response.Status.CREATED).entity(ReceiptView.of(received)).build();
    }

    @POST
    @Path("/contributions/{contribution}/receipts/{receipt}/take-back")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Take a receipt back that was none; what it paid is owed again")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TakingBack.class),
                            examples =
                                    @ExampleObject(
                                            name = "Returned",
                                            value = "{\"reason\": \"Returned by the bank\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such contribution or receipt")
    @APIResponse(responseCode = "409", description = "ALREADY_TAKEN_BACK")
    public Response takeBack(
            @PathParam("contribution") String idOrReference,
            @PathParam("receipt") String receipt,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull TakingBack asked) {
        var back =
                takeBackReceipt.handle(
                        caller.get(), idOrReference, receipt, asked.reason(), dryRun);
        return Response.ok(ReceiptView.of(back)).build();
    }

    @POST
    @Path("/funds/{fund}/receipts")
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take the receipts of a fund from a bank file, all or nothing",
            description =
                    "A payment taken before is left as it is: the same file again does nothing. A"
                            + " line of the statement that pays several contributions of a partner"
                            + " stands in a row for each.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "A line split", value = STATEMENT)))
    @APIResponse(
            responseCode = "200",
            description = "What the import did",
            content = @Content(schema = @Schema(implementation = ImportReceipts.Imported.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every bad row by line and column; nothing was received")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(
            responseCode = "422",
            description = "IDEMPOTENCY_KEY_REQUIRED or IDEMPOTENCY_KEY_REUSED")
    public Response importCsv(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull String statement) {
        return Response.ok(importReceipts.handle(caller.get(), fund, statement, dryRun)).build();
    }

    @GET
    @Path("/funds/{fund}/receipts")
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What a fund received, as a bank file that can be sent again")
    public Response export(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        return Spreadsheet.named(
                fund.reference() + "-receipts", ReceiptCsv.write(history.receipts(fund.id())));
    }

    @GET
    @Path("/funds/{fund}/receipts/template")
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "The sheet of a fund's contributions, to fill in what was received")
    public Response template(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        var all = contributions.page(fund.id(), Cursor.orStart(null), Page.ALL);
        return Spreadsheet.named(fund.reference() + "-receipts", ReceiptCsv.template(all));
    }
}
