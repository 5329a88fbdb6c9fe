package locality.governance.schedule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The calculation of a schedule over HTTP, for milestones that are on record or not.
@Path("/api/governance/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Schedules", description = "When milestones that wait for each other are reached")
class ScheduleResource {

    @Schema(name = "ScheduleToCalculate")
    record ToCalculate(@NotNull List<@NotNull @Valid Milestone> milestones) {}

    /// @param id of the caller's own choice
    /// @param forecast when it is expected; of a month, its last day
    /// @param predecessors what it waits for, each one of the milestones
    /// @param deadline by when it is demanded
    /// @param baseline the day that a named baseline has for it
    @Schema(name = "MilestoneToSchedule")
    record Milestone(
            @NotBlank String id,
            @NotNull LocalDate forecast,
            @Nullable List<@NotNull @Valid Predecessor> predecessors,
            @Nullable LocalDate deadline,
            @Nullable LocalDate baseline) {

        ToSchedule toSchedule() {
            return new ToSchedule(
                    id,
                    forecast,
                    predecessors == null
                            ? List.of()
                            : predecessors.stream()
                                    .map(one -> new ToSchedule.Predecessor(one.id, one.lagDays))
                                    .toList(),
                    deadline,
                    baseline);
        }
    }

    /// @param lagDays calendar days, which may be less than 0; 0 when left out
    @Schema(name = "PredecessorToSchedule")
    record Predecessor(@NotBlank String id, int lagDays) {}

    @POST
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Calculate when milestones that wait for each other are reached",
            description =
                    "Stores nothing and needs no Idempotency-Key. `early` is the forecast or, if"
                        + " later, the day on which the lag after each predecessor is over; `end`"
                        + " the latest `early`. `late` is the deadline or, if earlier, the day from"
                        + " which a follower would be too late; without either the end. `floatDays`"
                        + " is from early to late and may be negative; those with the least are"
                        + " critical. `slippageDays` is from the baseline to early. Lags are"
                        + " calendar days. At most 5,000 milestones and 50,000 predecessors.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Oldham's timeline", ref = "schedule")))
    @APIResponseSchema(Schedule.class)
    @APIResponse(
            responseCode = "422",
            description =
                    "MILESTONES_CIRCULAR (`circle` names them in order), UNKNOWN_PREDECESSOR,"
                            + " MILESTONE_NAMED_TWICE, PREDECESSOR_NAMED_TWICE, SCHEDULE_TOO_LARGE,"
                            + " LAG_TOO_LONG, DATE_OUT_OF_RANGE")
    public Schedule calculate(@NotNull @Valid ToCalculate request) {
        return Schedule.of(request.milestones.stream().map(Milestone::toSchedule).toList());
    }
}
