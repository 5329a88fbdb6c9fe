package locality.governance.meeting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import locality.governance.voting.Interest;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
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

/// A meeting that sits, over HTTP. Members go by their seats, short (`CHAIR`) or with the body
/// before it (`MCR-HWBB/CHAIR`).
@Path("/api/governance/v1/meetings/{meeting}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Meetings")
class SittingResource {

    private final HoldMeeting holdMeeting;
    private final ShowMeeting show;

    SittingResource(HoldMeeting holdMeeting, ShowMeeting show) {
        this.holdMeeting = holdMeeting;
        this.show = show;
    }

    /// @param at when it was adjourned: the clock on the wall
    /// @param until when and where it goes on, if the meeting named that
    @Schema(name = "Adjournment")
    record Adjournment(
            @NotNull LocalDateTime at, @Nullable @Valid Resumes until, @NotBlank String reason) {}

    /// @param place where it was, when left out
    @Schema(name = "Resumption")
    record Resumes(@NotNull LocalDateTime startsAt, @Size(max = 500) @Nullable String place) {}

    /// @param place where it was to be, when left out
    /// @param noticedOn when notice of this sitting was given; needless when the adjournment named
    ///   its day and time
    @Schema(name = "MeetingToReconvene")
    record ToReconvene(
            @NotNull LocalDateTime startsAt,
            @Size(max = 500) @Nullable String place,
            @Nullable LocalDate noticedOn) {}

    /// @param endedAt the clock on the wall, when it is known
    @Schema(name = "MeetingToClose")
    record ToClose(@Nullable LocalDateTime endedAt) {}

    /// @param sitting the number of the sitting; the one that is on, when left out
    @Schema(name = "AttendanceToRecord")
    record ToAttend(
            @Min(1) @Nullable Integer sitting, @NotEmpty List<@Valid StretchToRecord> attendance) {}

    /// @param arrivedAt when the sitting began, when left out
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

    @POST
    @Path("/open")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Open a noticed meeting, on its day or later")
    @APIResponseSchema(MeetingView.class)
    @APIResponse(
            responseCode = "409",
            description = "ILLEGAL_TRANSITION, MEETING_NOT_IN_STATE, OPENED_BEFORE_ITS_DAY")
    public Response open(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(holdMeeting.open(meeting, ifMatch));
    }

    @POST
    @Path("/adjourn")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Adjourn an open meeting",
            description =
                    "Votes that were begun are brought to an outcome first. When the day and time"
                            + " it goes on are named, the next sitting needs no notice of its own.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Adjourn", ref = "adjourn")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, VOTES_WITHOUT_OUTCOME")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDED_BEFORE_IT_BEGAN, ENDED_IN_TIME_TO_COME, RESUMES_BEFORE_IT_ADJOURNS")
    public Response adjourn(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Adjournment request) {
        var until =
                request.until == null
                        ? null
                        : new Sitting.Resumption(request.until.startsAt, request.until.place);
        return answer(holdMeeting.adjourn(meeting, ifMatch, request.at, until, request.reason));
    }

    @POST
    @Path("/reconvene")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Resume an adjourned meeting, on the day or later",
            description =
                    "What is decided from now on is judged on the day of this sitting, with those"
                            + " who are there now. A deferred item is put before it again as a new"
                            + " item. A sitting that begins when the adjournment said needs no"
                            + " notice; without notice the decisions of any other are invalid:"
                            + " NO_NOTICE.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Resume", ref = "reconvene")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(
            responseCode = "409",
            description = "ILLEGAL_TRANSITION, MEETING_NOT_IN_STATE, OPENED_BEFORE_ITS_DAY")
    @APIResponse(
            responseCode = "422",
            description = "RECONVENED_BEFORE_IT_ADJOURNED, NOTICED_AFTER_THE_DAY")
    public Response reconvene(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToReconvene request) {
        var at = new Sitting.Resumption(request.startsAt, request.place);
        return answer(holdMeeting.reconvene(meeting, ifMatch, at, request.noticedOn));
    }

    @POST
    @Path("/close")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Close a meeting",
            description = "Votes that were begun are brought to an outcome first.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Close", ref = "close")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION, VOTES_WITHOUT_OUTCOME")
    @APIResponse(responseCode = "422", description = "ENDED_BEFORE_IT_BEGAN, ENDED_IN_TIME_TO_COME")
    public Response close(
            @PathParam("meeting") String meeting,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable @Valid ToClose request) {
        var endedAt = request == null ? null : request.endedAt;
        return answer(holdMeeting.close(meeting, ifMatch, endedAt));
    }

    @POST
    @Path("/attendance")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write down who was there, from when to when",
            description =
                    "Leaving and coming back makes two stretches. What is given for a member"
                            + " replaces what was written down for that member at that sitting; a"
                            + " stretch"
                            + " that ends when it begins says nobody sat there. Outcomes recorded"
                            + " before keep the evidence they had.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Two", ref = "attendance")))
    @APIResponseSchema(MeetingView.class)
    @APIResponse(responseCode = "409", description = "MEETING_NOT_IN_STATE")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCH_SEAT, NO_SUCH_SITTING, LEFT_BEFORE_ARRIVING")
    public Response attend(
            @PathParam("meeting") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAttend request) {
        var said =
                request.attendance.stream()
                        .map(
                                one ->
                                        new HoldMeeting.Said(
                                                request.sitting,
                                                Seats.shortOf(one.member),
                                                one.substitute,
                                                one.arrivedAt,
                                                one.leftAt))
                        .toList();
        return answer(holdMeeting.attend(idOrReference, ifMatch, said));
    }

    @POST
    @Path("/items/{item}/interests")
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
        return answer(holdMeeting.declare(meeting, ifMatch, interest));
    }

    private Response answer(Meeting meeting) {
        return Response.ok(show.of(meeting))
                .header(HttpHeaders.ETAG, new EntityTag(meeting.version))
                .build();
    }
}
