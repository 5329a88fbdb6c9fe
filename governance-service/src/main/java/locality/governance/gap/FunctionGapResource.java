package locality.governance.gap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a place has not said of its functions, over HTTP.
@Path("/api/governance/v1/function-gaps")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gaps", description = "What is not said, and what nobody holds")
class FunctionGapResource {

    private final FunctionGaps gaps;
    private final Recorder recorder;

    FunctionGapResource(FunctionGaps gaps, Recorder recorder) {
        this.gaps = gaps;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List functions without an arrangement, people, a direction or a level",
            description =
                    "All of them, one line for each thing that is not said in the place on the day,"
                        + " with the call that says it. Where a draft says it already, the words"
                        + " tell so and the call agrees or starts that.")
    @APIResponse(responseCode = "200", description = "The gaps, by function")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a place of others")
    public Page<FunctionGaps.Gap> list(
            @Parameter(example = "E08000004") @QueryParam("place") @NotNull Locality place,
            @QueryParam("lacks") FunctionGaps.@Nullable Lacks lacks,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        recorder.requireReading(place, "place", place.code());
        return new Page<>(gaps.of(place, recorder.day(on, effectiveAt), lacks), null);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List functions without an arrangement, people, a direction or a level")
    public Response export(
            @Parameter(example = "E08000004") @QueryParam("place") @NotNull Locality place,
            @QueryParam("lacks") FunctionGaps.@Nullable Lacks lacks,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var rows =
                list(place, lacks, on, effectiveAt).items().stream()
                        .map(
                                gap ->
                                        Arrays.<Object>asList(
                                                gap.function(),
                                                gap.name(),
                                                gap.lacks(),
                                                gap.allocation(),
                                                gap.prepared(),
                                                gap.call(),
                                                gap.inWords()))
                        .toList();
        return Spreadsheet.named("function-gaps", Csv.write(COLUMNS, rows));
    }

    private static final List<String> COLUMNS =
            List.of("function", "name", "lacks", "allocation", "prepared", "call", "inWords");
}
