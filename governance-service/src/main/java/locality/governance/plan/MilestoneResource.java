package locality.governance.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.refusal.NotFound;
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

/// A milestone over HTTP, and its steps.
@Path("/api/governance/v1/milestones/{milestone}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Milestones", description = "What is to be reached, by which post, by when")
class MilestoneResource {

    private final Milestones milestones;
    private final ReadPlan readPlan;
    private final CarryOutMilestone carryOut;
    private final Recorder recorder;

    MilestoneResource(
            Milestones milestones,
            ReadPlan readPlan,
            CarryOutMilestone carryOut,
            Recorder recorder) {
        this.milestones = milestones;
        this.readPlan = readPlan;
        this.carryOut = carryOut;
        this.recorder = recorder;
    }

    /// @param effectiveOn today when left out
    @Schema(name = "MilestoneStart")
    record Start(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    /// @param note how it was achieved
    /// @param evidence what shows it: a document, a reference
    /// @param effectiveOn the day it was reached; today when left out
    @Schema(name = "MilestoneAchievement")
    record Achievement(
            @Nullable String note,
            @Nullable String evidence,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "MilestoneCancellation")
    record Cancellation(
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param forecast a day, a month or a quarter
    /// @param precision follows from `forecast` and `reviewOn` when left out
    /// @param reviewOn when what is ONGOING is reviewed next
    /// @param effectiveOn the day it was moved on; today when left out
    @Schema(name = "ForecastMove")
    record Move(
            @Nullable String forecast,
            @Nullable Precision precision,
            @Nullable LocalDate reviewOn,
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a milestone with every state and forecast it ever had")
    @APIResponseSchema(MilestoneView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or not planned by that day")
    public Response show(
            @Parameter(example = "OLD-ICS-M3") @PathParam("milestone") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var milestone = milestones.require(idOrReference);
        recorder.requireReading(milestone.locality, "milestone", idOrReference);
        var day = recorder.day(on, effectiveAt);
        if (milestone.on(day).isEmpty()) {
            throw new NotFound("milestone", idOrReference);
        }
        return answer(milestone, day);
    }

    @POST
    @Path("/start")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Start on a milestone")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "On a day", ref = "step")))
    @APIResponseSchema(MilestoneView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE")
    public Response start(
            @PathParam("milestone") String milestone,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Start request) {
        return answer(
                carryOut.start(at(milestone, ifMatch, request.effectiveOn, request.provenance)));
    }

    @POST
    @Path("/achieve")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Say that a milestone was reached, on which day and what shows it")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "Reached", ref = "milestone-achieve")))
    @APIResponseSchema(MilestoneView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response achieve(
            @PathParam("milestone") String milestone,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Achievement request) {
        return answer(
                carryOut.achieve(
                        at(milestone, ifMatch, request.effectiveOn, request.provenance),
                        request.note,
                        request.evidence));
    }

    @POST
    @Path("/cancel")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Cancel a milestone, for a reason; it holds nothing up any more")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Not needed", ref = "milestone-cancel")))
    @APIResponseSchema(MilestoneView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response cancel(
            @PathParam("milestone") String milestone,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Cancellation request) {
        return answer(
                carryOut.cancel(
                        at(milestone, ifMatch, request.effectiveOn, request.provenance),
                        request.reason));
    }

    @POST
    @Path("/forecast")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Move when a milestone is expected, or show what moving it would do",
            description =
                    "The forecast it had is kept. With dryRun nothing is moved, and the answer says"
                            + " of every milestone that waits for it, in this plan or another, by"
                            + " how many days it would be reached later. Without, only the forecast"
                            + " told moves: when the others can be reached follows by itself.")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "Twenty days", ref = "forecast-move")))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {MilestoneView.class, KnockOn.class})))
    @APIResponse(responseCode = "409", description = "MILESTONE_OVER")
    @APIResponse(
            responseCode = "422",
            description =
                    "FORECAST_NOT_A_DATE, FORECAST_UNCLEAR, FORECAST_UNCHANGED, STEP_OUT_OF_ORDER,"
                            + " IN_THE_FUTURE, PERSONAL_DATA")
    public Response move(
            @PathParam("milestone") String milestone,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid Move request) {
        var at = at(milestone, ifMatch, request.effectiveOn, request.provenance);
        var forecast = Forecast.of(request.forecast, request.precision, request.reviewOn);
        return dryRun
                ? Response.ok(carryOut.preview(at, forecast, request.reason)).build()
                : answer(carryOut.move(at, forecast, request.reason));
    }

    private CarryOutMilestone.At at(
            String milestone,
            @Nullable String ifMatch,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {
        return new CarryOutMilestone.At(
                milestone,
                ifMatch,
                recorder.day(effectiveOn, null),
                recorder.provenance(provenance));
    }

    private Response answer(Milestone milestone) {
        return answer(milestone, recorder.today());
    }

    private Response answer(Milestone milestone, LocalDate on) {
        return Response.ok(MilestoneView.of(milestone, readPlan.around(milestone, on)))
                .header(HttpHeaders.ETAG, new EntityTag(milestone.version))
                .build();
    }
}
