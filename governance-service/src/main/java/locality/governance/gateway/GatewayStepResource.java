package locality.governance.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The steps of a gateway over HTTP: from due diligence to its end.
@Path("/api/governance/v1/gateways/{gateway}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gateways")
class GatewayStepResource {

    private final ChangeGateway change;
    private final ShowGateways show;
    private final Recorder recorder;

    GatewayStepResource(ChangeGateway change, ShowGateways show, Recorder recorder) {
        this.change = change;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param assessment its id or reference; the one it has when left out
    /// @param effectiveOn today when left out
    @Schema(name = "GatewayDueDiligence")
    record ToAssess(
            @Nullable String assessment,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "GatewayStepToTake")
    record ToStep(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    /// @param decision that approves the gateway, by id or reference; the latest about it that is
    ///   in effect when left out
    /// @param conditions that the decision makes
    /// @param effectiveOn today when left out
    @Schema(name = "GatewayPassing")
    record ToPass(
            @Nullable String decision,
            @Size(max = 100) @Nullable List<@NotNull @Valid ConditionToAgree> conditions,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {

        List<ChangeGateway.ToAgree> toAgree() {
            return conditions == null
                    ? List.of()
                    : conditions.stream().map(ConditionToAgree::said).toList();
        }
    }

    /// @param effectiveOn today when left out
    @Schema(name = "GatewayReason")
    record ToRefuse(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/start-due-diligence")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Start a gateway's due diligence, or take it up again")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "An assessment",
                                            ref = "gateway-due-diligence")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such gateway or assessment")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "NO_DUE_DILIGENCE, DUE_DILIGENCE_NOT_RATED, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response startDueDiligence(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAssess request) {
        var at = at(gateway, ifMatch, request.effectiveOn, request.provenance);
        return answer(change.startDueDiligence(at, request.assessment));
    }

    @POST
    @Path("/submit")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Put a gateway to the body that decides; its scope changes no more")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response submit(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToStep request) {
        return answer(change.submit(at(gateway, ifMatch, request.effectiveOn, request.provenance)));
    }

    @POST
    @Path("/pass")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Pass a gateway: its scope items go over to the contract, each on its day",
            description =
                    "It rests on an approval in effect whose subject is the gateway (`gateway` and"
                            + " its reference or id). With a condition that is not met it is passed"
                            + " with conditions. Refused with everything that lacks:"
                            + " PREVIOUS_NOT_PASSED, NO_DUE_DILIGENCE, DUE_DILIGENCE_OPEN,"
                            + " RED_NOT_COVERED, NO_APPROVAL, TRANSFER_BEFORE_PASSING.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "With a condition",
                                            ref = "gateway-pass")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such gateway or decision")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "GATEWAY_NOT_READY, CONDITION_UNDATED, STEP_OUT_OF_ORDER, IN_THE_FUTURE,"
                            + " DUE_NOT_A_DATE, PERSONAL_DATA")
    public Response pass(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToPass request) {
        var at = at(gateway, ifMatch, request.effectiveOn, request.provenance);
        return answer(change.pass(at, request.decision, request.toAgree()));
    }

    @POST
    @Path("/not-pass")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record that a gateway was not passed")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Why", ref = "gateway-reason")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response notPass(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRefuse request) {
        var at = at(gateway, ifMatch, request.effectiveOn, request.provenance);
        return answer(change.notPass(at, request.reason));
    }

    @POST
    @Path("/defer")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record that the decision on a gateway was deferred")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Why", ref = "gateway-reason")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response defer(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRefuse request) {
        var at = at(gateway, ifMatch, request.effectiveOn, request.provenance);
        return answer(change.defer(at, request.reason));
    }

    @POST
    @Path("/close")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Close a gateway: every condition met, every scope item settled")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "GATEWAY_NOT_SETTLED, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response close(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToStep request) {
        return answer(change.close(at(gateway, ifMatch, request.effectiveOn, request.provenance)));
    }

    private ChangeGateway.At at(
            String gateway,
            @Nullable String ifMatch,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {
        return new ChangeGateway.At(
                gateway, ifMatch, recorder.day(effectiveOn, null), recorder.provenance(provenance));
    }

    private Response answer(Gateway gateway) {
        return GatewayResource.answer(Response.ok(), show.now(gateway));
    }
}
