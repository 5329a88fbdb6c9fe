package locality.governance.meeting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
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

/// Meetings over HTTP: as they are planned and shown.
@Path("/api/governance/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Meetings",
        description = "From plan to approved minutes: notice, sittings, attendance, interests")
class MeetingResource {

    private final Meetings meetings;
    private final PlanMeeting planMeeting;
    private final ShowMeeting show;
    private final BodyRegister bodies;
    private final Recorder recorder;

    MeetingResource(
            Meetings meetings,
            PlanMeeting planMeeting,
            ShowMeeting show,
            BodyRegister bodies,
            Recorder recorder) {
        this.meetings = meetings;
        this.planMeeting = planMeeting;
        this.show = show;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param startsAt the clock on the wall, Europe/London
    /// @param endsAt when it is expected to end
    /// @param openToPublic no when left out
    @Schema(name = "MeetingToPlan")
    record ToPlan(
            @NotBlank String body,
            @NotNull LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Size(max = 500) @Nullable String place,
            @Nullable Boolean openToPublic,
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,79}") @Nullable String reference,
            @Nullable Provenance provenance) {}

    @Schema(name = "NoticeToGive")
    record Notice(@NotNull LocalDate noticedOn) {}

    /// @param place where it was to be, when left out
    @Schema(name = "MeetingToMove")
    record ToMove(
            @NotNull LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Size(max = 500) @Nullable String place,
            @NotBlank String reason) {}

    @Schema(name = "Cancellation")
    record Cancellation(@NotBlank String reason) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List meetings, in the order of their references, or export them as CSV",
            description =
                    "With from and to, those held or to be held on these days and between: the"
                            + " forward agenda. A spreadsheet has them in the order in which they"
                            + " are held.")
    public Page<MeetingView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("state") @Nullable MeetingState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var wanted = wanted(locality, body, from, to, state);
        var page =
                Page.of(meetings.among(wanted, after, limit), limit, meeting -> meeting.reference);
        return new Page<>(show.all(page.items()), page.next());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List meetings, in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("state") @Nullable MeetingState state) {
        var all = show.all(meetings.among(wanted(locality, body, from, to, state)));
        return Spreadsheet.named("meetings", MeetingSheet.write(all));
    }

    private Meetings.Wanted wanted(
            @Nullable Locality locality,
            @Nullable String body,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable MeetingState state) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        return new Meetings.Wanted(recorder.shown(locality), of, from, to, state);
    }

    @GET
    @Path("/{meeting}")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show a meeting with its agenda and attendance")
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-HWBB-2014-05-14") @PathParam("meeting")
                    String idOrReference) {
        var meeting = meetings.require(idOrReference);
        recorder.requireReading(meeting.locality, "meeting", idOrReference);
        return answer(Response.ok(), meeting);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan a meeting",
            description =
                    "A past meeting is entered with its own dates: everything at it is judged on"
                            + " its day.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Plan", ref = "meeting")))
    @APIResponseSchema(value = MeetingView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(responseCode = "409", description = "MEETING_REFERENCE_TAKEN")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_STARTS, BODY_NOT_THERE")
    public Response plan(@NotNull @Valid ToPlan request) {
        var meeting =
                planMeeting.plan(
                        request.body,
                        new Schedule(
                                request.startsAt,
                                request.endsAt,
                                request.place,
                                Boolean.TRUE.equals(request.openToPublic)),
                        request.reference,
                        recorder.provenance(request.provenance));
        return answer(
                Response.created(URI.create("/api/governance/v1/meetings/" + meeting.id)), meeting);
    }

    @POST
    @Path("/{meeting}/notice")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Give notice of a meeting",
            description =
                    "Decisions of a meeting with fewer clear days of notice than its terms of"
                            + " reference ask for are invalid: NO_NOTICE. Neither the day of"
                            + " notice nor that of the meeting counts, nor do weekends and bank"
                            + " holidays; noticeDueBy of the meeting is the last day in time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Notice", ref = "notice")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "NOTICED_AFTER_THE_DAY, IN_THE_FUTURE")
    public Response notice(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Notice request) {
        return answer(Response.ok(), planMeeting.notice(meeting, ifMatch, request.noticedOn));
    }

    @POST
    @Path("/{meeting}/move")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Move a meeting that has not opened",
            description =
                    "It is planned anew, and notice is given anew. It keeps its reference and what"
                            + " is on its agenda.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Move", ref = "move")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "MEETING_NOT_IN_STATE")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_STARTS, BODY_NOT_THERE")
    public Response move(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToMove request) {
        var move =
                new PlanMeeting.Move(
                        request.startsAt, request.endsAt, request.place, request.reason);
        return answer(Response.ok(), planMeeting.move(meeting, ifMatch, move));
    }

    @POST
    @Path("/{meeting}/cancel")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Cancel a meeting that has not opened")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Cancel", ref = "cancel")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    public Response cancel(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Cancellation request) {
        return answer(Response.ok(), planMeeting.cancel(meeting, ifMatch, request.reason));
    }

    private Response answer(Response.ResponseBuilder builder, Meeting meeting) {
        return builder.entity(show.of(meeting))
                .header(HttpHeaders.ETAG, new EntityTag(meeting.version))
                .build();
    }
}
