package locality.governance.gap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What nobody below a body holds, over HTTP.
@Path("/api/governance/v1/delegation-gaps")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gaps")
class DelegationGapResource {

    private final DelegationGaps gaps;
    private final BodyRegister bodies;
    private final Recorder recorder;

    DelegationGapResource(DelegationGaps gaps, BodyRegister bodies, Recorder recorder) {
        this.gaps = gaps;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Report what a body may decide that nobody below it holds by delegation",
            description =
                    "Below it are those accountable to it, directly or through others. What the"
                            + " place reserves is left out. As CSV, one line a function.")
    @APIResponse(responseCode = "200", description = "The gaps, in words and as rows")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body or place of yours")
    public DelegationGaps.Report report(
            @Parameter(example = "RCH-ICB") @QueryParam("below") @NotBlank String below,
            @Parameter(description = "The body's own when left out") @QueryParam("place")
                    @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var body = bodies.require(below, recorder.day(on, effectiveAt));
        if (place != null) {
            recorder.requireReading(place, "place", place.code());
        }
        return gaps.below(body, place == null ? body.locality() : place);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Report what a body may decide that nobody below it holds by delegation")
    public Response export(
            @Parameter(example = "RCH-ICB") @QueryParam("below") @NotBlank String below,
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var report = report(below, place, on, effectiveAt);
        var rows =
                report.gaps().stream()
                        .map(
                                function ->
                                        List.<Object>of(
                                                report.body(),
                                                report.on(),
                                                report.place(),
                                                function))
                        .toList();
        return Spreadsheet.named(
                "delegation-gaps", Csv.write(List.of("below", "on", "place", "function"), rows));
    }
}
