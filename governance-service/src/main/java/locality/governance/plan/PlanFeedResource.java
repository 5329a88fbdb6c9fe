package locality.governance.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A feed of a plan's milestones, that diaries subscribe to.
@Path("/api/governance/v1/plans/{plan}/calendar.ics")
@Produces("text/calendar;charset=UTF-8")
@RunOnVirtualThread
@Tag(name = "Plans")
class PlanFeedResource {

    private final ReadPlan readPlan;
    private final Recorder recorder;

    PlanFeedResource(ReadPlan readPlan, Recorder recorder) {
        this.readPlan = readPlan;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Read a plan's milestones as an iCalendar feed",
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
    public Response ofPlan(
            @Parameter(example = "OLD-ICS") @PathParam("plan") String plan,
            @Context UriInfo address,
            @Context Request request) {
        var milestonesAt = address.getBaseUri().resolve("/api/governance/v1/milestones/");
        var feed =
                PlanFeed.of(readPlan.onDate(plan, recorder.today(), null), milestonesAt.toString());
        var tag = new EntityTag(sha256(feed));
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag).build() : Response.ok(feed).tag(tag).build();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
