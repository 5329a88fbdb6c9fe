package locality.governance.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.LocalDate;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The scope items of a gateway over HTTP: what it passes to its contract.
@Path("/api/governance/v1/gateways/{gateway}/items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gateways")
class ScopeResource {

    private final ChangeScope change;
    private final ShowGateways show;
    private final Recorder recorder;

    ScopeResource(ChangeScope change, ShowGateways show, Recorder recorder) {
        this.change = change;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param reference unique within the gateway
    /// @param intervention the intervention's reference; none for a service
    /// @param transfersOn from when it is the contract's
    @Schema(name = "GatewayItemToPropose")
    record ToPropose(
            @NotNull @Pattern(regexp = GatewayToPlan.REFERENCE) String reference,
            @NotBlank @Size(max = ScopeItem.TITLE_LENGTH) String title,
            @NotNull ScopeKind kind,
            @Pattern(regexp = GatewayToPlan.REFERENCE) @Nullable String intervention,
            @NotNull LocalDate transfersOn,
            @Nullable Provenance provenance) {

        ScopeItem.Proposal proposal() {
            return new ScopeItem.Proposal(reference, title, kind, intervention, transfersOn);
        }
    }

    /// @param effectiveOn today when left out
    @Schema(name = "GatewayItemWithdrawal")
    record ToWithdraw(@NotBlank @Size(max = 2000) String reason, @Nullable LocalDate effectiveOn) {}

    /// @param title another one; null leaves it
    /// @param intervention the reference of another one; null leaves it
    @Schema(name = "GatewayItemToRetry")
    record ToRetry(
            @Size(min = 1, max = ScopeItem.TITLE_LENGTH) @Nullable String title,
            @Pattern(regexp = GatewayToPlan.REFERENCE) @Nullable String intervention) {}

    @GET
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Export the scope items of a gateway as CSV",
            description = "An export as of another day than today has no `version`.")
    public Response export(
            @PathParam("gateway") String gateway, @QueryParam("on") @Nullable LocalDate on) {
        boolean current = on == null || on.equals(recorder.today());
        return Spreadsheet.named("gateway-items", ScopeSheet.write(show.one(gateway, on), current));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Propose a scope item of a gateway, or send a spreadsheet of them",
            description =
                    "Until the gateway is put to the body that decides. A spreadsheet is taken"
                        + " whole or not at all and needs an Idempotency-Key; columns reference,"
                        + " title, kind and transfersOn and, if wanted, those of the export. A row"
                        + " whose reference the gateway has, with its `version`, changes that item."
                        + " With dryRun nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToPropose.class),
                        examples = @ExampleObject(name = "An intervention", ref = "gateway-item")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two items", ref = "gateway-items-csv"))
            })
    @APIResponseSchema(value = GatewayView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "409", description = "SCOPE_FIXED, ITEM_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "SCOPE_UNCLEAR, TRANSFER_BEFORE_BLOCK, PERSONAL_DATA; ROWS_REFUSED: each by its"
                            + " line; ROW_NAMED_TWICE")
    public Response propose(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToPropose request) {
        var proposed = change.propose(gateway, ifMatch, request.proposal(), request.provenance);
        return GatewayResource.answer(Response.status(Response.Status.CREATED), show.now(proposed));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of a gateway's items")
    public Response importCsv(
            @PathParam("gateway") String gateway,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            String csv) {
        return Response.ok(change.handle(gateway, csv, dryRun)).build();
    }

    @POST
    @Path("/{item}/withdraw")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Withdraw a scope item that does not go over after all",
            description =
                    "One that was not passed yet, or was refused, or was passed ahead of the day it"
                        + " goes over on, as when the decision that passed it is rescinded: until"
                        + " that day. The contract is told of what it was told to take over.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Why", ref = "gateway-reason")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such gateway or item")
    @APIResponse(
            responseCode = "409",
            description = "ILLEGAL_TRANSITION, SCOPE_FIXED, ITEM_GONE_OVER")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response withdraw(
            @PathParam("gateway") String gateway,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToWithdraw request) {
        var on = recorder.day(request.effectiveOn, null);
        return GatewayResource.answer(
                Response.ok(),
                show.now(change.withdraw(gateway, item, ifMatch, on, request.reason)));
    }

    @POST
    @Path("/{item}/retry")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary =
                    "Hand a scope item over again that the contract refused, put right if it was"
                            + " wrong")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Another intervention",
                                            ref = "gateway-item-retry")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such gateway or item")
    @APIResponse(responseCode = "409", description = "ITEM_NOT_REFUSED")
    @APIResponse(responseCode = "422", description = "SCOPE_UNCLEAR, PERSONAL_DATA")
    public Response retry(
            @PathParam("gateway") String gateway,
            @PathParam("item") String item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @Nullable ToRetry request) {
        var corrected =
                request == null
                        ? ScopeItem.Correction.NONE
                        : new ScopeItem.Correction(request.title, request.intervention);
        return GatewayResource.answer(
                Response.ok(), show.now(change.retry(gateway, item, ifMatch, corrected)));
    }
}
