package locality.governance.forwardplan;

import static locality.governance.forwardplan.ForwardPlanResource.MONTH;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
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

/// What becomes of an entry of a forward plan, over HTTP.
@Path("/api/governance/v1/forward-plan/{entry}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Forward plan")
class ForwardPlanEntryResource {

    private final ChangeForwardPlan changeForwardPlan;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;

    ForwardPlanEntryResource(
            ChangeForwardPlan changeForwardPlan, ClearDaysRules clearDays, Recorder recorder) {
        this.changeForwardPlan = changeForwardPlan;
        this.clearDays = clearDays;
        this.recorder = recorder;
    }

    @Schema(name = "ForwardPlanMove")
    record ToMove(
            @Nullable LocalDate expectedOn,
            @Pattern(regexp = MONTH) @Nullable String expectedIn,
            @NotBlank String reason,
            @Nullable LocalDate publishedOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "ForwardPlanWithdrawal")
    record ToWithdraw(@NotBlank String reason) {}

    /// @param noticedOn when the scrutiny chair was told; today when left out
    @Schema(name = "GeneralException")
    record ToExcept(@Nullable LocalDate noticedOn, @NotBlank String reason) {}

    /// @param agreedOn when the scrutiny chair agreed; today when left out
    @Schema(name = "SpecialUrgency")
    record ToHurry(@Nullable LocalDate agreedOn, @NotBlank String reason) {}

    @POST
    @Path("/move")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Move the day a matter is expected; what the plan said before is kept",
            description = "Its clear days still count from the first publication.")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "Later", ref = "forward-plan-move")))
    @APIResponseSchema(ForwardPlanView.class)
    @APIResponse(responseCode = "409", description = "FORWARD_PLAN_ENTRY_NOT_OPEN")
    @APIResponse(
            responseCode = "422",
            description = "DAY_OR_MONTH, IN_THE_FUTURE, PUBLISHED_OUT_OF_ORDER, PERSONAL_DATA")
    public Response move(
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToMove request) {
        var move =
                new ChangeForwardPlan.Move(
                        ForwardPlanResource.expected(request.expectedOn, request.expectedIn),
                        request.reason,
                        request.publishedOn,
                        recorder.provenance(request.provenance));
        return answer(changeForwardPlan.move(entry, ifMatch, move));
    }

    @POST
    @Path("/withdraw")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Take a matter off the plan that no meeting has on its agenda")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Why", ref = "forward-plan-withdrawal")))
    @APIResponseSchema(ForwardPlanView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "PERSONAL_DATA")
    public Response withdraw(
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToWithdraw request) {
        return answer(changeForwardPlan.withdraw(entry, ifMatch, request.reason));
    }

    @POST
    @Path("/general-exception")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record that the scrutiny chair was told of a key decision on short notice",
            description = "It is good for a decision at least 5 clear days later (regulation 10).")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Told", ref = "general-exception")))
    @APIResponseSchema(ForwardPlanView.class)
    @APIResponse(responseCode = "409", description = "FORWARD_PLAN_ENTRY_NOT_OPEN, RECORDED_BEFORE")
    @APIResponse(responseCode = "422", description = "NOT_KEY, IN_THE_FUTURE, PERSONAL_DATA")
    public Response except(
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToExcept request) {
        return answer(changeForwardPlan.except(entry, ifMatch, request.noticedOn, request.reason));
    }

    @POST
    @Path("/special-urgency")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record that the scrutiny chair agreed that a key decision cannot wait",
            description = "It is good for a decision on that day or later (regulation 11).")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Agreed", ref = "special-urgency")))
    @APIResponseSchema(ForwardPlanView.class)
    @APIResponse(responseCode = "409", description = "FORWARD_PLAN_ENTRY_NOT_OPEN, RECORDED_BEFORE")
    @APIResponse(responseCode = "422", description = "NOT_KEY, IN_THE_FUTURE, PERSONAL_DATA")
    public Response hurry(
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToHurry request) {
        return answer(changeForwardPlan.hurry(entry, ifMatch, request.agreedOn, request.reason));
    }

    private Response answer(ForwardPlanEntry entry) {
        return ForwardPlanResource.answer(
                Response.ok(),
                ForwardPlanView.of(entry, recorder.today(), clearDays.of(NoticeOf.KEY_DECISION)));
    }
}
