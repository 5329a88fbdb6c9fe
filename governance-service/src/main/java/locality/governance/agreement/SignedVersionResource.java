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

/// How parties sign a version of an agreement, review it while it is in force, and end it, over
/// HTTP.
@Path("/api/governance/v1/agreements/{agreement}/versions/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Agreements")
class SignedVersionResource {

    private final ChangeAgreement change;
    private final ShowAgreement show;
    private final Recorder recorder;

    SignedVersionResource(ChangeAgreement change, ShowAgreement show, Recorder recorder) {
        this.change = change;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param organisation on whose behalf, by code
    /// @param post that signed, never a person
    /// @param signedOn today when left out
    @Schema(name = "SignatureToRecord")
    record Signed(
            @NotBlank String organisation,
            @NotBlank @Size(max = Party.POST_LENGTH) String post,
            @Nullable LocalDate signedOn,
            @Nullable Provenance provenance) {}

    /// @param nextReviewOn when left out, as many months later as the version says
    /// @param heldOn today when left out
    @Schema(name = "AgreementReviewToRecord")
    record ReviewHeld(
            @NotBlank @Size(max = 2000) String outcome,
            @Nullable LocalDate nextReviewOn,
            @Nullable LocalDate heldOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day it is no longer in force
    /// @param noticeBy the party that gave notice; when left out every FULL party has decided it
    /// @param noticeGivenOn today when left out
    @Schema(name = "AgreementToTerminate")
    record ToTerminate(
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable String noticeBy,
            @Nullable LocalDate noticeGivenOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/sign")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record that a post signed a version for a party",
            description = "A signature binds this version, and no other.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "A chair", ref = "agreement-sign")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(
            responseCode = "409",
            description = "NOT_FOR_SIGNATURE, SIGNED_OTHER_VERSION, SIGNED_ALREADY")
    @APIResponse(
            responseCode = "422",
            description =
                    "NO_PARTY, NOT_A_SIGNATORY, SIGNATORY_WITHOUT_SEAT, STEP_OUT_OF_ORDER,"
                            + " IN_THE_FUTURE, PERSONAL_DATA")
    public Response sign(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Signed request) {
        return answer(
                change.sign(
                        at(agreement, number, ifMatch, request.signedOn, request.provenance),
                        request.organisation,
                        request.post));
    }

    @POST
    @Path("/start")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Bring a version into force, or hear what it waits for",
            description =
                    "It comes into force by itself on the later of the day it is meant to hold"
                            + " from and the day it is ratified; this writes it down at once.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "AGREEMENT_OVER")
    @APIResponse(
            responseCode = "422",
            description =
                    "UNSIGNED, SIGNED_OTHER_VERSION, NOT_RATIFIED: by which parties;"
                            + " NOT_YET_EFFECTIVE, NOT_DRAFTED_YET, IN_THE_FUTURE")
    public Response start(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid VersionResource.OnADay request) {
        return answer(
                change.start(
                        at(
                                agreement,
                                number,
                                ifMatch,
                                request.effectiveOn(),
                                request.provenance())));
    }

    @POST
    @Path("/review-held")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record a periodic review of a version, and when the next is due")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Held", ref = "agreement-review-held")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "AGREEMENT_OVER")
    @APIResponse(
            responseCode = "422",
            description = "NEXT_REVIEW_NOT_LATER, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response reviewHeld(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReviewHeld request) {
        return answer(
                change.holdReview(
                        at(agreement, number, ifMatch, request.heldOn, request.provenance),
                        request.outcome,
                        request.nextReviewOn));
    }

    @POST
    @Path("/terminate")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "End a version before its time",
            description =
                    "By the agreement's termination clause, with a party's notice; or as every FULL"
                            + " party decided, by a decision in effect today and on the day about"
                            + " the subject `agreement-termination` with the id of the version's"
                            + " name. Nobody reads of an end before notice of it was given, or the"
                            + " last party had decided it.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Notice", ref = "agreement-terminate")))
    @APIResponseSchema(AgreementView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, TERMINATED_ALREADY")
    @APIResponse(
            responseCode = "422",
            description =
                    "NO_NOTICE_CLAUSE, NOTICE_TOO_SHORT, NO_PARTY, END_NOT_DECIDED: by which"
                            + " parties; STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response terminate(
            @PathParam("agreement") String agreement,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToTerminate request) {
        return answer(
                change.terminate(
                        at(agreement, number, ifMatch, request.noticeGivenOn, request.provenance),
                        end(request)));
    }

    private Termination end(ToTerminate request) {
        return request.noticeBy == null
                ? Termination.together(request.effectiveOn, request.reason)
                : Termination.byNotice(
                        request.effectiveOn,
                        request.reason,
                        request.noticeBy,
                        recorder.day(request.noticeGivenOn, null));
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
