package locality.intervention.deflection;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import locality.intervention.Cursor;
import locality.intervention.Entered;
import locality.intervention.register.Interventions;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/intervention/v1/deflection-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deflection", description = "What is kept out of hospital: planned, agreed, realised")
@RunOnVirtualThread
class DeflectionResource {

    private static final String ACTUALS =
            """
            month,actual
            2018-04,110
            2018-05,
            """;

    private final DeflectionPlans plans;
    private final ChangeDeflection change;
    private final Interventions interventions;
    private final CurrentCaller caller;

    DeflectionResource(
            DeflectionPlans plans,
            ChangeDeflection change,
            Interventions interventions,
            CurrentCaller caller) {
        this.plans = plans;
        this.change = change;
        this.interventions = interventions;
        this.caller = caller;
    }

    /// A month, written `2018-04`.
    @Schema(
            name = "Month",
            type = SchemaType.STRING,
            description = "A month (YYYY-MM), or its first day",
            examples = "2018-04")
    record Month(LocalDate firstDay) {

        @JsonCreator
        static Month parse(String text) {
            try {
                return new Month(
                        text.length() == "2018-04".length()
                                ? YearMonth.parse(text).atDay(1)
                                : LocalDate.parse(text).withDayOfMonth(1));
            } catch (DateTimeParseException unreadable) {
                throw new IllegalArgumentException(
                        "A month is written YYYY-MM, not " + text, unreadable);
            }
        }
    }

    /// One month of a plan, in units of activity.
    @Schema(name = "NewDeflectionMonth")
    record NewMonth(
            @NotNull Month month,
            @Schema(description = "The activity expected without the intervention")
                    @NotNull
                    @DecimalMin("0")
                    @Digits(integer = 12, fraction = 6)
                    BigDecimal counterfactual,
            @Schema(description = "The activity expected with it")
                    @NotNull
                    @DecimalMin("0")
                    @Digits(integer = 12, fraction = 6)
                    BigDecimal planned) {

        private PlannedMonth plannedMonth() {
            return new PlannedMonth(month.firstDay(), counterfactual, planned);
        }

        static List<PlannedMonth> planned(List<NewMonth> months) {
            return months.stream().map(NewMonth::plannedMonth).toList();
        }
    }

