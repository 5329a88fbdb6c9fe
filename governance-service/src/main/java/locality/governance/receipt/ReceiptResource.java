package locality.governance.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import locality.governance.body.BodyRegister;
import locality.governance.delegation.GivenDelegations;
import locality.governance.delegation.LimitKind;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The receiving ends of delegations over HTTP.
@Path("/api/governance/v1/delegation-receipts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Receipts", description = "Delegations as their receivers have them")
class ReceiptResource {

    private final Receipts receipts;
    private final RecordReceipt recordReceipt;
    private final GivenDelegations delegations;
    private final BodyRegister bodies;
    private final Recorder recorder;

    ReceiptResource(
            Receipts receipts,
            RecordReceipt recordReceipt,
            GivenDelegations delegations,
            BodyRegister bodies,
            Recorder recorder) {
        this.receipts = receipts;
        this.recordReceipt = recordReceipt;
        this.delegations = delegations;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param reference its own; stays as it is when it is corrected
    /// @param delegation the giving end, by reference or id; left out while none is known
    /// @param from the body that gave it, or null for an organisation
    /// @param to the body that received it, or null for officers
    /// @param limitPence null is no limit
    /// @param expiresOn the last day
    @Schema(name = "ReceiptToRecord")
    record ToRecord(
            @NotBlank @Pattern(regexp = Spelling.REFERENCE) String reference,
            @Nullable String delegation,
            @Nullable String from,
            @Nullable String fromOrganisation,
            @Nullable String to,
            @Nullable String toOrganisation,
            @NotEmpty List<@NotBlank String> functions,
            @Nullable Pence limitPence,
            @Nullable LimitKind limitKind,
            @NotNull Locality place,
            @NotNull LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "DelegationReceipt")
    record ReceiptView(
            UUID id,
            String reference,
            @Nullable UUID delegation,
            @Nullable UUID from,
            @Nullable String fromOrganisation,
            @Nullable UUID to,
            @Nullable String toOrganisation,
            List<String> functions,
            @Nullable Pence limitPence,
            LimitKind limitKind,
            Locality place,
            LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            Provenance provenance,
            long version) {

        static ReceiptView of(Receipt one) {
            return new ReceiptView(
                    one.id,
                    one.reference,
                    one.delegationId,
                    one.fromBody,
                    one.fromOrganisation,
                    one.toBody,
                    one.toOrganisation,
                    one.functions,
                    one.limit,
                    one.limitKind,
                    one.place,
                    one.effectiveOn,
                    one.expiresOn,
                    one.provenance,
                    one.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List receiving ends of delegations",
            description = "With `on`, those in force that day by their receivers' word.")
    public Page<ReceiptView> list(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = on == null ? effectiveAt : on;
        return Page.of(
                        receipts.inPlaces(recorder.shown(place), day, after, limit),
                        limit,
                        one -> one.reference)
                .map(ReceiptView::of);
    }

    @GET
    @Path("/{receipt}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show one receiving end of a delegation")
    @APIResponseSchema(ReceiptView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(@PathParam("receipt") String idOrReference) {
        var receipt = receipts.require(idOrReference);
        recorder.requireReading(receipt.place, "receipt", idOrReference);
        return answer(Response.ok(), receipt);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record the receiving end of a delegation",
            description =
                    "As the receiver has it, which may differ from what the giver says. It gives no"
                            + " power: who may decide is answered from the giving ends alone.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Received", ref = "receipt")))
    @APIResponseSchema(value = ReceiptView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "RECEIPT_REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "ONE_GIVER_ONE_RECEIVER, RECEIVED_FROM_ITSELF, ENDS_BEFORE_IT_BEGINS,"
                            + " LIMIT_NEGATIVE, UNKNOWN_FUNCTION, UNKNOWN_ORGANISATION")
    public Response record(@NotNull @Valid ToRecord request) {
        var receipt = recordReceipt.handle(receipt(request));
        return answer(
                Response.created(
                        URI.create("/api/governance/v1/delegation-receipts/" + receipt.id)),
                receipt);
    }

    @POST
    @Path("/{receipt}/correct")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Correct the receiving end of a delegation",
            description = "All of it anew; its reference and its place stay.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Received", ref = "receipt")))
    @APIResponseSchema(ReceiptView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description =
                    "RECEIPT_OF_ANOTHER_PLACE, ONE_GIVER_ONE_RECEIVER, RECEIVED_FROM_ITSELF,"
                            + " ENDS_BEFORE_IT_BEGINS, LIMIT_NEGATIVE, UNKNOWN_FUNCTION,"
                            + " UNKNOWN_ORGANISATION")
    public Response correct(
            @PathParam("receipt") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRecord request) {
        return answer(
                Response.ok(), recordReceipt.correct(idOrReference, ifMatch, receipt(request)));
    }

    private Receipt receipt(ToRecord request) {
        var receipt = new Receipt();
        receipt.id = Ids.next();
        receipt.reference = request.reference;
        receipt.delegationId =
                request.delegation == null ? null : delegations.require(request.delegation).id();
        receipt.fromBody = body(request.from, request.effectiveOn);
        receipt.fromOrganisation = request.fromOrganisation;
        receipt.toBody = body(request.to, request.effectiveOn);
        receipt.toOrganisation = request.toOrganisation;
        receipt.functions = List.copyOf(request.functions);
        receipt.place = request.place;
        receipt.limit = request.limitPence;
        receipt.limitKind = request.limitKind == null ? LimitKind.PER_DECISION : request.limitKind;
        receipt.effectiveOn = request.effectiveOn;
        receipt.expiresOn = request.expiresOn;
        receipt.provenance = recorder.provenance(request.provenance);
        return receipt;
    }

    private @Nullable UUID body(@Nullable String idOrReference, LocalDate on) {
        return idOrReference == null ? null : bodies.require(idOrReference, on).id();
    }

    private static Response answer(Response.ResponseBuilder builder, Receipt receipt) {
        return builder.entity(ReceiptView.of(receipt))
                .header(HttpHeaders.ETAG, new EntityTag(receipt.version))
                .build();
    }
}
