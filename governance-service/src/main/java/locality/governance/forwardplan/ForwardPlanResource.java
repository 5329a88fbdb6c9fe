package locality.governance.forwardplan;

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
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import locality.governance.body.BodyRegister;
import locality.governance.period.ClearDaysRules;
import locality.governance.period.ClearDaysRules.NoticeOf;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
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

/// The forward plan over HTTP.
@Path("/api/governance/v1/forward-plan")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Forward plan", description = "What bodies are expected to decide, and key decisions")
class ForwardPlanResource {

    static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";
    private static final List<String> REQUIRED = List.of("body", "title", "expected");
    private static final List<String> OPTIONAL =
            List.of(
                    "key",
                    "valuePence",
                    "function",
                    "place",
                    "contactPost",
                    "documents",
                    "privateReason",
                    "publishedOn");

    private final ForwardPlanEntries entries;
    private final ChangeForwardPlan changeForwardPlan;
    private final BodyRegister bodies;
    private final ClearDaysRules clearDays;
    private final Recorder recorder;

    ForwardPlanResource(
            ForwardPlanEntries entries,
            ChangeForwardPlan changeForwardPlan,
            BodyRegister bodies,
            ClearDaysRules clearDays,
            Recorder recorder) {
        this.entries = entries;
        this.changeForwardPlan = changeForwardPlan;
        this.bodies = bodies;
        this.clearDays = clearDays;
        this.recorder = recorder;
    }

    /// @param expectedOn the day it is expected to be decided, or else:
    /// @param expectedIn the month, which means by its last day
    /// @param key whether it is said to be key; no when left out, and then its value may make it so
    /// @param valuePence whole-life
    /// @param place the body's own locality when left out
    /// @param contactPost whom to ask: a post, never a person
    /// @param privateReason why a part is to be decided in private; none is when left out
    /// @param publishedOn when the plan first said so; today when left out
    @Schema(name = "ForwardPlanEntryToPublish")
    record ToPublish(
            @NotBlank String body,
            @NotBlank String title,
            @Nullable LocalDate expectedOn,
            @Pattern(regexp = MONTH) @Nullable String expectedIn,
            @Nullable Boolean key,
            @Min(0) @Nullable Long valuePence,
            @Nullable String function,
            @Nullable Locality place,
            @Nullable List<@NotBlank String> documents,
            @Nullable String contactPost,
            @Nullable String privateReason,
            @Nullable LocalDate publishedOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "ForwardPlanImported")
    record Imported(int imported) {}

    /// What a list may be narrowed to.
    static class Filter {
        @QueryParam("body")
        @Nullable String body;

        @Parameter(description = "The first day of interest")
        @QueryParam("from")
        @Nullable LocalDate from;

        @Parameter(description = "The last day of interest")
        @QueryParam("to")
        @Nullable LocalDate to;

        @QueryParam("key")
        @Nullable Boolean key;

        @QueryParam("state")
        @Nullable ForwardPlanState state;

