package locality.governance.recommendation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.decision.DecisionRegister;
import locality.governance.paper.ExemptReading;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
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

/// Recommendations over HTTP.
@Path("/api/governance/v1/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Recommendations", description = "What is recommended, and what became of it")
class RecommendationResource {

    private final Recommendations recommendations;
    private final RecordRecommendation recordRecommendation;
    private final ImportRecommendations importRecommendations;
    private final BodyRegister bodies;
    private final DecisionRegister decisions;
    private final ExemptReading exemptReading;
    private final Recorder recorder;

    RecommendationResource(
            Recommendations recommendations,
            RecordRecommendation recordRecommendation,
            ImportRecommendations importRecommendations,
            BodyRegister bodies,
            DecisionRegister decisions,
            ExemptReading exemptReading,
            Recorder recorder) {
        this.recommendations = recommendations;
        this.recordRecommendation = recordRecommendation;
        this.importRecommendations = importRecommendations;
        this.bodies = bodies;
        this.decisions = decisions;
        this.exemptReading = exemptReading;
        this.recorder = recorder;
    }

    /// @param reference made of its source's when left out
    /// @param number its place among those of its source
    /// @param paper the one it stands in, or else:
    /// @param document the title of the document it stands in
    /// @param section of the document, whose recommendations are counted by themselves
    /// @param body to which it is made
    /// @param locality of one that is made to no body
    /// @param madeOn the day of the paper's meeting, else today, when left out
    @Schema(name = "RecommendationToRecord")
    record ToRecord(
            @Pattern(regexp = RecommendationSheet.REFERENCE) @Nullable String reference,
            @Min(1) int number,
            @NotBlank @Pattern(regexp = RecommendationSheet.VERB) String verb,
            @NotBlank String text,
            @Nullable String paper,
            @Nullable String document,
            @Nullable String section,
            @Nullable String body,
            @Nullable Locality locality,
            @Nullable LocalDate madeOn,
            @Nullable Provenance provenance) {}

    /// @param decision that answered it: its id or reference
    /// @param answeredOn today when left out
    @Schema(name = "AnswerToRecommendation")
    record ToAnswer(
            @NotNull RecommendationOutcome outcome,
            @Nullable String decision,
            @Nullable LocalDate answeredOn,
            @Nullable String note) {}

    /// What a list may be narrowed to.
    static class Filter {
        @QueryParam("body")
        @Nullable String body;

        @Parameter(description = "A paper's reference, or a document's title and section")
        @QueryParam("source")
        @Nullable String source;

        @QueryParam("outcome")
        @Nullable RecommendationOutcome outcome;

        @Parameter(description = "Whether it has an outcome")
        @QueryParam("answered")
        @Nullable Boolean answered;

