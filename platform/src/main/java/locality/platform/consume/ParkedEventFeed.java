package locality.platform.consume;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a service could not apply of other services' events, for those who operate it. Each service
/// that consumes extends it with nothing but a path.
@Tag(name = "Events")
@Produces(MediaType.APPLICATION_JSON)
public abstract class ParkedEventFeed {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject AgroalDataSource database;
    @Inject ConsumerLifecycle consumers;
    @Inject CurrentCaller caller;

    /// A parked event and why it is parked.
    @Schema(name = "ParkedEvent")
    public record View(
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String type,
            String subjectType,
            String subjectId,
            int subjectVersion,
            String reason,
            Instant parkedAt,
            String data) {

        static View of(ParkedRows.Parked parked) {
            return new View(
                    parked.id(),
                    parked.consumer(),
                    parked.message().topic(),
                    parked.message().partition(),
                    parked.message().offset(),
                    parked.type(),
                    parked.subjectType(),
                    parked.subjectId(),
                    parked.subjectVersion(),
                    parked.reason(),
                    parked.parkedAt(),
                    parked.message().data());
        }
    }

    /// What a replay did: how many of the subject's events were applied, how many are still parked,
    /// and why, if one failed again.
    @Schema(name = "ParkedEventReplay")
    public record Replayed(int applied, int stillParked, @Nullable String failure) {}

    @GET
    @RunOnVirtualThread
    @RolesAllowed(Roles.PLATFORM)
    @Operation(summary = "Events that could not be applied, the earliest first")
    public Page<View> parked(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit)
            throws SQLException {
        try (var connection = database.getConnection()) {
            var rows =
                    new ParkedRows(connection)
                            .list(caller.get(), after == null ? BEFORE_ALL : after, limit + 1);
            return Page.of(rows, limit, row -> row.id().toString()).map(View::of);
        }
    }

    @POST
    @Path("/{id}/replay")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PLATFORM)
    @Operation(
            summary = "Apply what is parked of this event's subject, in order",
            description = "Stops at the first that fails again; it and those after it stay parked.")
    public Replayed replay(@PathParam("id") UUID id) throws SQLException {
        var parked = find(id);
        var inbox =
                consumers
                        .inbox(parked.consumer())
                        .orElseThrow(() -> new NotFound("consumer", parked.consumer()));
        var replay = inbox.replay(parked);
        try (var connection = database.getConnection()) {
            int left = new ParkedRows(connection).countOfSubject(parked);
            return new Replayed(replay.applied(), left, replay.failure());
        }
    }

    private ParkedRows.Parked find(UUID id) throws SQLException {
        try (var connection = database.getConnection()) {
            return new ParkedRows(connection)
                    .find(caller.get(), id)
                    .orElseThrow(() -> new NotFound("parked event", id));
        }
    }
}
