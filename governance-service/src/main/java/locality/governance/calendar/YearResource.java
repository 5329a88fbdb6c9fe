package locality.governance.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import locality.governance.body.BodyRegister;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import locality.platform.money.FinancialYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A body's annual cycle of business over HTTP.
@Path("/api/governance/v1/bodies/{body}/year")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Calendar")
class YearResource {

    private final BodyRegister bodies;
    private final Meetings meetings;
    private final Recorder recorder;

    YearResource(BodyRegister bodies, Meetings meetings, Recorder recorder) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show a body's year: its meetings by month, with what is on their agendas",
            description = "This financial year, unless another is asked for.")
    @APIResponseSchema(YearOfBusiness.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public YearOfBusiness show(
            @PathParam("body") String idOrReference,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear) {
        return year(idOrReference, financialYear);
    }

    @GET
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Export a body's year as a spreadsheet")
    public String spreadsheet(
            @PathParam("body") String idOrReference,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear) {
        return year(idOrReference, financialYear).asCsv();
    }

    private YearOfBusiness year(String idOrReference, @Nullable FinancialYear asked) {
        var body = bodies.requireOwn(idOrReference, recorder.today());
        var year = asked == null ? FinancialYear.of(recorder.today()) : asked;
        var wanted =
                new Meetings.Wanted(Set.of(body.locality()), body.id(), year.start(), null, null);
        return YearOfBusiness.of(body.reference(), year, meetings.among(wanted));
    }
}
