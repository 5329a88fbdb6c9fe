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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// The communications plan over HTTP.
@Path("/api/governance/v1/communications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consultations")
class CommunicationResource {

    private final Communications communications;
    private final Consultations consultations;
    private final FollowCommunication follow;
    private final ImportCommunications importCommunications;
    private final Recorder recorder;

    CommunicationResource(
            Communications communications,
            Consultations consultations,
            FollowCommunication follow,
            ImportCommunications importCommunications,
            Recorder recorder) {
        this.communications = communications;
        this.consultations = consultations;
        this.follow = follow;
        this.importCommunications = importCommunications;
        this.recorder = recorder;
    }

    /// @param channel how, as in `Staff briefing`
    /// @param post who sees to it, never a person
    /// @param dueOn a day (`2017-04-01`) or a month (`2017-03`: by its last day)
    /// @param consultation it belongs to, by id or reference
    @Schema(name = "CommunicationToPlan")
    record ToPlan(
            @NotNull @Pattern(regexp = Spelling.REFERENCE) String reference,
            @NotBlank @Size(max = Message.TITLE_LENGTH) String title,
            @NotNull Locality locality,
            @NotNull Audience audience,
            @Size(max = Message.NAME_LENGTH) @Nullable String channel,
            @Size(max = Message.NAME_LENGTH) @Nullable String post,
            @NotBlank String dueOn,
            @Nullable String consultation,
            @Nullable Provenance provenance) {}

    /// @param doneOn today when left out
    /// @param reached how many people it reached
    @Schema(name = "CommunicationDone")
    record Done(@Nullable LocalDate doneOn, @Min(0) @Nullable Integer reached) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary =
                    "List the communications plan in the order of references, or export it as CSV",
            description = "With `on`, what had been told by then, and what was overdue.")
    public Page<CommunicationView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "The consultation they belong to") @QueryParam("consultation")
                    @Nullable String consultation,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var found =
                communications.inPlaces(recorder.shown(locality), of(consultation), after, limit);
        return Page.of(
                views(found, recorder.day(on, effectiveAt)), limit, CommunicationView::reference);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary =
                    "List the communications plan in the order of references, or export it as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("consultation") @Nullable String consultation,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var found =
                communications.inPlaces(recorder.shown(locality), of(consultation), "", Page.ALL);
        return Spreadsheet.named(
                "communications",
                CommunicationView.csv(views(found, day), day.equals(recorder.today())));
    }

    @GET
    @Path("/{communication}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show an entry of the communications plan")
    @APIResponseSchema(CommunicationView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @PathParam("communication") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var communication = communications.require(idOrReference);
        recorder.requireReading(communication.locality, "communication", idOrReference);
        return answer(Response.ok(), view(communication, recorder.day(on, effectiveAt)));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan what is to be told, or send a communications plan as a spreadsheet",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key."
                            + " A row with `version` changes that entry, or says with `doneOn` that"
                            + " it was told. With dryRun nothing is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToPlan.class),
                        examples = @ExampleObject(name = "Go live", ref = "communication")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two", ref = "communications-csv"))
            })
    @APIResponseSchema(value = CommunicationView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such place or consultation")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description = "DUE_NOT_A_DATE, PERSONAL_DATA; ROWS_REFUSED: each by its line")
    public Response plan(@NotNull @Valid ToPlan request) {
        var planned =
                follow.plan(
                        request.reference,
                        request.locality,
                        Message.of(
                                request.title,
                                request.audience,
                                request.channel,
                                request.post,
                                request.dueOn),
                        request.consultation,
                        recorder.provenance(request.provenance));
        return answer(
                Response.created(URI.create("/api/governance/v1/communications/" + planned.id)),
                view(planned, recorder.today()));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a communications plan as a spreadsheet")
    public Response importCsv(
            String csv, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return Response.ok(importCommunications.handle(csv, dryRun)).build();
    }

    @POST
    @Path("/{communication}/done")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record that it was told, and how many it reached")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "Told", ref = "communication-done")))
    @APIResponseSchema(CommunicationView.class)
    @APIResponse(responseCode = "409", description = "TOLD_ALREADY")
    @APIResponse(responseCode = "422", description = "IN_THE_FUTURE")
    public Response done(
            @PathParam("communication") String communication,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Done request) {
        return answer(
                Response.ok(),
                view(
                        follow.done(
                                communication,
                                ifMatch,
                                recorder.day(request.doneOn, null),
                                request.reached),
                        recorder.today()));
    }

    private @Nullable UUID of(@Nullable String consultation) {
        if (consultation == null) {
            return null;
        }
        var found = consultations.require(consultation);
        recorder.requireReading(found.locality, "consultation", consultation);
        return found.id;
    }

    private CommunicationView view(Communication one, LocalDate day) {
        return views(List.of(one), day).getFirst();
    }

    private List<CommunicationView> views(List<Communication> entries, LocalDate day) {
        var named =
                consultations.referencesOf(
                        entries.stream()
                                .flatMap(one -> Stream.ofNullable(one.consultationId))
                                .collect(Collectors.toSet()));
        return entries.stream()
                .map(
                        one ->
                                CommunicationView.of(
                                        one,
                                        one.consultationId == null
                                                ? null
                                                : named.get(one.consultationId),
                                        day))
                .toList();
    }

    private static Response answer(Response.ResponseBuilder builder, CommunicationView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }
}
