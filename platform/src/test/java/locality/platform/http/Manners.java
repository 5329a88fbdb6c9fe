package locality.platform.http;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Endpoints with nothing behind them but the manners that all share.
@Path("/test/manners")
@RunOnVirtualThread
class Manners {

    private final AgroalDataSource database;
    private final AtomicInteger attempts = new AtomicInteger();

    Manners(AgroalDataSource database) {
        this.database = database;
    }

    record Asked(String text, int count, Pence amountPence) {}

    @POST
    @Path("/once")
    @Idempotent
    @RolesAllowed("**")
    public Response once(Asked asked) {
        return Response.ok(Ids.next()).build();
    }

    /// Fails every other time: refuses, or meets a fault that it declares.
    @POST
    @Path("/moody")
    @Idempotent
    @RolesAllowed("**")
    public Response moody(@QueryParam("fault") boolean fault) throws IOException {
        if (attempts.incrementAndGet() % 2 == 0) {
            return Response.ok(Ids.next()).build();
        }
        if (fault) {
            throw new IOException("not today");
        }
        throw new NotFound("day", "today");
    }

    @POST
    @Path("/bulk")
    @Idempotent(keyRequired = true)
    @RolesAllowed("**")
    @APIResponse(responseCode = "200", description = "Done")
    @APIResponse(responseCode = "422", description = "TOO_MANY")
    public Response bulk(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Asked asked) {
        return Response.ok(Ids.next()).build();
    }

    @GET
    @Path("/bulk")
    @Produces("text/csv;qs=0.5")
    @RolesAllowed("**")
    public Response export() {
        return Response.ok("text\r\n").build();
    }

    @POST
    @Path("/sum")
    @RolesAllowed("**")
    public Pence sum(Asked asked) {
        return asked.amountPence.plus(Pence.of(asked.count));
    }

    @GET
    @Path("/stored")
    @RolesAllowed("**")
    public String stored(@QueryParam("text") String text) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select ?::text")) {
            select.setString(1, text);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @GET
    @Path("/database")
    @RolesAllowed("**")
    public void refuses(@QueryParam("sqlState") String sqlState) throws SQLException {
        try (var connection = database.getConnection();
                var raise = connection.createStatement()) {
            raise.execute("do $$ begin raise sqlstate '%s'; end $$".formatted(sqlState));
        }
    }
}
