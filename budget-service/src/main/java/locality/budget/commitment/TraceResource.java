package locality.budget.commitment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a board is shown of commitments.
@Path("/api/budget/v1")
@RunOnVirtualThread
@Tag(name = "Commitments", description = "Money promised to a provider, or waiting to be")
class TraceResource {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final TraceCommitment trace;
    private final Noting noting;
    private final CurrentCaller caller;

    TraceResource(TraceCommitment trace, Noting noting, CurrentCaller caller) {
        this.trace = trace;
        this.noting = noting;
        this.caller = caller;
    }

    @GET
    @Path("/commitments/{commitment}/trace")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Follow a commitment's money from the pool to the contract, with its proof")
    @APIResponse(
            responseCode = "200",
            description = "Agreement, fund, line, authority, contract, entries and sums",
            content = @Content(schema = @Schema(implementation = TraceCommitment.Trace.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such commitment in your localities")
    public TraceCommitment.Trace trace(@PathParam("commitment") String commitment) {
        return trace.handle(caller.get(), commitment);
    }

    @GET
    @Path("/commitments/for-noting")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List what was promised under delegations, for a board to note")
    public Page<Noting.Promise> forNoting(
            @QueryParam("locality") @Nullable Locality locality,
            @Schema(description = "The first day of recording") @QueryParam("from")
                    @Nullable LocalDate from,
            @Schema(description = "The last day of recording") @QueryParam("to")
                    @Nullable LocalDate to,
            @Schema(description = "The number of the journal entry to go on after")
                    @QueryParam("after")
                    @DefaultValue("0")
                    long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return page(locality, from, to, after, limit);
    }

    @GET
    @Path("/commitments/for-noting")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List what was promised under delegations, for a board to note")
    public Response forNotingAsCsv(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        var rows = page(locality, from, to, 0, Page.ALL).items();
        return Spreadsheet.named(
                "commitments-for-noting",
                Csv.write(Noting.COLUMNS, rows.stream().map(Noting.Promise::cells).toList()));
    }

    private Page<Noting.Promise> page(
            @Nullable Locality locality,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long after,
            int limit) {
        var rows =
                noting.page(
                        caller.get().localitiesWithin(locality),
                        from == null ? ALWAYS : from,
                        to == null ? FOR_EVER : to,
                        after,
                        limit);
        return Page.of(rows, limit, row -> String.valueOf(row.entry()));
    }
}
