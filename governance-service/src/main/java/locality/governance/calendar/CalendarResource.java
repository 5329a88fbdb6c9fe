package locality.governance.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.Seats;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A body's calendar over HTTP.
@Path("/api/governance/v1/bodies/{body}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Calendar",
        description = "When bodies are to meet, when they did, and feeds for diaries")
class CalendarResource {

    private static final int LONGEST_MEETING = 24 * 60;

    private final BodyRegister bodies;
    private final Expectations expectations;
    private final ShowCycles showCycles;
    private final PlanCalendar planCalendar;
    private final AttendanceCycles attendance;
    private final Recorder recorder;

    CalendarResource(
            BodyRegister bodies,
            Expectations expectations,
            ShowCycles showCycles,
            PlanCalendar planCalendar,
            AttendanceCycles attendance,
            Recorder recorder) {
        this.bodies = bodies;
        this.expectations = expectations;
        this.showCycles = showCycles;
        this.planCalendar = planCalendar;
        this.attendance = attendance;
        this.recorder = recorder;
    }

    @Schema(name = "CalendarOfBody")
    record CalendarView(String body, LocalDate from, LocalDate to, List<CycleView> cycles) {}

    /// @param from the first day to plan for
    /// @param to the last day to plan for
    /// @param first when the first meeting starts: its weekday of the month or its week, and its
    ///   time, are those of all
    /// @param minutes how long each is expected to last
    /// @param openToPublic no when left out
    @Schema(name = "CalendarToPlan")
    record ToPlan(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull LocalDateTime first,
            @Min(1) @Max(LONGEST_MEETING) @Nullable Integer minutes,
            @Size(max = 500) @Nullable String place,
            @Nullable Boolean openToPublic,
            @Nullable Provenance provenance) {}

    @Schema(name = "PlannedCalendar")
    record PlannedView(String body, boolean dryRun, List<PlanCalendar.Planned> cycles) {}

    /// @param until the last day of it
    @Schema(name = "AttendanceToExpect")
    record ToExpect(
            @NotBlank String seat,
            @Min(1) @Max(60) int everyMonths,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    @Schema(name = "AttendanceCycles")
    record AttendanceView(List<AttendanceCycles.Shown> items) {}

    @GET
    @Path("/calendar")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List the cycles in which a body is to meet, and the meeting in each",
            description =
                    "As its terms of reference say by the frequency they give. HELD, PLANNED, DUE"
                            + " while there is time, or MISSED. This financial year, unless other"
                            + " days are asked for, at most five years.")
    @APIResponseSchema(CalendarView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS, RANGE_TOO_LONG")
    public CalendarView show(
            @PathParam("body") String idOrReference,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        var body = bodies.requireOwn(idOrReference, recorder.today());
        var days = Days.asked(from, to, recorder.today());
        return new CalendarView(
                body.reference(),
                days.from(),
                days.to(),
                showCycles.of(expectations.of(body.id()), days));
    }

    @POST
    @Path("/calendar")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan the meetings of a body for a year in one call",
            description =
                    "Every so many weeks, or on the same weekday of every so many months, as its"
                            + " terms of reference say and the first meeting shows. A date that is"
                            + " a bank holiday is moved to the next working day of its cycle, or"
                            + " else the one before. A cycle that has a meeting is left alone, so"
                            + " that asking twice plans once. A date on which the body is not there"
                            + " to meet, or that is moved out of the days, is not planned and says"
                            + " so. With dryRun nothing is kept.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Monthly", ref = "calendar")))
    @APIResponseSchema(PlannedView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDS_BEFORE_IT_BEGINS, RANGE_TOO_LONG, FIRST_OUTSIDE_RANGE, NO_FREQUENCY")
    public Response plan(
            @PathParam("body") String idOrReference,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid ToPlan request) {
        var wish =
                new PlanCalendar.Wish(
                        new Days(request.from, request.to),
                        request.first,
                        request.minutes,
                        request.place,
                        Boolean.TRUE.equals(request.openToPublic),
                        recorder.provenance(request.provenance));
        var planned = planCalendar.handle(idOrReference, wish, dryRun);
        return Response.ok(new PlannedView(idOrReference, dryRun, planned)).build();
    }

    @GET
    @Path("/attendance-cycles")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List who is expected at a body every so many months, and whether they came")
    @APIResponseSchema(AttendanceView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public AttendanceView attendance(
            @PathParam("body") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var body = bodies.requireOwn(idOrReference, recorder.today());
        return new AttendanceView(
                attendance.shown(attendance.of(body.id()), recorder.day(on, effectiveAt)));
    }

    @POST
    @Path("/attendance-cycles")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Expect the holder of a seat at a body every so many months",
            description =
                    "The seat is one of the body's, voting or not. A substitute in it counts as"
                            + " coming.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "Quarterly", ref = "attendance-cycle")))
    @APIResponseSchema(value = AttendanceCycles.Shown.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCH_SEAT, ENDS_BEFORE_IT_BEGINS, EXPECTED_ALREADY")
    public Response expect(
            @PathParam("body") String idOrReference, @NotNull @Valid ToExpect request) {
        var cycle =
                attendance.expect(
                        idOrReference,
                        Seats.shortOf(request.seat),
                        request.everyMonths,
                        new Period(request.from, request.until),
                        recorder.provenance(request.provenance));
        var address = "/api/governance/v1/bodies/%s/attendance-cycles".formatted(cycle.bodyId);
        return Response.created(URI.create(address))
                .entity(attendance.shown(List.of(cycle), recorder.today()).getFirst())
                .build();
    }
}
