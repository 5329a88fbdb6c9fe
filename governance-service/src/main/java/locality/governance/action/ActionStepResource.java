package locality.governance.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/// The steps of an action over HTTP.
@Path("/api/governance/v1/actions/" + ActionStepResource.ACTION)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Actions")
class ActionStepResource {

    /// An id, `MCR-HWBB-A-1` or `MCR-HWBB-2014-05-14/3/A1`.
    static final String ACTION = "{action:[^/]+(?:/[0-9]+/A[0-9]+)?}";

    private final CarryOutAction carryOut;
    private final Recorder recorder;

    ActionStepResource(CarryOutAction carryOut, Recorder recorder) {
        this.carryOut = carryOut;
        this.recorder = recorder;
    }

    /// @param effectiveOn today when left out
    @Schema(name = "ActionStart")
    record Start(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    /// @param note how it was done
    /// @param evidence what shows it: a document, a reference
    /// @param effectiveOn today when left out
    @Schema(name = "ActionCompletion")
    record Completion(
            @NotBlank String note,
            @Nullable String evidence,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param by the action that takes its place
    /// @param effectiveOn today when left out
    @Schema(name = "ActionSupersession")
    record Supersession(
            @NotBlank String by,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param dueOn a day or a month
    /// @param effectiveOn the day it was moved on; today when left out
    @Schema(name = "ActionMove")
    record Move(
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn,
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/start")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Start an action")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(ActionView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response start(
            @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Start request) {
        return answer(carryOut.start(at(action, ifMatch, request.effectiveOn, request.provenance)));
    }

    @POST
    @Path("/complete")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Complete an action")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Done", ref = "action-complete")))
    @APIResponseSchema(ActionView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response complete(
            @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Completion request) {
        return answer(
                carryOut.complete(
                        at(action, ifMatch, request.effectiveOn, request.provenance),
                        request.note,
                        request.evidence));
    }

    @POST
    @Path("/supersede")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Let another action take the place of one")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "Another", ref = "action-supersede")))
    @APIResponseSchema(ActionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such action, or successor")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCCESSOR, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response supersede(
            @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Supersession request) {
        return answer(
                carryOut.supersede(
                        at(action, ifMatch, request.effectiveOn, request.provenance), request.by));
    }

    @POST
    @Path("/move")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Give an action another last day, or a next review",
            description =
                    "The day it had is kept: asked about an earlier day, it is shown with it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Moved", ref = "action-move")))
    @APIResponseSchema(ActionView.class)
    @APIResponse(responseCode = "409", description = "ACTION_FINISHED")
    @APIResponse(
            responseCode = "422",
            description =
                    "DUE_NOT_A_DATE, DUE_UNCLEAR, DUE_UNCHANGED, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response move(
            @PathParam("action") String action,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Move request) {
        return answer(
                carryOut.move(
                        at(action, ifMatch, request.effectiveOn, request.provenance),
                        Due.of(request.dueOn, request.precision, request.reviewOn),
                        request.reason));
    }

    private CarryOutAction.At at(
            String action,
            @Nullable String ifMatch,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {
        return new CarryOutAction.At(
                action, ifMatch, recorder.day(effectiveOn, null), recorder.provenance(provenance));
    }

    private Response answer(Action action) {
        return ActionResource.answer(
                Response.ok(), action, ActionView.of(action, action.last(), recorder.today()));
    }
}