    /// A plan to draft.
    @Schema(name = "NewDeflectionPlan")
    record NewPlan(
            @Schema(description = "What is kept out, as in non-elective admissions")
                    @NotBlank
                    @Size(max = 200)
                    String activityType,
            @Schema(description = "Where it would fall, by ODS code") @NotBlank @Size(max = 100)
                    String provider,
            @Schema(description = "What one unit is worth; null while it is not agreed")
                    @Nullable Pence tariffPence,
            @NotEmpty @Size(max = 240) List<@NotNull @Valid NewMonth> months,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {

        List<PlannedMonth> planned() {
            return NewMonth.planned(months);
        }
    }

    /// A refresh of a plan.
    @Schema(name = "NewDeflectionVersion")
    record NewVersion(
            @Nullable Pence tariffPence,
            @NotEmpty @Size(max = 240) List<@NotNull @Valid NewMonth> months,
            @Schema(description = "Today if not given") @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "DeflectionAgreement")
    record Agreement(@Schema(description = "Today if not given") @Nullable LocalDate effectiveOn) {}

    /// A plan as it is answered.
    @Schema(name = "DeflectionPlan")
    record PlanView(
            UUID id,
            UUID interventionId,
            String activityType,
            String provider,
            @Schema(description = "The version that counts: what GM agreed, else the latest")
                    int leadingVersion,
            List<VersionView> versions,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            long version) {

        static PlanView of(DeflectionPlan plan) {
            return new PlanView(
                    plan.id,
                    plan.interventionId,
                    plan.activityType,
                    plan.provider,
                    plan.leading().number,
                    plan.versions.stream().map(it -> VersionView.of(plan, it)).toList(),
                    plan.locality,
                    plan.effectiveOn,
                    plan.provenance,
                    plan.version);
        }
    }

    @Schema(name = "DeflectionVersion")
    record VersionView(
            int number,
            VersionState state,
            @Nullable Pence tariffPence,
            Realised realised,
            LocalDate effectiveOn,
            Provenance provenance) {

        static VersionView of(DeflectionPlan plan, PlanVersion version) {
            return new VersionView(
                    version.number,
                    version.state,
                    version.tariffPence,
                    Realised.of(version.months, plan.actuals, version.tariffPence),
                    version.effectiveOn,
                    version.provenance);
        }
    }

    @POST
    @Path("/{plan}/versions")
    @Idempotent
    @RolesAllowed(Roles.ANALYST)
    @Operation(summary = "Draft a refresh of a plan")
    @APIResponse(
            responseCode = "200",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "409",
            description = "UNDER_DISCUSSION: the version before is not agreed yet")
    public Response refresh(
            @PathParam("plan") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewVersion asked) {
        var who = caller.get();
        return answer(
                Response.ok(),
                change.handle(
                        who,
                        id,
                        ifMatch,
                        (plan, today) ->
                                plan.draft(
                                        asked.tariffPence(),
                                        NewMonth.planned(asked.months()),
                                        or(asked.effectiveOn(), today),
                                        Entered.by(who, asked.provenance()))));
    }

    @POST
    @Path("/{plan}/agree-locally")
    @Idempotent
    @RolesAllowed(Roles.ANALYST)
    @Operation(summary = "Record that the locality agreed the draft")
    @APIResponse(
            responseCode = "200",
            description = "LOCAL_AGREED",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: there is no draft")
    public Response agreeLocally(
            @PathParam("plan") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Agreement asked) {
        var on = asked == null ? null : asked.effectiveOn();
        return answer(
                Response.ok(),
                change.handle(
                        caller.get(),
                        id,
                        ifMatch,
                        (plan, today) -> plan.agreeLocally(or(on, today))));
    }

    @POST
    @Path("/{plan}/agree-gm")
    @Idempotent
    @RolesAllowed(Roles.ANALYST)
    @Operation(summary = "Record that Greater Manchester agreed what the locality did")
    @APIResponse(
            responseCode = "200",
            description = "GM_AGREED; the version agreed before is SUPERSEDED",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "409",
            description = "ILLEGAL_TRANSITION: no version is agreed by the locality")
    public Response agreeWithGreaterManchester(
            @PathParam("plan") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Agreement asked) {
        var on = asked == null ? null : asked.effectiveOn();
        return answer(
                Response.ok(),
                change.handle(
                        caller.get(),
                        id,
                        ifMatch,
                        (plan, today) -> plan.agreeWithGreaterManchester(or(on, today))));
    }

    @POST
    @Path("/{plan}/actuals")
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            summary = "Record the activity that came",
            description = "All or nothing. A month whose cell is empty is left as it is.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "one month", value = ACTUALS)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every fault by line and column; nothing was recorded")
    public Response recordActuals(
            @PathParam("plan") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull String file) {
        return answer(
                Response.ok(),
                change.handle(
                        caller.get(),
                        id,
                        ifMatch,
                        (plan, today) -> plan.record(ActualsCsv.read(file, plan, today))));
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List deflection plans")
    @APIResponse(responseCode = "200", description = "A page of deflection plans")
    public Page<PlanView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "Id or reference of an intervention")
                    @QueryParam("intervention")
                    @Nullable String intervention,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var who = caller.get();
        var of = intervention == null ? null : interventions.know(who, intervention).id();
        var rows = plans.page(who, locality, of, Cursor.orStart(after), limit);
        return Page.of(rows, limit, plan -> plan.id.toString()).map(PlanView::of);
    }

    @GET
    @Path("/{plan}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a deflection plan: every version, and what was realised against it")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response read(@PathParam("plan") UUID id) {
        return answer(Response.ok(), plans.require(caller.get(), id));
    }

    static Response answer(Response.ResponseBuilder response, DeflectionPlan plan) {
        return response.header(HttpHeaders.ETAG, new EntityTag(plan.version))
                .entity(PlanView.of(plan))
                .build();
    }

    private static LocalDate or(@Nullable LocalDate given, LocalDate today) {
        return given == null ? today : given;
    }
}
