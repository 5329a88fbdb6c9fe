package locality.budget.arrears;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.budget.KnownAt;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@RunOnVirtualThread
@Tag(name = "Arrears", description = "What partners owe on a day, by how late it is")
class ArrearsResource {

    private static final List<String> COLUMNS =
            List.of(
                    "locality",
                    "partner",
                    "fund",
                    "contribution",
                    "source",
                    "annualPence",
                    "keptPence",
                    "paidPence",
                    "toBeRepaidPence",
                    "unpaidPence",
                    "notYetDuePence",
                    "dueOnTheDayPence",
                    "days1To30Pence",
                    "days31To60Pence",
                    "days61To90Pence",
                    "over90DaysPence",
                    "arrearsPence");

    private final Arrears arrears;
    private final Funds funds;
    private final CurrentCaller caller;
    private final Clock clock;

    ArrearsResource(Arrears arrears, Funds funds, CurrentCaller caller, Clock clock) {
        this.arrears = arrears;
        this.funds = funds;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/funds/{fund}/arrears")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What partners owe to a fund on a day, by how late it is")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    public Arrears.Report ofFund(
            @PathParam("fund") String fund,
            @Schema(description = "Today if not given") @QueryParam("on") @Nullable LocalDate on,
            @Schema(description = "An instant as in 2014-10-01T12:00:00Z; now if not given")
                    @QueryParam("knownAt")
                    @Nullable String knownAt) {
        return reportOf(fund, on, knownAt);
    }

    @GET
    @Path("/funds/{fund}/arrears")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What partners owe to a fund on a day, by how late it is")
    public Response exportOfFund(
            @PathParam("fund") String fund,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return sheet(reportOf(fund, on, knownAt));
    }

    @GET
    @Path("/arrears")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What partners owe on a day in your localities, by how late it is")
    public Arrears.Report all(
            @QueryParam("locality") @Nullable Locality locality,
            @Schema(description = "Today if not given") @QueryParam("on") @Nullable LocalDate on,
            @Schema(description = "An instant as in 2014-10-01T12:00:00Z; now if not given")
                    @QueryParam("knownAt")
                    @Nullable String knownAt) {
        return arrears.report(
                caller.get().localitiesWithin(locality), null, day(on), KnownAt.of(knownAt));
    }

    @GET
    @Path("/arrears")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What partners owe on a day in your localities, by how late it is")
    public Response exportAll(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return sheet(all(locality, on, knownAt));
    }

    private Arrears.Report reportOf(
            String idOrReference, @Nullable LocalDate on, @Nullable String knownAt) {
        var fund = funds.require(caller.get(), idOrReference);
        return arrears.report(Set.of(fund.locality()), fund.id(), day(on), KnownAt.of(knownAt));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? BusinessClock.today(clock) : on;
    }

    private static Response sheet(Arrears.Report report) {
        return Spreadsheet.named(
                "arrears-" + report.on(),
                Csv.write(COLUMNS, report.items().stream().map(ArrearsResource::cells).toList()));
    }

    private static List<Object> cells(Arrears.OfContribution item) {
        var owed = item.owed();
        var ageing = owed.ageing();
        return List.of(
                item.locality().code(),
                item.partner(),
                item.fund(),
                item.contribution(),
                item.source(),
                owed.annualPence().value(),
                owed.keptPence().value(),
                owed.paidPence().value(),
                owed.toBeRepaidPence().value(),
                owed.unpaidPence().value(),
                ageing.notYetDuePence().value(),
                ageing.dueOnTheDayPence().value(),
                ageing.days1To30Pence().value(),
                ageing.days31To60Pence().value(),
                ageing.days61To90Pence().value(),
                ageing.over90DaysPence().value(),
                owed.arrearsPence().value());
    }
}
