package locality.governance.minutes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import locality.governance.meeting.ApprovedMinutes;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.CurrentCaller;
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

/// Minutes over HTTP. What somebody wrote as a draft is shown to the place's secretaries alone
/// until it is approved; what the record says is shown to every reader.
@Path("/api/governance/v1/meetings/{meeting}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Minutes", description = "What a meeting came to, written down and approved")
class MinutesResource {

    private static final String MARKDOWN = "text/markdown";
    private static final int LONGEST = 200_000;

    private final Meetings meetings;
    private final MinutesOnRecord minutes;
    private final ComposeMinutes compose;
    private final WriteMinutes writeMinutes;
    private final ApproveMinutes approveMinutes;
    private final Recorder recorder;
    private final CurrentCaller caller;

    MinutesResource(
            Meetings meetings,
            MinutesOnRecord minutes,
            ComposeMinutes compose,
            WriteMinutes writeMinutes,
            ApproveMinutes approveMinutes,
            Recorder recorder,
            CurrentCaller caller) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.compose = compose;
        this.writeMinutes = writeMinutes;
        this.approveMinutes = approveMinutes;
        this.recorder = recorder;
        this.caller = caller;
    }

    /// @param text the minutes themselves
    /// @param link where they lie, instead
    /// @param sha256 of what the link leads to, in hexadecimal
    @Schema(name = "MinutesToWrite")
    record ToWrite(
            @Size(min = 1, max = LONGEST) @Nullable String text,
            @Pattern(regexp = "https?://\\S{1,2000}") @Nullable String link,
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String sha256,
            @Nullable Provenance provenance) {}

    /// @param approvedAt the later meeting of the same body or its successor, by id or reference
    /// @param version the last when left out; what the record itself says when nobody wrote any
    @Schema(name = "MinutesToApprove")
    record ToApprove(@NotBlank String approvedAt, @Min(1) @Nullable Integer version) {}

    /// @param approvedAt the later meeting that approved them
    /// @param approvedVersion null when what the record itself says was approved, or nothing yet
    /// @param document what the record says; once approved, what it said then
    @Schema(name = "Minutes")
    record MinutesView(
            MeetingState state,
            @Nullable UUID approvedAt,
            @Nullable LocalDate approvedOn,
            @Nullable Integer approvedVersion,
            MinutesDocument document,
            List<Version> versions) {}

    @Schema(name = "MinutesVersion")
    record Version(
            int version,
            @Nullable String text,
            @Nullable String link,
            String sha256,
            @Nullable Instant recordedAt,
            Provenance provenance) {

        static Version of(Minutes minutes) {
            return new Version(
                    minutes.id.version(),
                    minutes.text,
                    minutes.link,
                    minutes.sha256,
                    minutes.recordedAt,
                    minutes.provenance);
        }
    }

    @GET
    @Path("/minutes")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show the minutes of a meeting",
            description =
                    "Composed from the record: who was present and who sent apologies by seat and"
                            + " post, interests, what became of each item, adjournments. Drafts"
                            + " that somebody wrote are shown to the place's secretaries; the"
                            + " approved one to every reader.")
    @APIResponseSchema(MinutesView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public MinutesView show(@PathParam("meeting") String idOrReference) {
        return view(readable(idOrReference));
    }

    @GET
    @Path("/minutes")
    @Produces(MARKDOWN)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Show the minutes of a meeting as text")
    public String text(@PathParam("meeting") String idOrReference) {
        return MinutesText.of(document(readable(idOrReference)));
    }

    @POST
    @Path("/minutes")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Write down a version of a meeting's minutes",
            description =
                    "A text, or a link and the SHA-256 of what it leads to. Each version stays as"
                            + " it was written.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Draft", ref = "minutes")))
    @APIResponseSchema(value = MinutesView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "MEETING_NOT_IN_STATE")
    @APIResponse(responseCode = "422", description = "TEXT_OR_LINK")
    public Response write(
            @PathParam("meeting") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToWrite request) {
        var meeting =
                writeMinutes.handle(
                        idOrReference,
                        ifMatch,
                        new WriteMinutes.Draft(request.text, request.link, request.sha256),
                        recorder.provenance(request.provenance));
        return Response.created(
                        URI.create(
                                "/api/governance/v1/meetings/%s/minutes".formatted(meeting.id())))
                .entity(view(meeting))
                .build();
    }

    @POST
    @Path("/approve-minutes")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Take a meeting's minutes as approved by a later one",
            description =
                    "From then on nothing of the meeting's record changes: agenda, sittings,"
                            + " attendance, interests, minutes.")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "Approve", ref = "approve-minutes")))
    @APIResponseSchema(MinutesView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such meeting")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "APPROVED_BY_ANOTHER_BODY, APPROVING_MEETING_NOT_HELD, NOT_A_LATER_MEETING,"
                            + " NO_SUCH_MINUTES")
    public Response approve(
            @PathParam("meeting") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToApprove request) {
        var meeting =
                approveMinutes.handle(idOrReference, ifMatch, request.approvedAt, request.version);
        return Response.ok(view(meeting)).build();
    }

    private Meeting readable(String idOrReference) {
        var meeting = meetings.require(idOrReference);
        recorder.requireReading(meeting.locality(), "meeting", idOrReference);
        return meeting;
    }

    private MinutesDocument document(Meeting meeting) {
        return minutes.approved(meeting.id()).orElseGet(() -> compose.of(meeting));
    }

    private MinutesView view(Meeting meeting) {
        var who = caller.get();
        boolean secretary =
                who.roles().contains(Roles.GOVERNANCE)
                        && who.localities().contains(meeting.locality());
        var approved = Optional.ofNullable(meeting.minutes());
        var approvedVersion = approved.map(ApprovedMinutes::version).orElse(null);
        return new MinutesView(
                meeting.state(),
                approved.map(ApprovedMinutes::approvedAt).orElse(null),
                approved.map(ApprovedMinutes::approvedOn).orElse(null),
                approvedVersion,
                document(meeting),
                minutes.of(meeting.id()).stream()
                        .map(Version::of)
                        .filter(one -> secretary || Objects.equals(approvedVersion, one.version))
                        .toList());
    }
}
