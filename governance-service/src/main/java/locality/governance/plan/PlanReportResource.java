package locality.governance.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import locality.governance.action.ActionsInAreas;
import locality.governance.action.ActionsInAreas.InArea;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.money.FinancialYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a plan shows of itself over HTTP: its dates, its quarters, its gaps, what serves what.
@Path("/api/governance/v1/plans/{plan}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Plans")
class PlanReportResource {

    private final ReadPlan readPlan;
    private final ActionsInAreas actions;
    private final Recorder recorder;

    PlanReportResource(ReadPlan readPlan, ActionsInAreas actions, Recorder recorder) {
        this.readPlan = readPlan;
        this.actions = actions;
        this.recorder = recorder;
    }

    /// On which day, compared with what.
    static final class Asked {
        @QueryParam("on")
        @Nullable LocalDate on;

        @QueryParam("effectiveAt")
        @Nullable LocalDate effectiveAt;

        @Parameter(description = "The name of one; the one that held on the day when left out")
        @QueryParam("baseline")
        @Nullable String baseline;
    }

    @GET
    @Path("/schedule")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show when everything in a plan is reached, its float and its critical path",
            description =
                    "All plans that wait for each other, directly or through others, are"
                            + " calculated together, whoever may read them: at most 5,000"
                            + " milestones and 50,000 predecessors of all of them. Shown are the"
                            + " plan's own, and those they wait for. `end` and `critical` are of"
                            + " each plan by itself. What was reached holds its day; what has no"
                            + " date may be once what it waits for allows; what is cancelled or"
                            + " ongoing, or has no date and waits for nothing, holds nothing up."
                            + " What waited for what, deadlines and areas are those of the day.")
    @APIResponseSchema(PlanSchedule.class)
    @APIResponse(
            responseCode = "422",
            description = "SCHEDULE_TOO_LARGE: too many hang together (`what`, `count`, `most`)")
    public PlanSchedule schedule(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @BeanParam Asked asked) {
        return PlanSchedule.of(shown(plan, asked));
    }

    @GET
    @Path("/quarters")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List the quarters of a financial year with what is due in each")
    public Page<QuarterView> quarters(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @BeanParam Asked asked,
            @Parameter(description = "That of the day when left out", example = "2021/22")
                    @QueryParam("year")
                    @Nullable FinancialYear year) {
        var shown = shown(plan, asked);
        return new Page<>(
                QuarterView.of(shown, year == null ? FinancialYear.of(shown.on()) : year), null);
    }

    @GET
    @Path("/findings")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List what is missing in a plan, stands in it twice, or cannot be",
            description =
                    "Empty areas, areas and milestones of the same title, objectives that nothing"
                            + " serves, priorities without a baselined milestone, forecasts before"
                            + " what they wait for allows, deadlines that cannot be kept, what was"
                            + " cancelled and is waited for, what has no date or no next review.")
    public Page<Finding> findings(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @BeanParam Asked asked) {
        var shown = shown(plan, asked);
        var withActions = actionsOf(shown).stream().map(InArea::area).collect(Collectors.toSet());
        return new Page<>(FindInPlan.in(shown, withActions), null);
    }

    @GET
    @Path("/objectives")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List the objectives of a plan, each with the milestones that serve it")
    public Page<ObjectiveTrace> objectives(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @BeanParam Asked asked) {
        return new Page<>(ObjectiveTrace.of(shown(plan, asked)), null);
    }

    @GET
    @Path("/actions")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show the actions that stand in the areas of a plan, and count them",
            description =
                    "Those of the plan's body whose area is one of the plan's, as they were on the"
                            + " day: open and closed; of the open due, overdue, ongoing, undated.")
    public ActionPlan actions(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @BeanParam Asked asked) {
        var shown = shown(plan, asked);
        return ActionPlan.of(shown.plan(), shown.on(), actionsOf(shown));
    }

    private PlanOnDate shown(String plan, Asked asked) {
        return readPlan.onDate(plan, recorder.day(asked.on, asked.effectiveAt), asked.baseline);
    }

    private List<InArea> actionsOf(PlanOnDate shown) {
        var body = shown.plan().bodyId;
        return body == null ? List.of() : actions.of(body, shown.on());
    }
}
