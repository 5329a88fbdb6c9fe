package locality.governance.strategy;

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

/// What becomes of a strategy, over HTTP.
@Path("/api/governance/v1/strategies/{strategy}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Strategies")
class StrategyStepResource {

    private final FollowStrategy followStrategy;
    private final Recorder recorder;

    StrategyStepResource(FollowStrategy followStrategy, Recorder recorder) {
        this.followStrategy = followStrategy;
        this.recorder = recorder;
    }

    /// @param decision in effect that approved it, by id or reference
    /// @param reviewOn when it is to be reviewed; as it was when left out
    /// @param effectiveOn today when left out; not before the decision was taken
    @Schema(name = "StrategyApproval")
    record Approval(
            @NotBlank String decision,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param by the one that takes its place, by id or reference
    /// @param effectiveOn today when left out
    @Schema(name = "StrategySupersession")
    record Supersession(
            @NotBlank String by,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "StrategyWithdrawal")
    record Withdrawal(
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param nextReviewOn when it is reviewed next; no day when left out
    /// @param effectiveOn today when left out
    @Schema(name = "StrategyReview")
    record Review(
            @Nullable LocalDate nextReviewOn,
            @Nullable String note,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/approve")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record the decision that approved a strategy")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "One", ref = "strategy-approval")))
    @APIResponseSchema(StrategyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such strategy or decision")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description =
                    "DECISION_NOT_IN_EFFECT, DECISION_ABOUT_SOMETHING_ELSE,"
                            + " APPROVED_BEFORE_DECIDED, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response approve(
            @PathParam("strategy") String strategy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Approval said) {
        return answer(
                followStrategy.approve(
                        at(strategy, ifMatch, said.effectiveOn, said.provenance),
                        said.decision,
                        said.reviewOn));
    }

    @POST
    @Path("/supersede")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record which strategy took the place of one")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "One", ref = "strategy-supersession")))
    @APIResponseSchema(StrategyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCCESSOR, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response supersede(
            @PathParam("strategy") String strategy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Supersession said) {
        return answer(
                followStrategy.supersede(
                        at(strategy, ifMatch, said.effectiveOn, said.provenance), said.by));
    }

    @POST
    @Path("/withdraw")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Withdraw a strategy, with a reason")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-reason")))
    @APIResponseSchema(StrategyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response withdraw(
            @PathParam("strategy") String strategy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal said) {
        return answer(
                followStrategy.withdraw(
                        at(strategy, ifMatch, said.effectiveOn, said.provenance), said.reason));
    }

    @POST
    @Path("/review")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record that a strategy was reviewed, and when it is next")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-review")))
    @APIResponseSchema(StrategyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "STRATEGY_ENDED")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "NOT_LATER, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response review(
            @PathParam("strategy") String strategy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Review said) {
        return answer(
                followStrategy.review(
                        at(strategy, ifMatch, said.effectiveOn, said.provenance),
                        said.nextReviewOn,
                        said.note));
    }

    @POST
    @Path("/state")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Keep what another document says of the approval of a strategy")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "One", ref = "strategy-stated")))
    @APIResponseSchema(StrategyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "SAID_ALREADY")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "422", description = "NOT_A_DATE")
    public Response state(
            @PathParam("strategy") String strategy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StrategyResource.ToState said) {
        return answer(
                followStrategy.say(
                        at(strategy, ifMatch, null, said.provenance()), said.approvedIn()));
    }

    private static FollowStrategy.At at(
            String strategy,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {
        return new FollowStrategy.At(strategy, ifMatch, on, provenance);
    }

    private Response answer(Strategy strategy) {
        return StrategyResource.answer(Response.ok(), strategy, recorder.today());
    }
}
