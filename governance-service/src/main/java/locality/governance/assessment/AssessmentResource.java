package locality.governance.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
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

/// Assessments over HTTP: planned, listed, shown as of a day.
@Path("/api/governance/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessments", description = "What was assessed, how it stands, what was found")
class AssessmentResource {

    private final Assessments assessments;
    private final ShowAssessment showAssessment;
    private final ConductAssessment conduct;
    private final ImportAssessments importAssessments;
    private final BodyRegister bodies;
    private final Recorder recorder;

    AssessmentResource(
            Assessments assessments,
            ShowAssessment showAssessment,
            ConductAssessment conduct,
            ImportAssessments importAssessments,
            BodyRegister bodies,
            Recorder recorder) {
        this.assessments = assessments;
        this.showAssessment = showAssessment;
        this.conduct = conduct;
        this.importAssessments = importAssessments;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param framework its code; the version that holds on `plannedSince`
    /// @param subjectType what is assessed, as in `body`; the locality when left out
    /// @param subjectId its reference
    /// @param body that it is made for, which gives the actions that follow
    /// @param plannedOn when it is to be conducted
    /// @param drawsOn assessments whose outcome it takes into account, by reference
    /// @param plannedSince the day it was planned; today when left out
    @Schema(name = "AssessmentToPlan")
    record ToPlan(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank @Size(max = 500) String title,
            @NotBlank String framework,
            @NotNull Locality locality,
            @Pattern(regexp = AssessmentSheet.SUBJECT_TYPE) @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String body,
            @Nullable LocalDate plannedOn,
            @Nullable List<@NotBlank String> drawsOn,
            @Nullable LocalDate plannedSince,
            @Nullable Provenance provenance) {}

    /// What a list may be narrowed to.
    static class Filter {
        @Parameter(description = "A framework's code")
        @QueryParam("framework")
        @Nullable String framework;

        @QueryParam("state")
        @Nullable AssessmentState state;

        @Parameter(description = "The body they are made for")
        @QueryParam("body")
        @Nullable String body;

        @QueryParam("subjectType")
        @Nullable String subjectType;

        @QueryParam("subjectId")
        @Nullable String subjectId;

        @Parameter(description = "As they were on that day; those planned later are left out")
        @QueryParam("on")
        @Nullable LocalDate on;

        @Parameter(description = "The same as on")
        @QueryParam("effectiveAt")
        @Nullable LocalDate effectiveAt;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List assessments in the order of their references, or export them as CSV",
            description = "How many criteria are unrated, red or a gap. What is unknown is no gap.")
    public Page<AssessmentOutline> list(
            @QueryParam("locality") @Nullable Locality locality,
            @BeanParam Filter filter,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return Page.of(
                        found(locality, filter, after, limit),
                        limit,
                        one -> one.assessment().reference)
                .map(AssessmentOutline::of);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List assessments in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality, @BeanParam Filter filter) {
        return Spreadsheet.named(
                "assessments",
                AssessmentOutline.csv(
                        found(locality, filter, "", Page.ALL).stream()
                                .map(AssessmentOutline::of)
                                .toList()));
    }

    @GET
    @Path("/{assessment}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show an assessment, as it was on a day")
    @APIResponseSchema(AssessmentView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not planned by that day")
    public Response show(
            @Parameter(example = "ROC-SCF-PR-2018-04") @PathParam("assessment")
                    String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = on == null ? effectiveAt : on;
        return answer(
                Response.ok(),
                showAssessment.view(showAssessment.require(idOrReference, day), day));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan an assessment, or send a spreadsheet of assessments",
            description =
                    "It goes by the framework's version of the day it was planned. A spreadsheet is"
                        + " recorded whole or not at all and needs an Idempotency-Key; columns of"
                        + " the export. A row without `version` plans an assessment and wants"
                        + " title,framework,locality; one with it changes title and plannedOn until"
                        + " the assessment is conducted, and one that says what is on record"
                        + " changes nothing. With dryRun a spreadsheet is only tried out.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToPlan.class),
                        examples = @ExampleObject(name = "A peer review", ref = "assessment")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two of them", ref = "assessments-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such framework, body or assessment to draw on")
    @APIResponse(responseCode = "409", description = "ASSESSMENT_REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "NO_FRAMEWORK_YET, SUBJECT_HALF_NAMED, IN_THE_FUTURE, PERSONAL_DATA;"
                            + " ROWS_REFUSED: each by its line, with NOT_IN_A_SPREADSHEET,"
                            + " ASSESSMENT_NOT_IN_STATE, NOT_FOUND, ROW_NAMED_TWICE")
    public Response plan(@NotNull @Valid ToPlan request) {
        var planned =
                conduct.plan(
                        new ConductAssessment.Planned(
                                request.reference,
                                request.title,
                                request.framework,
                                request.locality,
                                request.subjectType,
                                request.subjectId,
                                request.body,
                                request.plannedOn,
                                request.drawsOn == null ? List.of() : request.drawsOn,
                                request.plannedSince,
                                request.provenance));
        return answer(
                Response.created(URI.create("/api/governance/v1/assessments/" + planned.id)),
                showAssessment.now(planned));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of assessments")
    public Response importCsv(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        return Response.ok(importAssessments.handle(AssessmentSheet.read(csv), dryRun)).build();
    }

    static Response answer(Response.ResponseBuilder builder, AssessmentView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }

    private List<AssessmentOnDay> found(
            @Nullable Locality locality, Filter filter, String after, int limit) {
        var day = recorder.day(filter.on, filter.effectiveAt);
        var wanted =
                new Assessments.Wanted(
                        day,
                        filter.framework,
                        filter.state,
                        filter.body == null ? null : bodies.require(filter.body, day).id(),
                        filter.subjectType,
                        filter.subjectId);
        return assessments.inPlaces(recorder.shown(locality), wanted, after, limit).stream()
                .flatMap(one -> one.on(day).stream())
                .toList();
    }
}
