package locality.governance.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.stream.Stream;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.governance.recorder.Recorder;
import locality.governance.schedule.ToSchedule;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
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

/// The milestones of a plan over HTTP: planned, listed, and sent back as a spreadsheet.
@Path("/api/governance/v1/plans/{plan}/milestones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Plans")
class PlanMilestoneResource {

    private final ReadPlan readPlan;
    private final PlanMilestone planMilestone;
    private final ImportMilestones importMilestones;
    private final Recorder recorder;

    PlanMilestoneResource(
            ReadPlan readPlan,
            PlanMilestone planMilestone,
            ImportMilestones importMilestones,
            Recorder recorder) {
        this.readPlan = readPlan;
        this.planMilestone = planMilestone;
        this.importMilestones = importMilestones;
        this.recorder = recorder;
    }

    /// @param milestone the id or reference of what is waited for, of this plan or another
    /// @param lagDays calendar days, which may be less than 0; 0 when left out
    @Schema(name = "PredecessorToWaitFor")
    record Predecessor(@NotBlank String milestone, int lagDays) {}

    /// @param area of the plan, by title or number
    /// @param post who is to reach it: a post, never a person
    /// @param organisation whose it is, by ODS or GSS code
    /// @param forecast a day (`2021-06-18`), a month (`2021-07`) or a quarter (`2021/22-Q2`): by
    ///   its last day
    /// @param precision follows from `forecast` and `reviewOn` when left out
    /// @param reviewOn when what is ONGOING is reviewed next
    /// @param deadline by when others demand it
    /// @param objectives the numbers of those it serves
    /// @param plannedOn today when left out
    @Schema(name = "MilestoneToPlan")
    record ToPlan(
            @NotBlank String title,
            @Nullable String area,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable String forecast,
            @Nullable Precision precision,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate deadline,
            @Nullable List<@NotNull @Valid Predecessor> predecessors,
            @Nullable List<@NotNull Integer> objectives,
            @Nullable LocalDate plannedOn,
            @Nullable Provenance provenance) {

        private List<ToSchedule.Predecessor> waitsFor() {
            return predecessors == null
                    ? List.of()
                    : predecessors.stream()
                            .map(one -> new ToSchedule.Predecessor(one.milestone, one.lagDays))
                            .toList();
        }
    }

    /// What a list asks for; null restricts nothing.
    static final class Filter {
        @QueryParam("on")
        @Nullable LocalDate on;

        @QueryParam("effectiveAt")
        @Nullable LocalDate effectiveAt;

        @Parameter(description = "The name of one; the one that held on the day when left out")
        @QueryParam("baseline")
        @Nullable String baseline;

        @Parameter(description = "The title or number of an area, which its parts belong to")
        @QueryParam("area")
        @Nullable String area;

        @QueryParam("state")
        @Nullable MilestoneState state;

        @Parameter(description = "Only those overdue, or only those not")
        @QueryParam("overdue")
        @Nullable Boolean overdue;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List a plan's milestones in their order, or export them as CSV",
            description =
                    "With `on`, as they were on that day. \"June 2018\" is overdue from 1 July."
                            + " `earlyOn` is when it can be reached, by its forecast and by what it"
                            + " waits for; `slippageDays` is from the day of the baseline to it.")
    public Page<MilestoneView> list(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @BeanParam Filter filter,
            @Parameter(description = "The reference of the last one of the page before")
                    @QueryParam("after")
                    @DefaultValue("")
                    String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var shown = shown(plan, filter);
        int last = after.isEmpty() ? 0 : numberOf(after, shown);
        var page = found(shown, filter, last).limit(limit + 1L).toList();
        return Page.of(page, limit, MilestoneView::reference);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List a plan's milestones in their order, or export them as CSV")
    public Response export(@PathParam("plan") String plan, @BeanParam Filter filter) {
        var shown = shown(plan, filter);
        return Spreadsheet.named(
                "milestones",
                MilestoneSheet.write(
                        shown,
                        found(shown, filter, 0).toList(),
                        shown.on().equals(recorder.today())));
    }

    private PlanOnDate shown(String plan, Filter filter) {
        return readPlan.onDate(plan, recorder.day(filter.on, filter.effectiveAt), filter.baseline);
    }

    /// The how manieth of its plan a milestone is, whatever it has become since.
    private static int numberOf(String reference, PlanOnDate shown) {
        return shown.own().stream()
                .filter(one -> one.reference.equals(reference))
                .findFirst()
                .orElseThrow(() -> new NotFound("milestone", reference))
                .number;
    }

    /// @param after the number of the last one that is not wanted; 0 for all
    private static Stream<MilestoneView> found(PlanOnDate shown, Filter filter, int after) {
        var wanted = shown.own().stream().filter(one -> one.number > after);
        if (filter.area != null) {
            int area = shown.plan().areaCalled(filter.area);
            wanted = wanted.filter(one -> shown.plan().isWithin(shown.areaOf(one), area));
        }
        Stream<MilestoneView> views = wanted.map(one -> MilestoneView.of(one, shown));
        return views.filter(one -> filter.state == null || one.state() == filter.state)
                .filter(one -> filter.overdue == null || one.overdue() == filter.overdue);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a milestone into a plan, or a spreadsheet of milestones",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                        + " columns title and, if wanted, those of the export. `predecessors` are"
                        + " written `OLD-ICS-M3 28; #2 0`: a reference, or # and a line of the"
                        + " sheet itself, and the lag. A row with `reference` and `version` changes"
                        + " that milestone: its words, its forecast, what it waits for, its state;"
                        + " all of that from the day the sheet is sent. A row that says what is on"
                        + " record changes nothing, and a column that is not there leaves what is"
                        + " on record. An export as of another day than today has no `version`: its"
                        + " rows are stale. With dryRun nothing of a spreadsheet is kept.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToPlan.class),
                        examples = @ExampleObject(name = "By a month", ref = "milestone")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Four in a row", ref = "milestones-csv"))
            })
    @APIResponseSchema(value = MilestoneView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = ImportMilestones.Imported.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such plan, or predecessor")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "FORECAST_NOT_A_DATE, FORECAST_UNCLEAR, UNKNOWN_AREA, AREA_AMBIGUOUS,"
                            + " UNKNOWN_OBJECTIVE, UNKNOWN_ORGANISATION, MILESTONES_CIRCULAR,"
                            + " PREDECESSOR_NAMED_TWICE, LAG_TOO_LONG, SCHEDULE_TOO_LARGE,"
                            + " IN_THE_FUTURE, PERSONAL_DATA; ROWS_REFUSED: each by its line")
    public Response plan(@PathParam("plan") String plan, @NotNull @Valid ToPlan request) {
        var milestone =
                planMilestone.handle(
                        plan,
                        new PlanMilestone.ToPlan(
                                request.title,
                                request.area,
                                request.post,
                                request.organisation,
                                Forecast.of(request.forecast, request.precision, request.reviewOn),
                                request.deadline,
                                request.objectives == null ? List.of() : request.objectives,
                                request.plannedOn,
                                recorder.provenance(request.provenance)),
                        request.waitsFor());
        var view = MilestoneView.of(milestone, readPlan.onDate(plan, recorder.today(), null));
        return Response.created(URI.create("/api/governance/v1/milestones/" + milestone.id))
                .entity(view)
                .header(HttpHeaders.ETAG, new EntityTag(milestone.version))
                .build();
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of milestones")
    public Response importCsv(
            @PathParam("plan") String plan,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            String csv) {
        return Response.ok(importMilestones.handle(plan, csv, dryRun)).build();
    }
}
