package locality.governance.meeting;

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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.voting.Interest;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
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

/// Meetings over HTTP. Members go by their seats, short (`CHAIR`) or with the body before it
/// (`MCR-HWBB/CHAIR`).
@Path("/api/governance/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Meetings", description = "From plan to close: notice, attendance, interests")
class MeetingResource {

    private final Meetings meetings;
    private final HoldMeeting holdMeeting;
    private final BodyRegister bodies;
    private final Recorder recorder;

    MeetingResource(
            Meetings meetings, HoldMeeting holdMeeting, BodyRegister bodies, Recorder recorder) {
        this.meetings = meetings;
        this.holdMeeting = holdMeeting;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param startsAt the clock on the wall, Europe/London
    @Schema(name = "MeetingToPlan")
    record ToPlan(
            @NotBlank String body,
            @NotNull LocalDateTime startsAt,
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,79}") @Nullable String reference,
            @Nullable Provenance provenance) {}

    @Schema(name = "Notice")
    record Notice(@NotNull LocalDate noticedOn) {}

    @Schema(name = "Cancellation")
    record Cancellation(@NotBlank String reason) {}

    @Schema(name = "AttendanceToRecord")
    record ToAttend(@NotEmpty List<@Valid StretchToRecord> attendance) {}

    /// @param arrivedAt when the meeting began, when left out
    /// @param substitute who sat there in the member's place, an opaque reference
    @Schema(name = "StretchOfAttendanceToRecord")
    record StretchToRecord(
            @NotBlank String member,
            @Nullable String substitute,
            @Nullable LocalTime arrivedAt,
            @Nullable LocalTime leftAt) {}

    /// @param substitute whose interest it is, when not the member's own: the opaque reference the
    ///   attendance has
    @Schema(name = "InterestToDeclare")
    record ToDeclare(
            @NotBlank String member,
            @Nullable String substitute,
            @NotNull Interest.Effect effect,
            @NotBlank String nature) {}

    @Schema(name = "Meeting")
    record MeetingView(
            UUID id,
            String reference,
            BodyOfMeeting body,
            Locality locality,
            LocalDateTime startsAt,
            MeetingState state,
            @Nullable LocalDate noticedOn,
            @Nullable String cancelReason,
            List<Item> items,
            List<Stretch> attendance,
            Provenance provenance,
            long version) {

        @Schema(name = "BodyOfMeeting")
        record BodyOfMeeting(UUID id, String reference, String name) {}

        @Schema(name = "AgendaItem")
        record Item(
                int number,
                String reference,
                String title,
                List<Interest> interests,
                Provenance provenance) {}

        @Schema(name = "StretchOfAttendance")
        record Stretch(
                String member,
                @Nullable String substitute,
                LocalTime arrivedAt,
                @Nullable LocalTime leftAt) {}

        static MeetingView of(Meeting meeting) {
            return new MeetingView(
                    meeting.id,
                    meeting.reference,
                    new BodyOfMeeting(meeting.bodyId, meeting.bodyReference, meeting.bodyName),
                    meeting.locality,
                    meeting.startsAt,
                    meeting.state,
                    meeting.noticedOn,
                    meeting.cancelReason,
                    IntStream.rangeClosed(1, meeting.items.size())
                            .mapToObj(number -> item(meeting, number))
                            .toList(),
                    meeting.attendance.stream()
                            .map(
                                    one ->
                                            new Stretch(
                                                    one.seat(),
                                                    one.substitute(),
                                                    one.arrivedAt(),
                                                    one.leftAt()))
                            .toList(),
                    meeting.provenance,
                    meeting.version);
        }

        private static Item item(Meeting meeting, int number) {
            var item = meeting.items.get(number - 1);
            return new Item(
                    number,
                    meeting.referenceOf(number),
                    item.title(),
                    meeting.interestsOn(number),
                    item.provenance());
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List meetings, in the order of their references")
    public Page<MeetingView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        return Page.of(
                        meetings.inPlaces(recorder.shown(locality), of, after, limit),
                        limit,
                        meeting -> meeting.reference)
                .map(MeetingView::of);
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
    public Response plan(@NotNull @Valid ToPlan request) {
        var meeting =
                holdMeeting.plan(
                        request.body,
                        request.startsAt,
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
                            + " reference ask for are invalid: NO_NOTICE.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Notice", ref = "notice")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "NOTICED_AFTER_THE_DAY")
    public Response notice(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Notice request) {
        return answer(Response.ok(), holdMeeting.notice(meeting, ifMatch, request.noticedOn));
    }

    @POST
    @Path("/{meeting}/open")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Open a noticed meeting, on its day or later")
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, OPENED_BEFORE_ITS_DAY")
    public Response open(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), holdMeeting.open(meeting, ifMatch));
    }

    @POST
    @Path("/{meeting}/close")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Close a meeting")
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    public Response close(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), holdMeeting.close(meeting, ifMatch));
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
        return answer(Response.ok(), holdMeeting.cancel(meeting, ifMatch, request.reason));
    }

    @POST
    @Path("/{meeting}/attendance")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write down who was there, from when to when",
            description =
                    "Leaving and coming back makes two stretches. What is given for a member"
                            + " replaces what was written down for that member before; a stretch"
                            + " that ends when it begins says nobody sat there. Outcomes recorded"
                            + " before keep the evidence they had. A spreadsheet needs an"
                            + " Idempotency-Key and opens a noticed meeting.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToAttend.class),
                        examples = @ExampleObject(name = "Two", ref = "attendance")),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two", ref = "attendance-csv"))
            })
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "MEETING_NOT_IN_STATE")
    @APIResponse(responseCode = "422", description = "NO_SUCH_SEAT, LEFT_BEFORE_ARRIVING")
    public Response attend(
            @PathParam("meeting") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAttend request) {
        var start = meetings.require(idOrReference).startsAt.toLocalTime();
        var stretches =
                request.attendance.stream()
                        .map(
                                one ->
                                        new Attendance(
                                                Seats.shortOf(one.member),
                                                one.substitute,
                                                one.arrivedAt == null ? start : one.arrivedAt,
                                                one.leftAt))
                        .toList();
        return answer(Response.ok(), holdMeeting.attend(idOrReference, ifMatch, stretches));
    }

    @POST
    @Path("/{meeting}/items/{item}/interests")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Declare a member's interest in an item",
            description =
                    "DECLARED stays and votes; NO_VOTE and LEFT do not count for the item, in"
                            + " whichever seat that person sits. A later declaration for the same"
                            + " member and item replaces an earlier one, until the outcome.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "interest")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such meeting or item")
    @APIResponse(responseCode = "409", description = "MEETING_NOT_IN_STATE, OUTCOME_RECORDED")
    @APIResponse(responseCode = "422", description = "NO_SUCH_SEAT")
    public Response declare(
            @PathParam("meeting") String meeting,
            @PathParam("item") int item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToDeclare request) {
        var interest =
                new DeclaredInterest(
                        item,
                        Seats.shortOf(request.member),
                        request.substitute,
                        request.effect,
                        request.nature);
        return answer(Response.ok(), holdMeeting.declare(meeting, ifMatch, interest));
    }

    private static Response answer(Response.ResponseBuilder builder, Meeting meeting) {
        return builder.entity(MeetingView.of(meeting))
                .header(HttpHeaders.ETAG, new EntityTag(meeting.version))
                .build();
    }
}
