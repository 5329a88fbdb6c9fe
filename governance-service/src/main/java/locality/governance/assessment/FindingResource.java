package locality.governance.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import locality.governance.action.Due;
import locality.governance.action.DuePrecision;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
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

/// What was found, what it rests on and what follows from it, over HTTP.
@Path("/api/governance/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessments")
class FindingResource {

    private final ConductAssessment conduct;
    private final ActOnGaps actOnGaps;
    private final ShowAssessment showAssessment;

    FindingResource(ConductAssessment conduct, ActOnGaps actOnGaps, ShowAssessment showAssessment) {
        this.conduct = conduct;
        this.actOnGaps = actOnGaps;
        this.showAssessment = showAssessment;
    }

    /// @param foundOn today when left out
    @Schema(name = "FindingsToAdd")
    record ToFind(
            @NotEmpty List<@NotNull @Valid ToFindOne> findings,
            @Nullable LocalDate foundOn,
            @Nullable Provenance provenance) {}

    /// @param domain that it is about; that of the criterion when one is named
    /// @param criterion its code, or its title if only one has it; a GAP names one
    @Schema(name = "FindingToAdd")
    record ToFindOne(
            @NotNull FindingKind kind,
            @Nullable String domain,
            @Nullable String criterion,
            @NotBlank @Size(max = 4000) String text) {}

    /// @param assessments by reference
    @Schema(name = "AssessmentsToDrawOn")
    record ToDrawOn(
            @NotEmpty List<@NotBlank String> assessments, @Nullable Provenance provenance) {}

    /// @param criteria codes or titles of gaps; every gap when left out
    /// @param body that gives them; the one that the assessment is made for when left out
    /// @param post who is to do it: a post, never a person
    /// @param organisation whose it is to do, by ODS or GSS code
    /// @param dueOn a day (`2018-06-30`) or a month (`2018-06`: by its last day)
    /// @param precision follows from `dueOn` and `reviewOn` when left out
    /// @param reviewOn when what is ONGOING is reviewed next
    /// @param givenOn today when left out
    @Schema(name = "GapsToActOn")
    record ToAct(
            @Nullable List<@NotBlank String> criteria,
            @Nullable String body,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable String dueOn,
            @Nullable DuePrecision precision,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate givenOn,
            @Nullable Provenance provenance) {}

    /// @param given the references of the new actions; none of gaps that had one
    @Schema(name = "GapsActedOn")
    record Acted(List<String> given, AssessmentView assessment) {}

    @POST
    @Path("/{assessment}/findings")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Write down what was found, once it is conducted and until it is agreed")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A strength and a gap",
                                            ref = "findings")))
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ASSESSMENT_NOT_IN_STATE")
    @APIResponse(
            responseCode = "422",
            description =
                    "GAP_OF_NO_CRITERION, NO_SUCH_CRITERION, CRITERION_UNCLEAR, NO_SUCH_DOMAIN,"
                            + " STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response find(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToFind request) {
        return AssessmentResource.answer(
                Response.ok(),
                showAssessment.now(
                        conduct.find(
                                new ConductAssessment.At(
                                        assessment, ifMatch, request.foundOn, request.provenance),
                                request.findings.stream()
                                        .map(
                                                one ->
                                                        new ConductAssessment.Found(
                                                                one.kind,
                                                                one.domain,
                                                                one.criterion,
                                                                one.text))
                                        .toList())));
    }

    @POST
    @Path("/{assessment}/links")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Note the assessments whose outcome this one takes into account")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A peer review",
                                            ref = "assessment-links")))
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "DRAWS_ON_ITSELF")
    public Response link(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToDrawOn request) {
        return AssessmentResource.answer(
                Response.ok(),
                showAssessment.now(
                        conduct.drawOn(
                                new ConductAssessment.At(
                                        assessment, ifMatch, null, request.provenance),
                                request.assessments)));
    }

    @POST
    @Path("/{assessment}/actions")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Give actions for gaps, one for each that has none",
            description =
                    "A gap is a criterion whose word is worse than the target (what was agreed,"
                            + " else what the reviewer said, else what those who are assessed say),"
                            + " or of which something was found missing. Sent twice, nothing is"
                            + " given twice.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Every gap", ref = "gap-actions")))
    @APIResponseSchema(Acted.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such assessment, body")
    @APIResponse(responseCode = "409", description = "ASSESSMENT_NOT_IN_STATE")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_A_GAP, NO_BODY_ACTS, NO_SUCH_CRITERION, CRITERION_UNCLEAR,"
                            + " NOBODY_RESPONSIBLE, DUE_NOT_A_DATE, DUE_UNCLEAR,"
                            + " UNKNOWN_ORGANISATION, IN_THE_FUTURE, PERSONAL_DATA")
    public Response act(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAct request) {
        var acted =
                actOnGaps.handle(
                        new ConductAssessment.At(
                                assessment, ifMatch, request.givenOn, request.provenance),
                        new ActOnGaps.Wanted(
                                request.criteria == null ? List.of() : request.criteria,
                                request.body,
                                request.post,
                                request.organisation,
                                Due.of(request.dueOn, request.precision, request.reviewOn),
                                request.provenance));
        var view = showAssessment.view(acted.assessment().last(), null);
        return Response.ok(new Acted(acted.given(), view))
                .header(HttpHeaders.ETAG, new EntityTag(view.version()))
                .build();
    }
}
