package locality.governance.agreement;

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

/// A version of an agreement on its way to its parties over HTTP.
@Path("/api/governance/v1/agreements/{agreement}/versions/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Agreements")
class VersionResource {

    private final ChangeAgreement change;
    private final ShowAgreement show;
    private final Recorder recorder;

    VersionResource(ChangeAgreement change, ShowAgreement show, Recorder recorder) {
        this.change = change;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param reviewBy the last day the parties have for their reviews
    /// @param effectiveOn today when left out
    @Schema(name = "AgreementToReview")
    record ToReview(
            @Nullable LocalDate reviewBy,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "AgreementToReturn")
    record ToReturn(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param agreed whether the party is content; it is when left out
    /// @param reviewedOn today when left out
    @Schema(name = "PartyReviewToRecord")
    record Reviewed(
            @NotBlank String organisation,
            @Nullable Boolean agreed,
            @Size(max = 2000) @Nullable String note,
            @Nullable LocalDate reviewedOn,
            @Nullable Provenance provenance) {}

    /// @param by the body or posts that approved it, in words
    /// @param approvedOn today when left out
    @Schema(name = "WorkingApprovalToRecord")
    record Working(
            @NotBlank @Size(max = 200) String by,
            @Nullable LocalDate approvedOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "AgreementStepOnADay")
    record OnADay(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    @POST
    @Path("/review")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Send a draft to its parties for review")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "By a day", ref = "agreement-review")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "REVIEW_ENDS_BEFORE_IT_BEGINS, STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response review(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToReview request) {
        return answer(
                change.sendForReview(
                        at(agreement, number, ifMatch, request.effectiveOn, request.provenance),
                        request.reviewBy));
    }

    @POST
    @Path("/return")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Return a version from review to its authors")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Why", ref = "agreement-return")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response returned(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToReturn request) {
        return answer(
                change.returnToDraft(
                        at(agreement, number, ifMatch, request.effectiveOn, request.provenance),
                        request.reason));
    }

    @POST
    @Path("/reviewed")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record a party's own review of a version")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Content", ref = "agreement-reviewed")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "NOT_IN_REVIEW")
    @APIResponse(
            responseCode = "422",
            description = "NO_PARTY, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response reviewed(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reviewed request) {
        return answer(
                change.reviewed(
                        at(agreement, number, ifMatch, request.reviewedOn, request.provenance),
                        request.organisation,
                        !Boolean.FALSE.equals(request.agreed),
                        request.note));
    }

    @POST
    @Path("/submit")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Submit a version for ratification",
            description =
                    "Its parties sign it from now on, and ratify it by decisions in effect about"
                            + " the subject `agreement` with the id of the version's name, as in"
                            + " `OLD-IA/5`: each counts for the owners that it names.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_REVIEWED: by which parties; CONSULTATION_NOT_CONCLUDED,"
                            + " STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response submit(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OnADay request) {
        return answer(
                change.submit(
                        at(agreement, number, ifMatch, request.effectiveOn, request.provenance)));
    }

    @POST
    @Path("/working-approval")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record that a working draft is approved for use before it is final",
            description =
                    "It is WORKING until everybody whose agreement it takes has given it. A later"
                            + " approval is added to those before.")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "For use", ref = "agreement-working")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "NOT_OPEN")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response approveWorking(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Working request) {
        return answer(
                change.approveWorking(
                        at(agreement, number, ifMatch, request.approvedOn, request.provenance),
                        request.by));
    }

    private ChangeAgreement.At at(
            String agreement,
            int number,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {
        return new ChangeAgreement.At(
                agreement,
                number,
                ifMatch,
                recorder.day(on, null),
                recorder.provenance(provenance));
    }

    private Response answer(Agreement agreement) {
        return AgreementResource.answer(
                Response.ok(), show.on(agreement, recorder.today()).orElseThrow());
    }
}
