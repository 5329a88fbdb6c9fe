package locality.governance.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The ratings of an assessment over HTTP.
@Path("/api/governance/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessments")
class RatingResource {

    private final RateCriteria rateCriteria;
    private final ShowAssessment showAssessment;

    RatingResource(RateCriteria rateCriteria, ShowAssessment showAssessment) {
        this.rateCriteria = rateCriteria;
        this.showAssessment = showAssessment;
    }

    /// @param ratedOn today when left out
    @Schema(name = "CriteriaToRate")
    record ToRate(
            @NotEmpty List<@NotNull @Valid ToRateOne> ratings,
            @Nullable LocalDate ratedOn,
            @Nullable Provenance provenance) {}

    /// Words of the scale, or `UNKNOWN`, of those who say something.
    ///
    /// @param criterion its code, or its title if only one has it
    /// @param by the post that says it, never a person
    @Schema(name = "CriterionToRate")
    record ToRateOne(
            @NotBlank String criterion,
            @Nullable String self,
            @Nullable String reviewer,
            @Nullable String agreed,
            @Size(max = 200) @Nullable String by) {

        private RateCriteria.Said said() {
            return RateCriteria.Said.of(criterion, self, reviewer, agreed, by);
        }
    }

    /// @param rated how many ratings were added
    /// @param unchanged how many said what was on record
    /// @param dryRun whether it was only tried out: then nothing of it is kept
    @Schema(name = "CriteriaRated")
    record Rated(int rated, int unchanged, boolean dryRun, AssessmentView assessment) {}

    @GET
    @Path("/{assessment}/ratings")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary =
                    "List the criteria of an assessment with their ratings, or export them as CSV",
            description =
                    "Every criterion, the unrated too. An export as of a past day has no"
                            + " `version`.")
    public Page<AssessmentView.CriterionView> list(
            @PathParam("assessment") String assessment,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = on == null ? effectiveAt : on;
        return new Page<>(
                AssessmentView.CriterionView.of(
                        showAssessment.require(assessment, day), day == null ? LocalDate.MAX : day),
                null);
    }

    @GET
    @Path("/{assessment}/ratings")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary =
                    "List the criteria of an assessment with their ratings, or export them as CSV")
    public Response export(
            @PathParam("assessment") String assessment,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = on == null ? effectiveAt : on;
        var now = showAssessment.require(assessment, day);
        return Spreadsheet.named(
                "ratings", RatingSheet.write(now, day == null ? now.assessment().version : null));
    }

    @POST
    @Path("/{assessment}/ratings")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Rate criteria, or send a spreadsheet of ratings",
            description =
                    "Those who are assessed rate themselves until the draft is shared, the reviewer"
                        + " once it is conducted and until all is agreed; what is agreed is said of"
                        + " the shared draft. All of it is recorded or nothing, and what is on"
                        + " record is not said again. UNKNOWN says expressly that it is not known."
                        + " A spreadsheet needs an Idempotency-Key; columns criterion and, if"
                        + " wanted, those of the export; an empty cell says nothing. With dryRun"
                        + " nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRate.class),
                        examples = @ExampleObject(name = "By the reviewer", ref = "ratings")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "By the reviewer", ref = "ratings-csv"))
            })
    @APIResponseSchema(Rated.class)
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ASSESSMENT_NOT_IN_STATE")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_ON_SCALE, NO_SUCH_CRITERION, CRITERION_UNCLEAR, STEP_OUT_OF_ORDER,"
                            + " IN_THE_FUTURE, PERSONAL_DATA; ROWS_REFUSED: each by its line,"
                            + " with ROW_NAMED_TWICE")
    public Response rate(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid ToRate request) {
        return answer(
                rateCriteria.handle(
                        new ConductAssessment.At(
                                assessment, ifMatch, request.ratedOn, request.provenance),
                        request.ratings.stream().map(ToRateOne::said).toList(),
                        dryRun),
                dryRun);
    }

    @POST
    @Path("/{assessment}/ratings")
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of ratings")
    public Response importCsv(
            @PathParam("assessment") String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "The day it was said; today if left out")
                    @QueryParam("ratedOn")
                    @Nullable LocalDate ratedOn,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            String csv) {
        var reference = showAssessment.require(assessment, null).assessment().reference;
        return answer(
                rateCriteria.rows(
                        new ConductAssessment.At(assessment, ifMatch, ratedOn, null),
                        RatingSheet.read(csv, reference),
                        dryRun),
                dryRun);
    }

    private Response answer(RateCriteria.Done done, boolean dryRun) {
        var view = showAssessment.view(done.assessment().last(), null);
        return Response.ok(new Rated(done.rated(), done.unchanged(), dryRun, view))
                .header(HttpHeaders.ETAG, new EntityTag(view.version()))
                .build();
    }
}
