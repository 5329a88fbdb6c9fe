package locality.intervention.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is done with an intervention on the register, from its brief to its end.
@Path("/api/intervention/v1/interventions/{intervention}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interventions")
@APIResponse(
        responseCode = "404",
        description = "NOT_FOUND: it is not there, or not in your localities")
@APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: not from the state it is in")
@RunOnVirtualThread
class StepResource {

    private final ApproveIntervention approve;
    private final ChangeIntervention change;
    private final InterventionViews views;
    private final CurrentCaller caller;

    StepResource(
            ApproveIntervention approve,
            ChangeIntervention change,
            InterventionViews views,
            CurrentCaller caller) {
        this.approve = approve;
        this.change = change;
        this.views = views;
        this.caller = caller;
    }

    /// What an intervention is to do, and who leads it. What is not given stays as it is.
    @Schema(name = "Brief")
    record Brief(
            @NotBlank @Size(max = Particulars.LONGEST_BRIEF) String brief,
            @Schema(description = "A post, never a person") @Size(max = Particulars.LONGEST_NAME)
                    @Nullable String managerialLead,
            @Schema(description = "A post, never a person") @Size(max = Particulars.LONGEST_NAME)
                    @Nullable String clinicalLead,
            @Size(max = Particulars.LONGEST_NAME) @Nullable String cohort,
            @Size(max = Particulars.LONGEST_NAME) @Nullable String provider,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn) {

        Particulars particulars() {
            return new Particulars(brief, managerialLead, clinicalLead, cohort, provider);
        }
    }

    @Schema(name = "Approval")
    record Approval(
            @Schema(description = "A decision about this intervention that is in effect")
                    @Nullable UUID decisionId,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn) {}

    @Schema(name = "Advance")
    record Advance(@Schema(description = "Today if not given") @Nullable LocalDate effectiveOn) {}

    @POST
    @Path("/brief")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Brief an intervention: what it is to do, and who leads it")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Briefed")
    public Response brief(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Brief asked) {
        return answer(
                change.handle(
                        caller.get(),
                        idOrReference,
                        ifMatch,
                        (it, today) ->
                                it.brief(asked.particulars(), or(asked.effectiveOn(), today))));
    }

    @POST
    @Path("/approve")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Approve an intervention that is briefed and led")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Approved")
    @APIResponse(
            responseCode = "422",
            description =
                    "LEAD_MISSING, DECISION_UNKNOWN, DECISION_NOT_IN_EFFECT or"
                            + " DECISION_ABOUT_SOMETHING_ELSE")
    public Response approve(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Approval asked) {
        return answer(
                approve.handle(
                        caller.get(),
                        idOrReference,
                        ifMatch,
                        asked == null ? null : asked.decisionId(),
                        asked == null ? null : asked.effectiveOn()));
    }

    @POST
    @Path("/mobilise")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Begin to mobilise what was approved")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Mobilising")
    public Response mobilise(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.MOBILISE, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/go-live")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Go live, once a component is")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Live")
    @APIResponse(responseCode = "422", description = "NOTHING_LIVE")
    public Response goLive(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.GO_LIVE, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/evaluate")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Begin the evaluation of what is live")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Evaluating")
    public Response evaluate(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.EVALUATE, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/continue")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Continue as it is after evaluation")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Live again")
    public Response goOn(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.CONTINUE, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/scale")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Mobilise it further after evaluation")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Mobilising")
    public Response scale(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.SCALE, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/exit")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Begin to wind it down after evaluation")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Exiting")
    public Response exit(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.EXIT, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/close")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Close what has been wound down")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Closed")
    public Response close(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.CLOSE, idOrReference, ifMatch, asked);
    }

    @POST
    @Path("/cancel")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Cancel it before it is live")
    @APIResponseSchema(value = InterventionView.class, responseDescription = "Cancelled")
    public Response cancel(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Advance asked) {
        return advance(Step.CANCEL, idOrReference, ifMatch, asked);
    }

    private Response advance(
            Step step, String idOrReference, @Nullable String ifMatch, @Nullable Advance asked) {
        var on = asked == null ? null : asked.effectiveOn();
        return answer(
                change.handle(
                        caller.get(),
                        idOrReference,
                        ifMatch,
                        (it, today) -> it.advance(step, or(on, today))));
    }

    private Response answer(Intervention intervention) {
        return InterventionResource.answer(Response.ok(), intervention, views);
    }

    private static LocalDate or(@Nullable LocalDate given, LocalDate today) {
        return given == null ? today : given;
    }
}