        @Parameter(description = "The day by which what was not tabled is late; today if left out")
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
            summary = "List what bodies are expected to decide, by day, or export it as CSV",
            description =
                    "`late` says that the day is past and no meeting has it on its agenda; an entry"
                            + " expected in a month is within every part of that month.")
    public Page<ForwardPlanView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @BeanParam Filter filter,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(filter.on, filter.effectiveAt);
        return Page.of(
                        found(locality, filter, ForwardPlanEntries.Cursor.parse(after), limit),
                        limit,
                        ForwardPlanEntries.Cursor::of)
                .map(showing(day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List what bodies are expected to decide, by day, or export it as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality, @BeanParam Filter filter) {
        var day = recorder.day(filter.on, filter.effectiveAt);
        var shown = found(locality, filter, null, Page.ALL).stream().map(showing(day)).toList();
        return Spreadsheet.named("forward-plan", ForwardPlanView.csv(shown));
    }

    private List<ForwardPlanEntry> found(
            @Nullable Locality locality,
            Filter filter,
            ForwardPlanEntries.@Nullable Cursor after,
            int limit) {
        var of = filter.body == null ? null : bodies.require(filter.body, recorder.today()).id();
        var wanted =
                new ForwardPlanEntries.Wanted(of, filter.from, filter.to, filter.key, filter.state);
        return entries.inPlaces(recorder.shown(locality), wanted, after, limit);
    }

    @GET
    @Path("/{entry}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show an entry of a forward plan with all the dates it ever had")
    @APIResponseSchema(ForwardPlanView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-HWBB-FP-1") @PathParam("entry") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var entry = entries.require(idOrReference);
        recorder.requireReading(entry.locality, "forward plan entry", idOrReference);
        return answer(Response.ok(), entry, recorder.day(on, effectiveAt));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a matter on a body's forward plan, or a spreadsheet of them",
            description =
                    "A key decision needs 28 clear days on it. A spreadsheet is recorded whole or"
                        + " not at all and needs an Idempotency-Key; columns body,title,expected (a"
                        + " day or a month) and, if wanted,"
                        + " key,valuePence,function,place,contactPost,documents (semicolons"
                        + " between),privateReason,publishedOn.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToPublish.class),
                        examples = @ExampleObject(name = "An agreement", ref = "forward-plan")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two matters", ref = "forward-plan-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {ForwardPlanView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(
            responseCode = "422",
            description = "DAY_OR_MONTH, IN_THE_FUTURE, PERSONAL_DATA, UNKNOWN_FUNCTION")
    public Response publish(@NotNull @Valid ToPublish request) {
        var entry =
                changeForwardPlan.publish(
                        new ChangeForwardPlan.Announcement(
                                request.body,
                                request.title,
                                expected(request.expectedOn, request.expectedIn),
                                Boolean.TRUE.equals(request.key),
                                request.valuePence == null ? null : Pence.of(request.valuePence),
                                request.function,
                                request.place,
                                request.documents == null ? List.of() : request.documents,
                                request.contactPost,
                                request.privateReason,
                                request.publishedOn,
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/forward-plan/" + entry.id)),
                entry,
                recorder.today());
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of matters on forward plans")
    public Response importCsv(String csv) {
        var all = Csv.read(csv, REQUIRED, OPTIONAL).map(this::announcement);
        changeForwardPlan.publish(all);
        return Response.status(Response.Status.CREATED).entity(new Imported(all.size())).build();
    }

    private ChangeForwardPlan.Announcement announcement(Csv.Row row) {
        return new ChangeForwardPlan.Announcement(
                row.required("body"),
                row.required("title"),
                row.parsed("expected", ForwardPlanResource::expected),
                row.bool("key", false),
                row.optional("valuePence", text -> Pence.of(Long.parseLong(text))),
                row.optional("function"),
                row.optional("place", Locality::of),
                row.list("documents"),
                row.optional("contactPost"),
                row.optional("privateReason"),
                row.optional("publishedOn", LocalDate::parse),
                recorder.provenance(null));
    }

    private static Expected expected(String cell) {
        return cell.matches(MONTH) ? expected(null, cell) : expected(LocalDate.parse(cell), null);
    }

    static Expected expected(@Nullable LocalDate day, @Nullable String month) {
        return Expected.of(day, month == null ? null : YearMonth.parse(month));
    }

    private Function<ForwardPlanEntry, ForwardPlanView> showing(LocalDate on) {
        var counted = clearDays.of(NoticeOf.KEY_DECISION);
        return entry -> ForwardPlanView.of(entry, on, counted);
    }

    private Response answer(
            Response.ResponseBuilder builder, ForwardPlanEntry entry, LocalDate on) {
        return answer(builder, showing(on).apply(entry));
    }

    static Response answer(Response.ResponseBuilder builder, ForwardPlanView entry) {
        return builder.entity(entry)
                .header(HttpHeaders.ETAG, new EntityTag(entry.version()))
                .build();
    }
}
