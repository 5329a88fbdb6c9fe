package locality.governance.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
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

/// Frameworks over HTTP.
@Path("/api/governance/v1/assessment-frameworks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessment frameworks", description = "By what is assessed, and on which scale")
class FrameworkResource {

    private final Frameworks frameworks;
    private final Assessments assessments;
    private final AdoptFramework adoptFramework;
    private final Recorder recorder;

    FrameworkResource(
            Frameworks frameworks,
            Assessments assessments,
            AdoptFramework adoptFramework,
            Recorder recorder) {
        this.frameworks = frameworks;
        this.assessments = assessments;
        this.adoptFramework = adoptFramework;
        this.recorder = recorder;
    }

    /// @param locality whose it is; one of Greater Manchester serves every place
    /// @param effectiveOn from when this version holds; today when left out
    /// @param scale from the worst word to the best; empty where nothing is rated
    /// @param red the words that are Red, the worst of the scale
    /// @param target the word to be reached; whatever is worse is a gap
    @Schema(name = "FrameworkToAdopt")
    record ToAdopt(
            @NotBlank @Pattern(regexp = Spelling.REFERENCE) String code,
            @NotBlank @Size(max = 500) String title,
            @NotNull FrameworkKind kind,
            @NotNull Locality locality,
            @Nullable LocalDate effectiveOn,
            @Nullable List<@NotNull @Pattern(regexp = FrameworkSheet.WORD) String> scale,
            @Nullable List<@NotNull String> red,
            @Nullable String target,
            @NotEmpty List<@NotNull @Valid ToAdoptDomain> domains,
            @Nullable Provenance provenance) {

        AdoptFramework.Written written() {
            return new AdoptFramework.Written(
                    code,
                    title,
                    kind,
                    locality,
                    effectiveOn,
                    scale == null ? List.of() : scale,
                    red == null ? List.of() : red,
                    target,
                    domains.stream().map(ToAdoptDomain::written).toList(),
                    provenance);
        }
    }

    /// @param criteria in their order; none where only what is found of the domain is told
    @Schema(name = "DomainToAdopt")
    record ToAdoptDomain(
            @NotBlank @Size(max = 500) String title,
            @Nullable List<@NotNull @Valid ToAdoptCriterion> criteria) {

        private AdoptFramework.Domain written() {
            return new AdoptFramework.Domain(
                    title,
                    criteria == null
                            ? List.of()
                            : criteria.stream().map(ToAdoptCriterion::written).toList());
        }
    }

    /// @param code short, unique in the framework; where it stands, as in `3.7`, when left out
    @Schema(name = "CriterionToAdopt")
    record ToAdoptCriterion(
            @Size(max = 60) @Nullable String code, @NotBlank @Size(max = 1000) String title) {

        private AdoptFramework.Named written() {
            return new AdoptFramework.Named(code, title);
        }
    }

    /// What a spreadsheet did.
    @Schema(name = "FrameworksAdopted")
    record Adopted(List<FrameworkView> adopted) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List the frameworks that hold on a day, or export their criteria as CSV",
            description = "Those of Greater Manchester and of the localities you read.")
    public Page<FrameworkView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        return Page.of(
                        frameworks.inPlaces(recorder.shown(locality), day, after, limit),
                        limit,
                        one -> one.code)
                .map(FrameworkView::of);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List the frameworks that hold on a day, or export their criteria as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        return Spreadsheet.named(
                "assessment-frameworks",
                FrameworkSheet.write(
                        frameworks.inPlaces(recorder.shown(locality), day, "", Page.ALL)));
    }

    @GET
    @Path("/{framework}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a framework, in the version that holds on a day")
    @APIResponseSchema(FrameworkView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "NO_FRAMEWORK_YET: it holds from a later day")
    public FrameworkView show(
            @Parameter(example = "SCF-PEER-REVIEW") @PathParam("framework") String framework,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        return FrameworkView.of(require(framework, recorder.day(on, effectiveAt)));
    }

    @GET
    @Path("/{framework}/heat-map")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show how every criterion stands in every locality on a day, or as CSV",
            description =
                    "By the last assessment conducted of each locality, or of each subject there. A"
                        + " locality that was not assessed has blank cells; one that was, and of"
                        + " which a word is not known, counts as unknown and as no word of the"
                        + " scale.")
    @APIResponseSchema(HeatMap.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "NO_FRAMEWORK_YET")
    public HeatMap heatMap(
            @PathParam("framework") String framework,
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var places = recorder.shown(locality);
        var holds = require(framework, day);
        return HeatMap.of(holds, day, assessments.conductedBy(holds.code, day, places), places);
    }

    @GET
    @Path("/{framework}/heat-map")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show how every criterion stands in every locality on a day, or as CSV")
    public Response heatMapCsv(
            @PathParam("framework") String framework,
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var map = heatMap(framework, locality, on, effectiveAt);
        return Spreadsheet.named("heat-map", Csv.write(map.csvColumns(), map.csvRows()));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a framework or its next version on record, or a spreadsheet of criteria",
            description =
                    "Assessments go by the version that held when they were planned. A spreadsheet"
                        + " is recorded whole or not at all and needs an Idempotency-Key; columns"
                        + " framework,domain,criterion and, in the first row of each framework,"
                        + " title,kind,locality and if wanted effectiveOn,scale,red,target (words"
                        + " with semicolons between); criterionCode where a criterion has one.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToAdopt.class),
                        examples =
                                @ExampleObject(
                                        name = "A peer review",
                                        ref = "assessment-framework")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "A peer review",
                                        ref = "assessment-frameworks-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {FrameworkView.class, Adopted.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a locality of others")
    @APIResponse(responseCode = "409", description = "FRAMEWORK_OUT_OF_ORDER")
    @APIResponse(
            responseCode = "422",
            description = "SCALE_UNCLEAR, NAMED_TWICE, FRAMEWORK_DIFFERS, PERSONAL_DATA")
    public Response adopt(@NotNull @Valid ToAdopt request) {
        var adopted = adoptFramework.handle(List.of(request.written())).getFirst();
        return Response.created(
                        URI.create("/api/governance/v1/assessment-frameworks/" + adopted.id))
                .entity(FrameworkView.of(adopted))
                .build();
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of criteria on record")
    public Response importCsv(String csv) {
        var adopted = adoptFramework.handle(FrameworkSheet.read(csv));
        return Response.status(Response.Status.CREATED)
                .entity(new Adopted(adopted.stream().map(FrameworkView::of).toList()))
                .build();
    }

    private Framework require(String framework, LocalDate day) {
        return frameworks.require(framework, day, recorder.shown(null));
    }
}
