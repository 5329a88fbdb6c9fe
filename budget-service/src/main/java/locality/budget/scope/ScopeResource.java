package locality.budget.scope;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import locality.budget.agreement.Agreements;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/agreements/{agreement}/scope")
@RunOnVirtualThread
@Tag(name = "Agreements", description = "The money side of partnership agreements")
class ScopeResource {

    private final Agreements agreements;
    private final ReadScope readScope;
    private final CurrentCaller caller;
    private final Clock clock;

    ScopeResource(Agreements agreements, ReadScope readScope, CurrentCaller caller, Clock clock) {
        this.agreements = agreements;
        this.readScope = readScope;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "What stands in an agreement on a day, line by line and by basis",
            description =
                    "By the plan of each fund that was approved last by that day; while none was,"
                            + " by the one there was. Of a plan that was entered only after the day"
                            + " the first version counts; of one entered only when its year was"
                            + " over, the one approved last, or while none was, the last.")
    @APIResponse(
            responseCode = "200",
            description = "The lines of its funds of that year, with their basis that day",
            content = @Content(schema = @Schema(implementation = Scope.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such agreement in your localities")
    public Response read(
            @PathParam("agreement") String idOrReference,
            @Parameter(description = "Today if not given") @QueryParam("on")
                    @Nullable LocalDate on) {
        return Response.ok(scope(idOrReference, on)).build();
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What stands in an agreement on a day, line by line and by basis")
    public Response export(
            @PathParam("agreement") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on) {
        var scope = scope(idOrReference, on);
        return Spreadsheet.named(scope.agreement() + "-scope-" + scope.on(), scope.asCsv());
    }

    private Scope scope(String idOrReference, @Nullable LocalDate asked) {
        var on = asked == null ? BusinessClock.today(clock) : asked;
        return readScope.of(agreements.require(caller.get(), idOrReference), on);
    }
}
