package locality.governance.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Set;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A feed of one body's meetings.
@Path("/api/governance/v1/bodies/{body}/calendar.ics")
@Produces("text/calendar;charset=UTF-8")
@RunOnVirtualThread
@Tag(name = "Calendar")
class BodyFeedResource {

    private final BodyRegister bodies;
    private final Meetings meetings;
    private final Recorder recorder;

    BodyFeedResource(BodyRegister bodies, Meetings meetings, Recorder recorder) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Read a body's meetings as an iCalendar feed",
            description =
                    "RFC 5545, with an ETag: an unchanged feed answers 304 to If-None-Match. The"
                            + " token goes in the Authorization header, as for every call.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/calendar",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    public Response ofBody(
            @PathParam("body") String idOrReference,
            @QueryParam("from") @Nullable LocalDate from,
            @Context UriInfo address,
            @Context Request request) {
        var body = bodies.requireOwn(idOrReference, recorder.today());
        var wanted = new Meetings.Wanted(Set.of(body.locality()), body.id(), from, null, null);
        return FeedResource.answer(body.name(), meetings.among(wanted), address, request);
    }
}
