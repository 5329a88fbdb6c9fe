package locality.governance.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The baselines of a plan over HTTP.
@Path("/api/governance/v1/plans/{plan}/baselines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Plans")
class BaselineResource {

    private final ReadPlan readPlan;
    private final SetBaseline setBaseline;
    private final Recorder recorder;

    BaselineResource(ReadPlan readPlan, SetBaseline setBaseline, Recorder recorder) {
        this.readPlan = readPlan;
        this.setBaseline = setBaseline;
        this.recorder = recorder;
    }

    /// @param name that it is asked for by
    /// @param decision an APPROVE or RATIFY in effect whose subject is the plan
    /// @param setOn the day as of which days are fixed; today when left out
    @Schema(name = "BaselineToSet")
    record NewBaseline(
            @NotBlank String name,
            @NotBlank String decision,
            @Nullable LocalDate setOn,
            @Nullable Provenance provenance) {}

    /// A baseline with every day it has.
    ///
    /// @param number 1 for the first of its plan
    /// @param decision the reference of the decision that set it
    @Schema(name = "Baseline")
    record View(
            int number,
            String name,
            LocalDate setOn,
            String decision,
            List<Day> days,
            Provenance provenance) {

        /// @param milestone its reference
        @Schema(name = "BaselineDay")
        record Day(String milestone, LocalDate baselineOn) {}

        /// @param references of its milestones, by their ids
        static View of(Baseline baseline, Map<UUID, String> references) {
            return new View(
                    baseline.number,
                    baseline.name,
                    baseline.setOn,
                    baseline.decisionReference,
                    baseline.days.entrySet().stream()
                            .map(
                                    day ->
                                            new Day(
                                                    Objects.requireNonNull(
                                                            references.get(day.getKey())),
                                                    day.getValue()))
                            .sorted(
                                    Comparator.comparing(Day::baselineOn)
                                            .thenComparing(Day::milestone))
                            .toList(),
                    baseline.provenance);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List every baseline that a plan ever had, the first to the last")
    public Page<View> list(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String idOrReference,
            @Parameter(description = "The number of the last one of the page before")
                    @QueryParam("after")
                    @DefaultValue("0")
                    @Min(0)
                    int after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var plan = readPlan.require(idOrReference);
        var references = readPlan.referencesIn(plan.id);
        var later =
                readPlan.baselinesOf(plan).stream()
                        .filter(one -> one.number > after)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(later, limit, one -> String.valueOf(one.number))
                .map(one -> View.of(one, references));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Fix when a plan is to reach what, by a decision about the plan",
            description =
                    "The first baseline and every one after it cites a decision of its own in"
                            + " effect whose subject is `plan` and the plan's reference or id. It"
                            + " keeps when each milestone could be reached as it stood on the day,"
                            + " by its forecast and by what it waited for then; it changes"
                            + " no forecast, and every earlier baseline stays.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "The first", ref = "baseline")))
    @APIResponseSchema(value = View.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such plan, or decision")
    @APIResponse(responseCode = "409", description = "BASELINE_NAME_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "BASELINE_DECISION_NOT_VALID, BASELINE_OUT_OF_ORDER, NOTHING_TO_BASELINE,"
                            + " IN_THE_FUTURE, PERSONAL_DATA")
    public Response setBaseline(
            @PathParam("plan") String plan,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewBaseline request) {
        var set =
                setBaseline.handle(
                        plan,
                        ifMatch,
                        new SetBaseline.ToSet(
                                request.name,
                                request.decision,
                                request.setOn,
                                recorder.provenance(request.provenance)));
        return Response.status(Response.Status.CREATED)
                .entity(View.of(set, readPlan.referencesIn(set.planId)))
                .build();
    }
}
