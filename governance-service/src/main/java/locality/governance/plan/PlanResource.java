package locality.governance.plan;

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
import java.util.function.Function;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
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

/// Plans over HTTP: made, shown, and added to.
@Path("/api/governance/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Plans", description = "What is to be reached by when, and how far it has slipped")
class PlanResource {

    private final Plans plans;
    private final ReadPlan readPlan;
    private final ChangePlan changePlan;
    private final ImportPlans importPlans;
    private final BodyRegister bodies;
    private final Recorder recorder;

    PlanResource(
            Plans plans,
            ReadPlan readPlan,
            ChangePlan changePlan,
            ImportPlans importPlans,
            BodyRegister bodies,
            Recorder recorder) {
        this.plans = plans;
        this.readPlan = readPlan;
        this.changePlan = changePlan;
        this.importPlans = importPlans;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param kind AREA when left out
    /// @param partOf the title or number of an area that stands before it
    /// @param beginsOn the first day of a phase
    /// @param endsOn the last day of a phase
    @Schema(name = "PlanAreaToAdd")
    record NewArea(
            @NotBlank String title,
            @Nullable AreaKind kind,
            @Nullable String partOf,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn) {

        Plan.NewArea said() {
            return new Plan.NewArea(
                    title, kind == null ? AreaKind.AREA : kind, partOf, beginsOn, endsOn);
        }
    }

    /// @param area the title or number of the area it is of
    @Schema(name = "PlanObjectiveToAdd")
    record NewObjective(@NotBlank String text, @Nullable String area) {

        Plan.NewObjective said() {
            return new Plan.NewObjective(text, area);
        }
    }

    /// @param area the title or number of the area that depends on it
    @Schema(name = "PlanInterdependencyToAdd")
    record NewInterdependency(@NotBlank String area, @NotBlank String title) {

        Plan.NewInterdependency said() {
            return new Plan.NewInterdependency(area, title);
        }
    }

    /// @param body the id or reference of the body whose it is
    /// @param locality the body's when left out
    /// @param madeOn today when left out
    @Schema(name = "PlanToMake")
    record ToMake(
            @NotNull @Pattern(regexp = PlanOutline.REFERENCE) String reference,
            @NotBlank String title,
            @Nullable String body,
            @Nullable Locality locality,
            @Nullable LocalDate madeOn,
            @Nullable List<@NotNull @Valid NewArea> areas,
            @Nullable List<@NotNull @Valid NewObjective> objectives,
            @Nullable List<@NotNull @Valid NewInterdependency> interdependencies,
            @Nullable Provenance provenance) {}

    @Schema(name = "PlanAreasToAdd")
    record NewAreas(@NotEmpty List<@NotNull @Valid NewArea> areas) {}

    @Schema(name = "PlanObjectivesToAdd")
    record NewObjectives(@NotEmpty List<@NotNull @Valid NewObjective> objectives) {}

    @Schema(name = "PlanInterdependenciesToAdd")
    record NewInterdependencies(
            @NotEmpty List<@NotNull @Valid NewInterdependency> interdependencies) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List plans in the order of their references, or export them as CSV")
    public Page<PlanOutline> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "The body whose they are") @QueryParam("body")
                    @Nullable String body,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return Page.of(found(locality, body, after, limit), limit, one -> one.reference)
                .map(PlanOutline::of);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List plans in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body) {
        var all = found(locality, body, "", Page.ALL).stream().map(PlanOutline::of).toList();
        return Spreadsheet.named("plans", PlanOutline.csv(all));
    }

    private List<Plan> found(
            @Nullable Locality locality, @Nullable String body, String after, int limit) {
        UUID of = body == null ? null : bodies.require(body, recorder.today()).id();
        return plans.inPlaces(recorder.shown(locality), of, after, limit);
    }

    @GET
    @Path("/{plan}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show a plan as it stood on a day, compared with a baseline",
            description =
                    "Its milestones are counted as they were on the day: overdue, when their last"
                        + " day was past; slipped, when they could only be reached after the day of"
                        + " the baseline. An interdependency that several areas name is shared.")
    @APIResponseSchema(PlanView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such plan, or baseline")
    public Response show(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @Parameter(description = "The name of one; the one that held on the day when left out")
                    @QueryParam("baseline")
                    @Nullable String baseline) {
        return answer(
                Response.ok(),
                readPlan.onDate(idOrReference, recorder.day(on, effectiveAt), baseline));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Make a plan, with its areas, objectives and interdependencies",
            description =
                    "Of a body, or of a locality. Areas keep their order. The same title may stand"
                            + " twice, as documents have it: the findings of the plan tell. A"
                            + " spreadsheet is recorded whole or not at all and needs an"
                            + " Idempotency-Key: a row with `version` gives that plan another"
                            + " title, any other makes one.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToMake.class),
                        examples = @ExampleObject(name = "Oldham, 2021", ref = "plan")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two plans", ref = "plans-csv"))
            })
    @APIResponseSchema(value = PlanView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What the spreadsheet did",
            content = @Content(schema = @Schema(implementation = SheetOfRecord.Taken.class)))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body, or place")
    @APIResponse(responseCode = "409", description = "PLAN_REFERENCE_TAKEN, INTERDEPENDENCY_THERE")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "PLAN_OF_NO_PLACE, UNKNOWN_AREA, AREA_AMBIGUOUS, ENDS_BEFORE_IT_BEGINS,"
                            + " IN_THE_FUTURE, PERSONAL_DATA; ROWS_REFUSED: each by its line")
    public Response make(@NotNull @Valid ToMake request) {
        var plan =
                changePlan.make(
                        new ChangePlan.ToMake(
                                request.reference,
                                request.title,
                                request.body,
                                request.locality,
                                request.madeOn,
                                said(request.areas, NewArea::said),
                                said(request.objectives, NewObjective::said),
                                said(request.interdependencies, NewInterdependency::said),
                                recorder.provenance(request.provenance)));
        return answer(Response.created(URI.create("/api/governance/v1/plans/" + plan.id)), plan);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Send a spreadsheet of plans")
    public Response importCsv(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        return Response.ok(importPlans.handle(PlanOutline.read(csv), dryRun)).build();
    }

    @POST
    @Path("/{plan}/areas")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add areas to a plan, after those it has")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Phases", ref = "plan-areas")))
    @APIResponseSchema(PlanView.class)
    @APIResponse(
            responseCode = "422",
            description = "UNKNOWN_AREA, AREA_AMBIGUOUS, ENDS_BEFORE_IT_BEGINS, PERSONAL_DATA")
    public Response addAreas(
            @PathParam("plan") String plan,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAreas request) {
        return answer(
                Response.ok(),
                changePlan.addAreas(plan, ifMatch, said(request.areas, NewArea::said)));
    }

    @POST
    @Path("/{plan}/objectives")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add objectives to a plan, after those it has")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Two", ref = "plan-objectives")))
    @APIResponseSchema(PlanView.class)
    @APIResponse(responseCode = "422", description = "UNKNOWN_AREA, AREA_AMBIGUOUS, PERSONAL_DATA")
    public Response addObjectives(
            @PathParam("plan") String plan,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewObjectives request) {
        return answer(
                Response.ok(),
                changePlan.addObjectives(
                        plan, ifMatch, said(request.objectives, NewObjective::said)));
    }

    @POST
    @Path("/{plan}/interdependencies")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add what areas of a plan depend on")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "One that two share",
                                            ref = "plan-interdependencies")))
    @APIResponseSchema(PlanView.class)
    @APIResponse(responseCode = "409", description = "INTERDEPENDENCY_THERE")
    @APIResponse(responseCode = "422", description = "UNKNOWN_AREA, AREA_AMBIGUOUS, PERSONAL_DATA")
    public Response addInterdependencies(
            @PathParam("plan") String plan,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewInterdependencies request) {
        return answer(
                Response.ok(),
                changePlan.addInterdependencies(
                        plan, ifMatch, said(request.interdependencies, NewInterdependency::said)));
    }

    private static <T, R> List<R> said(@Nullable List<T> given, Function<T, R> said) {
        return given == null ? List.of() : given.stream().map(said).toList();
    }

    private Response answer(Response.ResponseBuilder builder, Plan plan) {
        return answer(builder, readPlan.onDate(plan, recorder.today(), null));
    }

    private Response answer(Response.ResponseBuilder builder, ReadPlan.PlanOnDate shown) {
        return builder.entity(PlanView.of(shown, readPlan.baselinesOf(shown.plan())))
                .header(HttpHeaders.ETAG, new EntityTag(shown.plan().version))
                .build();
    }
}
