package locality.governance.decision;

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
import locality.governance.recorder.PersonalData;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
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

/// What becomes of decisions after they are taken, over HTTP.
@Path("/api/governance/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Decisions", description = "What bodies decided, whether it binds, and the evidence")
class DecisionStepResource {

    private final ReviewDecision review;
    private final ReplaceDecision replace;
    private final ReferDecision refer;
    private final ShowDecision show;
    private final Recorder recorder;

    DecisionStepResource(
            ReviewDecision review,
            ReplaceDecision replace,
            ReferDecision refer,
            ShowDecision show,
            Recorder recorder) {
        this.review = review;
        this.replace = replace;
        this.refer = refer;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param by the scrutiny committee
    /// @param on the day it did; today when left out
    @Schema(name = "CallIn")
    record ToCallIn(@NotBlank String by, @NotBlank String reason, @Nullable LocalDate on) {}

    /// @param by the scrutiny committee that called it in
    /// @param on the day; today when left out
    @Schema(name = "CallInOutcome")
    record ToConclude(@NotBlank String by, @NotBlank String reason, @Nullable LocalDate on) {}

    /// @param byDecision the decision that does it
    @Schema(name = "DecisionByAnother")
    record ByAnother(@NotBlank String byDecision, @NotBlank String reason) {

        ReplaceDecision.Said asSaid() {
            PersonalData.requireNone("reason", reason);
            return new ReplaceDecision.Said(byDecision, reason);
        }
    }

    /// @param to a body that the one it is before is accountable to; the only one when left out
    @Schema(name = "Referral")
    record ToRefer(@Nullable String to) {}

    @POST
    @Path("/{decision:.+}/call-in")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Call a decision in for scrutiny",
            description =
                    "While it is CARRIED and the clear days that the body's terms give for that"
                            + " last, after its day or the day its outcome was recorded if that was"
                            + " later: neither that day nor the first day it is in effect is one of"
                            + " them.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Call-in", ref = "call-in")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "CALL_IN_CLOSED, NOT_A_SCRUTINY_COMMITTEE,"
                            + " SCRUTINY_NOT_ESTABLISHED, SCRUTINY_OF_ANOTHER_PLACE")
    public Response callIn(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToCallIn request) {
        var said = said(request.by, request.on, request.reason);
        return answer(review.callIn(decision, ifMatch, said));
    }

    @POST
    @Path("/{decision:.+}/uphold")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Let a decision that was called in stand; it is then in effect")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "It stands", ref = "uphold")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "409", description = "DECISION_NOT_CALLED_IN")
    @APIResponse(responseCode = "422", description = "CALLED_IN_BY_ANOTHER, NOT_SINCE_THE_CALL_IN")
    public Response uphold(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToConclude request) {
        var said = said(request.by, request.on, request.reason);
        return answer(review.uphold(decision, ifMatch, said));
    }

    @POST
    @Path("/{decision:.+}/send-back")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Send a decision that was called in back, to be tabled again",
            description =
                    "It is PROPOSED again, frees what it used of limits, and is tabled with"
                            + " `deferredDecision`.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Again", ref = "send-back")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "CALLED_IN_BY_ANOTHER, NOT_SINCE_THE_CALL_IN")
    public Response sendBack(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToConclude request) {
        var said = said(request.by, request.on, request.reason);
        return answer(review.sendBack(decision, ifMatch, said));
    }

    @POST
    @Path("/{decision:.+}/rescind")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Rescind a decision by a later one",
            description =
                    "An APPROVE or RATIFY in effect whose subject is this decision ({type:"
                            + " decision, id: its id or reference}), of the same body, its"
                            + " successor or one it is accountable to; of officers, only what"
                            + " officers of the same organisation decided. From its day what was"
                            + " used of limits is free.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "By", ref = "rescind")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, RATIFIED_WHAT_STANDS")
    @APIResponse(
            responseCode = "422",
            description =
                    "BY_DECISION_DOES_NOT_BIND, BY_DECISION_IS_EARLIER, BY_ANOTHER_BODY,"
                            + " BY_DECISION_IS_ABOUT_ANOTHER")
    public Response rescind(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ByAnother request) {
        return answer(replace.rescind(decision, ifMatch, request.asSaid()));
    }

    @POST
    @Path("/{decision:.+}/supersede")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a later decision in the place of one",
            description =
                    "As rescind does, or by one of the same subject; the later one then stands for"
                            + " both.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "By", ref = "rescind")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, RATIFIED_WHAT_STANDS")
    @APIResponse(
            responseCode = "422",
            description =
                    "BY_DECISION_DOES_NOT_BIND, BY_DECISION_IS_EARLIER, BY_ANOTHER_BODY,"
                            + " BY_DECISION_IS_ABOUT_ANOTHER")
    public Response supersede(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ByAnother request) {
        return answer(replace.supersede(decision, ifMatch, request.asSaid()));
    }

    @POST
    @Path("/{decision:.+}/ratify")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Make an invalid decision good by one that ratifies it",
            description =
                    "A RATIFY in effect whose subject is this decision ({type: decision, id: its id"
                        + " or reference}), in its function and place, for all of its value and of"
                        + " every owner's part. A missing step of its route and notice that fell"
                        + " short are not made good. It binds from that day, and answers the"
                        + " request that still waits.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "By", ref = "ratify")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "BY_DECISION_DOES_NOT_BIND, RATIFIES_ANOTHER, RATIFIES_LESS,"
                            + " RATIFIED_BEFOREHAND, NOT_CURED_BY_RATIFICATION,"
                            + " RATIFIES_BEYOND_A_LIMIT")
    public Response ratify(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ByAnother request) {
        return answer(replace.ratify(decision, ifMatch, request.asSaid()));
    }

    @POST
    @Path("/{decision:.+}/refer")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Refer a matter to the body that the one it is before is accountable to",
            description =
                    "What is TABLED at an open meeting becomes REFERRED there; what was REFERRED"
                            + " already is told where to. It is on the agenda of the next meeting"
                            + " of that body, or waits for one: GET /decisions?state=REFERRED.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Up", ref = "refer")))
    @APIResponseSchema(DecisionView.class)
    @APIResponse(
            responseCode = "409",
            description = "ILLEGAL_TRANSITION, MEETING_NOT_IN_STATE, REFERRED_ALREADY")
    @APIResponse(responseCode = "422", description = "NO_ACCOUNTABLE_PARENT, NOT_ACCOUNTABLE_TO")
    public Response refer(
            @PathParam("decision") String decision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRefer request) {
        return answer(refer.handle(decision, ifMatch, request.to));
    }

    private ReviewDecision.Said said(String by, @Nullable LocalDate on, String reason) {
        PersonalData.requireNone("reason", reason);
        return new ReviewDecision.Said(by, recorder.day(on, null), reason);
    }

    private Response answer(Decision decision) {
        return Response.ok(show.of(decision))
                .header(HttpHeaders.ETAG, new EntityTag(decision.version))
                .build();
    }
}
