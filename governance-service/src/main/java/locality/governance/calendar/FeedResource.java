package locality.governance.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.identifier.Sha256;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Feeds that diaries subscribe to, as iCalendar. They lie behind the same token as everything
/// else.
@Path("/api/governance/v1/calendar.ics")
@Produces("text/calendar;charset=UTF-8")
@RunOnVirtualThread
@Tag(name = "Calendar")
class FeedResource {

    private final Meetings meetings;
    private final Recorder recorder;

    FeedResource(Meetings meetings, Recorder recorder) {
        this.meetings = meetings;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Read the meetings of every body as an iCalendar feed",
            description =
                    "Of one locality, or of all that the caller reads. RFC 5545, with an ETag: an"
                            + " unchanged feed answers 304 to If-None-Match. The token goes in the"
                            + " Authorization header, as for every call.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    public Response ofPlaces(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("from") @Nullable LocalDate from,
            @Context UriInfo address,
            @Context Request request) {
        var wanted = new Meetings.Wanted(recorder.shown(locality), null, from, null, null);
        var name = locality == null ? "Meetings" : "Meetings in " + locality.displayName();
        return answer(name, meetings.among(wanted), address, request);
    }

    /// The feed, or that it is what the caller has.
    static Response answer(String name, List<Meeting> meetings, UriInfo address, Request request) {
        var meetingsAt = address.getBaseUri().resolve("/api/governance/v1/meetings/").toString();
        var feed = Feed.of(name, meetings, meetingsAt);
        var tag = new EntityTag(Sha256.of(feed));
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag).build() : Response.ok(feed).tag(tag).build();
    }
}
