package locality.platform.http;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Endpoints with nothing behind them but the manners that all share.
@Path("/test/manners")
@RunOnVirtualThread
class Manners {

    private final AgroalDataSource database;
    private final AtomicInteger attempts = new AtomicInteger();

    Manners(AgroalDataSource database) {
        this.database = database;
    }

    enum Verb {
        ADD,
        TAKE
    }

    record Asked(
            String text,
            int count,
            Pence amountPence,
            @Nullable LocalDate day,
            @Nullable Verb verb,
            @Nullable Boolean sure,
            @Nullable List<LocalDate> days) {}

    @GET
    @Path("/asked")
    @Produces("text/plain")
    @RolesAllowed("**")
    public String asked(
            @QueryParam("limit") @DefaultValue("1") @Min(1) int limit,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("known") @Nullable Instant known,
            @QueryParam("id") @Nullable UUID id,
            @QueryParam("verb") @Nullable Verb verb,
            @QueryParam("sure") boolean sure,
            @QueryParam("year") @Nullable FinancialYear year,
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("code")
                    List<@Pattern(regexp = "[A-Z]+", message = "must be in capitals") String>
                            code) {
        return "%d %s %s %s %s %s %s".formatted(limit, on, verb, sure, year, place, id);
    }

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

    @GET
    @Path("/table")
    @Produces("text/csv;qs=0.5")
    @RolesAllowed("**")
    public Response table() {
        return Response.ok(
                        Csv.write(
                                List.of("reference", "dueOn", "amountPence", "code", "note"),
                                List.of(
                                        List.of(
                                                "A-1",
                                                LocalDate.of(2018, 6, 30),
                                                11_281_500L,
                                                "007",
                                                "=1+1"))),
                        "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"table.csv\"")
                .build();
    }

    @GET
    @Path("/{name}.csv")
    @Produces("text/csv")
    @RolesAllowed("**")
    public Response named(@PathParam("name") String name, @QueryParam("on") String on) {
        return Spreadsheet.named(name + "-" + on, "on\r\n" + on + "\r\n");
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
