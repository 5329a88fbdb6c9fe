package locality.governance.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.period.Period;
import locality.governance.post.PostRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.ReturnedSheet;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
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

/// Duties over HTTP.
@Path("/api/governance/v1/duties")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Duties", description = "What bodies, posts and organisations are there to do")
class DutyResource {

    private final Duties duties;
    private final ChangeDuty changeDuty;
    private final DutyViews views;
    private final BodyRegister bodies;
    private final PostRegister posts;
    private final Recorder recorder;

    DutyResource(
            Duties duties,
            ChangeDuty changeDuty,
            DutyViews views,
            BodyRegister bodies,
            PostRegister posts,
            Recorder recorder) {
        this.duties = duties;
        this.changeDuty = changeDuty;
        this.views = views;
        this.bodies = bodies;
        this.posts = posts;
        this.recorder = recorder;
    }

    /// @param text in the words of the source
    /// @param body whose it is, by id or reference; exactly one of body, post and organisation
    /// @param organisation by code
    /// @param locality the holder's when left out
    /// @param from its first day; today when left out
    /// @param until its last day
    @Schema(name = "DutyToWrite")
    record ToWrite(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String text,
            @Nullable String body,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable Locality locality,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    /// @param body whose it becomes; exactly one of body, post and organisation
    /// @param effectiveOn the first day it is theirs; today when left out
    @Schema(name = "DutyToPassOn")
    record ToPassOn(
            @NotNull @Valid To to,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {

        @Schema(name = "DutyHolder")
        record To(@Nullable String body, @Nullable String post, @Nullable String organisation) {}
    }

    /// @param effectiveOn the first day it is nobody's; today when left out
    @Schema(name = "DutyToEnd")
    record ToEnd(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    /// What a spreadsheet did; rows that say what is on record change nothing.
    @Schema(name = "DutiesImported")
    record Imported(int imported, int unchanged) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List the duties that there are on a date, or export them as CSV",
            description =
                    "In the order of their references: all, or those of a body, a post or an"
                            + " organisation.")
    public Page<DutyView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("post") @Nullable String post,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var wanted = wanted(body, post, organisation, day);
        var found = duties.on(day, recorder.shown(locality), wanted, after, limit);
        var page = Page.of(found, limit, duty -> duty.reference);
        return new Page<>(views.of(page.items()), page.next());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the duties that there are on a date, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("post") @Nullable String post,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var wanted = wanted(body, post, organisation, day);
        var all = duties.on(day, recorder.shown(locality), wanted, "", Page.ALL);
        return Spreadsheet.named("duties", DutySheet.write(views.of(all)));
    }

    private Duties.Wanted wanted(
            @Nullable String body,
            @Nullable String post,
            @Nullable String organisation,
            LocalDate day) {
        return new Duties.Wanted(
                body == null ? null : bodies.require(body, day).id(),
                post == null ? null : posts.require(post).id(),
                organisation);
    }

    @GET
    @Path("/{duty}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a duty, with the one it follows and the one that follows it")
    @APIResponseSchema(DutyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-COMPACT-HWBB-1") @PathParam("duty") String idOrReference) {
        var duty = duties.require(idOrReference);
        recorder.requireReading(duty.locality, "duty", idOrReference);
        return answer(Response.ok(), duty);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write a duty down, or a spreadsheet of them",
            description =
                    "Of a body, a post or an organisation. A spreadsheet is recorded whole or not"
                            + " at all and needs an Idempotency-Key; columns reference,text,from"
                            + " and, if wanted, body,post,organisation,locality,until,document,"
                            + "section. The export comes back with rows added to it: those of"
                            + " duties on record say what is on record, and change nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToWrite.class),
                        examples = @ExampleObject(name = "Of a board", ref = "duty")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two of them", ref = "duties-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {DutyView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body or post")
    @APIResponse(responseCode = "409", description = "DUTY_REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description = "ONE_HOLDER, ENDS_BEFORE_IT_BEGINS, UNKNOWN_ORGANISATION")
    public Response write(@NotNull @Valid ToWrite request) {
        var duty =
                changeDuty.write(
                        new ChangeDuty.ToWrite(
                                request.reference,
                                request.text,
                                new ChangeDuty.Whose(
                                        request.body, request.post, request.organisation),
                                request.locality,
                                new Period(recorder.day(request.from, null), request.until),
                                recorder.provenance(request.provenance)));
        return answer(Response.created(location(duty.id)), duty);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Write a spreadsheet of duties down")
    public Response importCsv(String csv) {
        var sheet =
                new ReturnedSheet(
                        Csv.read(csv, DutySheet.REQUIRED, DutySheet.OPTIONAL),
                        "reference",
                        DutySheet.COLUMNS);
        var added = sheet.added(onRecord(sheet.named()), this::duty);
        changeDuty.write(added);
        return Response.status(Response.Status.CREATED)
                .entity(new Imported(added.size(), sheet.unchanged(added)))
                .build();
    }

    private Map<String, List<@Nullable Object>> onRecord(Set<String> named) {
        var all =
                duties.inPlaces(recorder.shown(null)).stream()
                        .filter(duty -> named.contains(duty.reference))
                        .toList();
        return DutySheet.byReference(views.of(all));
    }

    @POST
    @Path("/{duty}/transfer")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Pass a duty on",
            description =
                    "It ends with its holder the day before and begins with the other, as a duty of"
                            + " its own that follows it: the answer. Whose it was on earlier days"
                            + " stays.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "To a CCG", ref = "pass-on")))
    @APIResponseSchema(value = DutyView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "DUTY_ENDED_ALREADY")
    @APIResponse(
            responseCode = "422",
            description = "ONE_HOLDER, THEIRS_ALREADY, ENDS_BEFORE_IT_BEGINS, UNKNOWN_ORGANISATION")
    public Response passOn(
            @PathParam("duty") String duty,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToPassOn request) {
        var to = new ChangeDuty.Whose(request.to.body, request.to.post, request.to.organisation);
        var next =
                changeDuty.passOn(
                        duty,
                        ifMatch,
                        to,
                        recorder.day(request.effectiveOn, null),
                        recorder.provenance(request.provenance));
        return answer(Response.created(location(next.id)), next);
    }

    @POST
    @Path("/{duty}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End a duty: from that day it is nobody's")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(DutyView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "DUTY_ENDED_ALREADY")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS")
    public Response end(
            @PathParam("duty") String duty,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToEnd request) {
        var day = recorder.day(request.effectiveOn, null);
        return answer(
                Response.ok(),
                changeDuty.end(duty, ifMatch, day, recorder.provenance(request.provenance)));
    }

    private ChangeDuty.ToWrite duty(Csv.Row row) {
        var whose =
                new ChangeDuty.Whose(
                        row.optional("body"), row.optional("post"), row.optional("organisation"));
        return new ChangeDuty.ToWrite(
                row.parsed("reference", Spelling.like(Spelling.REFERENCE)),
                row.required("text"),
                whose,
                row.optional("locality", Locality::of),
                new Period(
                        row.parsed("from", LocalDate::parse),
                        row.optional("until", LocalDate::parse)),
                row.text("document").isEmpty()
                        ? recorder.provenance(null)
                        : Provenance.stated(row.text("document"), row.required("section")));
    }

    private Response answer(Response.ResponseBuilder builder, Duty duty) {
        return builder.entity(views.of(List.of(duty)).getFirst())
                .header(HttpHeaders.ETAG, new EntityTag(duty.version))
                .build();
    }

    private static URI location(UUID duty) {
        return URI.create("/api/governance/v1/duties/" + duty);
    }
}
