package locality.governance.consultation;

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
import java.util.List;
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

/// Consultations over HTTP.
@Path("/api/governance/v1/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Consultations",
        description = "People asked before it is decided, stage after stage, and what is told")
class ConsultationResource {

    private final Consultations consultations;
    private final FollowConsultation follow;
    private final ImportConsultations importConsultations;
    private final Recorder recorder;

    ConsultationResource(
            Consultations consultations,
            FollowConsultation follow,
            ImportConsultations importConsultations,
            Recorder recorder) {
        this.consultations = consultations;
        this.follow = follow;
        this.importConsultations = importConsultations;
        this.recorder = recorder;
    }

    /// @param stages by when each is meant to begin
    /// @param plannedOn today when left out
    @Schema(name = "ConsultationToPlan")
    record ToPlan(
            @NotNull @Pattern(regexp = Spelling.REFERENCE) String reference,
            @NotBlank @Size(max = Consultation.TITLE_LENGTH) String title,
            @NotNull Locality locality,
            @NotNull Audience audience,
            @NotNull @Valid AboutWhat about,
            @Nullable @Valid Stages stages,
            @Nullable LocalDate plannedOn,
            @Nullable Provenance provenance) {

        Consultation.Planned planned() {
            return new Consultation.Planned(
                    title,
                    audience,
                    new Subject(about.type, about.reference),
                    stages == null ? List.of() : stages.planned());
        }
    }

    /// @param reference of the agreement or plan, or the function's code
    @Schema(name = "WhatAConsultationIsOn")
    record AboutWhat(@NotNull Subject.About type, @NotBlank String reference) {}

    /// Each a day (`2016-10-19`) or a month (`2016-10`: by its last day).
    @Schema(name = "StagesToPlan")
    record Stages(@Nullable String commence, @Nullable String formal, @Nullable String conclude) {

        List<PlannedStage> planned() {
            var planned = new ArrayList<PlannedStage>();
            if (commence != null) {
                planned.add(PlannedStage.of(Stage.COMMENCED, commence));
            }
            if (formal != null) {
                planned.add(PlannedStage.of(Stage.FORMAL, formal));
            }
            if (conclude != null) {
                planned.add(PlannedStage.of(Stage.CONCLUDED, conclude));
            }
            return planned;
        }
    }

    /// @param effectiveOn today when left out
    /// @param note what came of it, naming nobody
    /// @param responses how many answered by then
    @Schema(name = "StageToBegin")
    record ToBegin(
            @Nullable LocalDate effectiveOn,
            @Size(max = 2000) @Nullable String note,
            @Min(0) @Nullable Integer responses,
            @Nullable Provenance provenance) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List consultations in the order of their references, or export them as CSV",
            description = "With `on`, those planned by then, in the stage they had come to.")
    public Page<ConsultationView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "The reference of what is consulted on") @QueryParam("about")
                    @Nullable String about,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        return Page.of(
                        consultations.inPlaces(
                                recorder.shown(locality),
                                new Consultations.Wanted(about, stage, day),
                                after,
                                limit),
                        limit,
                        one -> one.reference)
                .map(one -> view(one, day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List consultations in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("about") @Nullable String about,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var shown =
                consultations
                        .inPlaces(
                                recorder.shown(locality),
                                new Consultations.Wanted(about, stage, day),
                                "",
                                Page.ALL)
                        .stream()
                        .map(one -> view(one, day))
                        .toList();
        return Spreadsheet.named(
                "consultations", ConsultationView.csv(shown, day.equals(recorder.today())));
    }

    @GET
    @Path("/{consultation}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a consultation with its stages")
    @APIResponseSchema(ConsultationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not planned by that day")
    public Response show(
            @Parameter(example = "BUR-OCO-STAFF") @PathParam("consultation") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var consultation = consultations.require(idOrReference);
        recorder.requireReading(consultation.locality, "consultation", idOrReference);
        var day = recorder.day(on, effectiveAt);
        if (consultation.on(day).isEmpty()) {
            throw new NotFound("consultation", idOrReference);
        }
        return answer(Response.ok(), view(consultation, day));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan a consultation, or send a spreadsheet of consultations",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key."
                            + " A row with `version` plans that consultation anew. With dryRun"
                            + " nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToPlan.class),
                        examples = @ExampleObject(name = "Staff", ref = "consultation")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "One", ref = "consultations-csv"))
            })
    @APIResponseSchema(value = ConsultationView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such place")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "STAGE_BEFORE_EARLIER, NOTHING_TO_CONSULT_ON, UNKNOWN_FUNCTION,"
                            + " DUE_NOT_A_DATE, IN_THE_FUTURE, PERSONAL_DATA; ROWS_REFUSED: each"
                            + " by its line")
    public Response plan(@NotNull @Valid ToPlan request) {
        var consultation =
                follow.plan(
                        request.reference,
                        request.locality,
                        request.planned(),
                        request.plannedOn,
                        recorder.provenance(request.provenance));
        return answer(
                Response.created(URI.create("/api/governance/v1/consultations/" + consultation.id)),
                view(consultation, recorder.today()));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of consultations")
    public Response importCsv(
            String csv, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return Response.ok(importConsultations.handle(csv, dryRun)).build();
    }

    @POST
    @Path("/{consultation}/commence")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Commence a consultation")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(ConsultationView.class)
    @APIResponse(responseCode = "409", description = "STAGE_BEGUN")
    @APIResponse(
            responseCode = "422",
            description = "STAGE_BEFORE_EARLIER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response commence(
            @PathParam("consultation") String consultation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToBegin request) {
        return begin(consultation, ifMatch, Stage.COMMENCED, request);
    }

    @POST
    @Path("/{consultation}/formal")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Begin the formal stage of a consultation that has commenced")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(ConsultationView.class)
    @APIResponse(responseCode = "409", description = "EARLIER_STAGE_MISSING, STAGE_BEGUN")
    @APIResponse(
            responseCode = "422",
            description = "STAGE_BEFORE_EARLIER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response formal(
            @PathParam("consultation") String consultation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToBegin request) {
        return begin(consultation, ifMatch, Stage.FORMAL, request);
    }

    @POST
    @Path("/{consultation}/conclude")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Conclude a consultation whose formal stage has begun")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "With what came", ref = "conclude")))
    @APIResponseSchema(ConsultationView.class)
    @APIResponse(responseCode = "409", description = "EARLIER_STAGE_MISSING, STAGE_BEGUN")
    @APIResponse(
            responseCode = "422",
            description = "STAGE_BEFORE_EARLIER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response conclude(
            @PathParam("consultation") String consultation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToBegin request) {
        return begin(consultation, ifMatch, Stage.CONCLUDED, request);
    }

    private Response begin(
            String idOrReference, @Nullable String ifMatch, Stage stage, ToBegin request) {
        var step =
                new StageStep(
                        stage,
                        recorder.day(request.effectiveOn, null),
                        request.note,
                        request.responses,
                        recorder.provenance(request.provenance));
        return answer(
                Response.ok(), view(follow.begin(idOrReference, ifMatch, step), recorder.today()));
    }

    private static ConsultationView view(Consultation consultation, LocalDate day) {
        return ConsultationView.of(
                consultation, consultation.on(day).orElseGet(consultation.steps::getFirst), day);
    }

    private static Response answer(Response.ResponseBuilder builder, ConsultationView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }
}