        @Parameter(description = "Those that this decision answered")
        @QueryParam("decision")
        @Nullable String decision;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List recommendations by source, in their order there, or export them as CSV",
            description = "Those of exempt papers are listed to those who may read these.")
    public Page<RecommendationView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @BeanParam Filter filter,
            @Parameter(description = "The reference of the one to go on after")
                    @QueryParam("after")
                    @DefaultValue("")
                    String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var from = after.isEmpty() ? null : Recommendations.Cursor.of(requireReadable(after));
        return Page.of(found(locality, filter, from, limit), limit, one -> one.reference)
                .map(RecommendationView::of);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List recommendations by source, in their order there, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality, @BeanParam Filter filter) {
        var shown =
                found(locality, filter, null, Page.ALL).stream()
                        .map(RecommendationView::of)
                        .toList();
        return Spreadsheet.named("recommendations", RecommendationView.csv(shown));
    }

    @GET
    @Path("/progress")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show how far what each source recommends has come, in percentages",
            description = "With `on`, of what was made by that day, and had become of it by then.")
    public Page<Progress> progress(
            @QueryParam("locality") @Nullable Locality locality,
            @BeanParam Filter filter,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var bySource = new LinkedHashMap<String, List<@Nullable RecommendationOutcome>>();
        for (var one : found(locality, filter, null, Page.ALL)) {
            if (!one.madeOn.isAfter(day)) {
                bySource.computeIfAbsent(one.source, _ -> new ArrayList<>())
                        .add(one.outcomeOn(day));
            }
        }
        return new Page<>(
                bySource.entrySet().stream()
                        .map(each -> Progress.of(each.getKey(), each.getValue()))
                        .toList(),
                null);
    }

    @GET
    @Path("/{recommendation:.+}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a recommendation with what became of it")
    @APIResponseSchema(RecommendationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-HWBB-2014-05-14/2/P1/R1") @PathParam("recommendation")
                    String idOrReference) {
        return answer(Response.ok(), requireReadable(idOrReference));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a recommendation on record, or a spreadsheet of them",
            description =
                    "Those of a paper's front sheet are on record from its publication. A"
                        + " spreadsheet is recorded whole or not at all and needs an"
                        + " Idempotency-Key; columns number,verb,text and paper or document and, if"
                        + " wanted, reference,section,body,locality,madeOn. An export is edited and"
                        + " sent back: a row with a `version` changes verb and text of that"
                        + " recommendation until it is answered; one that says what is on record"
                        + " changes nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToRecord.class),
                        examples = @ExampleObject(name = "Of a document", ref = "recommendation")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(name = "Two of them", ref = "recommendations-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                RecommendationView.class,
                                                SheetOfRecord.Taken.class
                                            })))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such paper or body")
    @APIResponse(
            responseCode = "409",
            description = "RECOMMENDATION_REFERENCE_TAKEN, RECOMMENDATION_NUMBER_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "ONE_SOURCE, OF_NO_PLACE, PERSONAL_DATA; ROWS_REFUSED: each by its line, with"
                            + " RECOMMENDATION_ANSWERED, ROW_NAMED_TWICE,"
                            + " NOT_IN_A_SPREADSHEET")
    public Response record(@NotNull @Valid ToRecord request) {
        var made =
                recordRecommendation.make(
                        new RecordRecommendation.Made(
                                request.reference,
                                request.number,
                                request.verb,
                                request.text,
                                request.paper,
                                request.document,
                                request.section,
                                request.body,
                                request.locality,
                                request.madeOn,
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/recommendations/" + made.id)),
                made);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of recommendations on record")
    public Response importCsv(String csv) {
        return Response.status(Response.Status.CREATED)
                .entity(importRecommendations.handle(csv))
                .build();
    }

    @POST
    @Path("/{recommendation:.+}/answer")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write down what became of a recommendation",
            description =
                    "Accepted, whole or in part, or not; what was accepted is later implemented;"
                            + " anything but what is implemented may be superseded.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Accepted",
                                            ref = "recommendation-answer")))
    @APIResponseSchema(RecommendationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such recommendation, decision")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "ANSWERED_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response answer(
            @PathParam("recommendation") String recommendation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAnswer request) {
        return answer(
                Response.ok(),
                recordRecommendation.answer(
                        recommendation,
                        ifMatch,
                        new RecordRecommendation.Answered(
                                request.outcome,
                                request.decision,
                                request.answeredOn,
                                request.note)));
    }

    private List<Recommendation> found(
            @Nullable Locality locality,
            Filter filter,
            Recommendations.@Nullable Cursor after,
            int limit) {
        var wanted =
                new Recommendations.Wanted(
                        filter.body == null
                                ? null
                                : bodies.require(filter.body, recorder.today()).id(),
                        filter.source,
                        filter.outcome,
                        filter.answered,
                        filter.decision == null ? null : decisions.require(filter.decision));
        return recommendations.inPlaces(
                new Recommendations.Reader(recorder.shown(locality), exemptReading.places()),
                wanted,
                after,
                limit);
    }

    /// @throws NotFound unless the caller reads its place and, when it is exempt, that too
    private Recommendation requireReadable(String idOrReference) {
        var found = recommendations.require(idOrReference);
        recorder.requireReading(found.locality, "recommendation", idOrReference);
        if (found.exempt && !exemptReading.isAllowedIn(found.locality)) {
            throw new NotFound("recommendation", idOrReference);
        }
        return found;
    }

    private static Response answer(Response.ResponseBuilder builder, Recommendation one) {
        return builder.entity(RecommendationView.of(one))
                .header(HttpHeaders.ETAG, new EntityTag(one.version))
                .build();
    }
}
