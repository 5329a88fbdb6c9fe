package locality.governance.assessment;

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

/// What becomes of an assessment, over HTTP.
@Path("/api/governance/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessments")
class AssessmentStepResource {

    private final ConductAssessment conduct;
    private final ShowAssessment showAssessment;

    AssessmentStepResource(ConductAssessment conduct, ShowAssessment showAssessment) {
        this.conduct = conduct;
        this.showAssessment = showAssessment;
    }

    /// @param conductedOn today when left out
    @Schema(name = "AssessmentConducted")
    record ToConduct(
            @Nullable LocalDate conductedOn,
            @Size(max = 4000) @Nullable String note,
            @Nullable Provenance provenance) {}

    /// @param sharedOn today when left out
    @Schema(name = "AssessmentShared")
    record ToShare(
            @Nullable LocalDate sharedOn,
            @Size(max = 4000) @Nullable String note,
            @Nullable Provenance provenance) {}

    /// @param ratings that both agree on and that are not on record yet
    /// @param agreedOn today when left out
    @Schema(name = "AssessmentAgreed")
    record ToAgree(
            @Nullable List<@NotNull @Valid AgreedWord> ratings,
            @Nullable LocalDate agreedOn,
            @Size(max = 4000) @Nullable String note,
            @Nullable Provenance provenance) {}

    /// @param criterion its code, or its title if only one has it
    /// @param agreed a word of the scale, or `UNKNOWN`
    @Schema(name = "AgreedWord")
    record AgreedWord(@NotBlank String criterion, @NotBlank String agreed) {
        private RateCriteria.Said said() {
            return RateCriteria.Said.of(criterion, null, null, agreed, null);
        }
    }

    /// @param note why gaps without an action need none
    /// @param closedOn today when left out
    @Schema(name = "AssessmentClosed")
    record ToClose(
            @Nullable LocalDate closedOn,
            @Size(max = 4000) @Nullable String note,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/{assessment}/conduct")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Note that an assessment was conducted; the reviewer rates from then on")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "In April", ref = "conduct")))
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response conduct(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToConduct request) {
        var at =
                new ConductAssessment.At(
                        assessment, ifMatch, request.conductedOn, request.provenance);
        return AssessmentResource.answer(
                Response.ok(), showAssessment.now(conduct.conduct(at, request.note)));
    }

    @POST
    @Path("/{assessment}/share")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Note that the draft is with those it is about; what is agreed is said now")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "In May", ref = "share")))
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response share(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToShare request) {
        var at =
                new ConductAssessment.At(assessment, ifMatch, request.sharedOn, request.provenance);
        return AssessmentResource.answer(
                Response.ok(), showAssessment.now(conduct.share(at, request.note)));
    }

    @POST
    @Path("/{assessment}/agree")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Note that both agree on an assessment",
            description =
                    "Of every criterion a word is agreed, or expressly that it is UNKNOWN; where"
                            + " nothing is rated, something was found about every criterion. What"
                            + " was agreed changes no more.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "With the last words",
                                            ref = "agree-assessment")))
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, ASSESSMENT_NOT_IN_STATE")
    @APIResponse(
            responseCode = "422",
            description =
                    "CRITERIA_OPEN, NOT_ON_SCALE, NO_SUCH_CRITERION, CRITERION_UNCLEAR,"
                            + " STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response agree(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAgree request) {
        var ratings = request.ratings == null ? List.<AgreedWord>of() : request.ratings;
        return AssessmentResource.answer(
                Response.ok(),
                showAssessment.now(
                        conduct.agree(
                                new ConductAssessment.At(
                                        assessment, ifMatch, request.agreedOn, request.provenance),
                                request.note,
                                ratings.stream().map(AgreedWord::said).toList())));
    }

    @POST
    @Path("/{assessment}/close")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Close an assessment",
            description = "Every gap has its action, or the note says why none is needed.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "One", ref = "close-assessment")))
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "GAPS_WITHOUT_ACTION, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response close(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToClose request) {
        var at =
                new ConductAssessment.At(assessment, ifMatch, request.closedOn, request.provenance);
        return AssessmentResource.answer(
                Response.ok(), showAssessment.now(conduct.close(at, request.note)));
    }
}
