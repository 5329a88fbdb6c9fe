package locality.platform.eventlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The event log over HTTP (http-feeds.org), for those who cannot reach Kafka. Each service extends
/// it with nothing but a path.
@Tag(name = "Events")
public abstract class EventFeed {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int LONGEST_WAIT = 60_000;
    private static final int LARGEST_BATCH = 1000;

    @Inject EventReader reader;
    @Inject ChainVerifier verifier;
    @Inject CurrentCaller caller;
    @Inject ObjectMapper json;

    @GET
    @Produces(BATCH)
    @RunOnVirtualThread
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "What happened, in order",
            description =
                    "A batch of CloudEvents after the one with id lastEventId, from the very first"
                        + " when it is left out. An empty batch means there is nothing newer; with"
                        + " a timeout the answer waits that long for something newer. An auditor"
                        + " also sees internal events and who caused each.")
    @APIResponse(
            responseCode = "200",
            description = "Events in the order of the log",
            content =
                    @Content(
                            mediaType = BATCH,
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = Object.class)))
    @APIResponse(responseCode = "404", description = "There is no such event for this caller")
    public String events(
            @QueryParam("lastEventId") @Parameter(description = "Id of the last event you have")
                    @Nullable UUID lastEventId,
            @QueryParam("timeout")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(LONGEST_WAIT)
                    @Parameter(description = "Milliseconds to wait for something newer")
                    int timeout,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(LARGEST_BATCH) int limit)
            throws IOException, InterruptedException {
        var who = caller.get();
        long position =
                lastEventId == null
                        ? 0
                        : reader.positionOf(lastEventId, who)
                                .orElseThrow(() -> new NotFound("event", lastEventId));
        return batch(reader.after(position, limit, Duration.ofMillis(timeout), who));
    }

    @GET
    @Path("/verify")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @RolesAllowed({Roles.AUDITOR, Roles.PLATFORM})
    @Operation(
            summary = "Whether the log is as it was written",
            description =
                    "Recomputes the hash chain over the whole log and names every row that was"
                            + " altered, removed or cut off since.")
    public ChainVerifier.Verification verify() {
        return verifier.verify();
    }

    private String batch(List<Envelope> events) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartArray();
            for (var event : events) {
                event.writeTo(out);
            }
            out.writeEndArray();
        }
        return text.toString();
    }
}
