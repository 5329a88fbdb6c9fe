package locality.governance.dispute;

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

/// What is done about a dispute, over HTTP.
@Path("/api/governance/v1/disputes/{dispute}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Disputes")
class DisputeStepResource {

    private final Disputes disputes;
    private final FollowDispute followDispute;
    private final Recorder recorder;

    DisputeStepResource(Disputes disputes, FollowDispute followDispute, Recorder recorder) {
        this.disputes = disputes;
        this.followDispute = followDispute;
        this.recorder = recorder;
    }

    /// @param body the forum
    /// @param referredOn today when left out
    @Schema(name = "DisputeToRefer")
    record ToRefer(
            @NotBlank String body,
            @Nullable LocalDate referredOn,
            @Nullable Provenance provenance) {}

    /// @param takenOn today when left out
    @Schema(name = "StepToTake")
    record ToTake(
            @NotBlank String what, @Nullable LocalDate takenOn, @Nullable Provenance provenance) {}

    /// @param decision that resolves it: its id or reference, or else:
    /// @param agreement what was agreed
    /// @param resolvedOn today when left out
    @Schema(name = "DisputeToResolve")
    record ToResolve(
            @Nullable String decision,
            @Nullable String agreement,
            @Nullable LocalDate resolvedOn,
            @Nullable Provenance provenance) {}

    /// @param withdrawnOn today when left out
    @Schema(name = "DisputeToWithdraw")
    record ToWithdraw(
            @NotBlank String reason,
            @Nullable LocalDate withdrawnOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/refer")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Refer a dispute to a forum for resolving conflict")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "To a board", ref = "dispute-refer")))
    @APIResponseSchema(DisputeView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such dispute or body")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response refer(
            @PathParam("dispute") String dispute,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRefer request) {
        var done = done("Referred to " + request.body, request.referredOn, request.provenance);
        return answer(followDispute.refer(dispute, ifMatch, request.body, done));
    }

    @POST
    @Path("/steps")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Write down a step that was taken about a dispute")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "A meeting", ref = "dispute-step")))
    @APIResponseSchema(DisputeView.class)
    @APIResponse(responseCode = "409", description = "DISPUTE_OVER")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response take(
            @PathParam("dispute") String dispute,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToTake request) {
        var done = done(request.what, request.takenOn, request.provenance);
        return answer(followDispute.take(dispute, ifMatch, done));
    }

    @POST
    @Path("/resolve")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Resolve a dispute, by a decision or by what was agreed")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "Agreed", ref = "dispute-resolved")))
    @APIResponseSchema(DisputeView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such dispute or decision")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "RESOLVED_BY_NOTHING, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response resolve(
            @PathParam("dispute") String dispute,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToResolve request) {
        var done = done("Resolved", request.resolvedOn, request.provenance);
        return answer(
                followDispute.resolve(dispute, ifMatch, request.decision, request.agreement, done));
    }

    @POST
    @Path("/withdraw")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Withdraw a dispute that is not resolved")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Why", ref = "dispute-withdrawn")))
    @APIResponseSchema(DisputeView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response withdraw(
            @PathParam("dispute") String dispute,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToWithdraw request) {
        var done = done("Withdrawn", request.withdrawnOn, request.provenance);
        return answer(followDispute.withdraw(dispute, ifMatch, request.reason, done));
    }

    private FollowDispute.Done done(
            String what, @Nullable LocalDate on, @Nullable Provenance provenance) {
        return new FollowDispute.Done(what, on, recorder.provenance(provenance));
    }

    private Response answer(Dispute dispute) {
        var today = recorder.today();
        return DisputeResource.answer(
                Response.ok(),
                DisputeView.of(dispute, disputes.daysBetweenSteps(dispute, today), today));
    }
}
