package locality.governance.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.plan.ReadPlan.PlanOnDate;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The priorities that plans name, and whether each has a plan that a baseline fixed (*Living
/// Longer, Living Better: Progress Update* of 2016, 3.2, 3.6 and 3.8 have none).
@Path("/api/governance/v1/priorities")
@RunOnVirtualThread
@Tag(name = "Priorities", description = "What boards hold to be more important than the rest")
class PriorityResource {

    private static final List<String> COLUMNS =
            List.of(
                    "plan",
                    "number",
                    "priority",
                    "locality",
                    "milestones",
                    "baselined",
                    "hasBaselinedPlan");

    private final ReadPlan readPlan;
    private final Recorder recorder;

    PriorityResource(ReadPlan readPlan, Recorder recorder) {
        this.readPlan = readPlan;
        this.recorder = recorder;
    }

    /// A priority as a plan has it.
    ///
    /// @param plan its reference
    /// @param number of the area in the plan
    /// @param milestones how many stand in it, the cancelled left out
    /// @param baselined how many of them have a day in the baseline that holds
    @Schema(name = "Priority")
    record View(
            String plan,
            int number,
            String priority,
            Locality locality,
            int milestones,
            int baselined,
            boolean hasBaselinedPlan) {

        String cursor() {
            return "%s/%06d".formatted(plan, number);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List priorities and whether they have a baselined plan, or export as CSV",
            description =
                    "With `baselined=false` those of which no milestone has a day in the baseline"
                            + " that held: the report of priorities without a baselined plan.")
    public Page<View> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "Only those with a baselined plan, or only those without")
                    @QueryParam("baselined")
                    @Nullable Boolean baselined,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var later =
                found(locality, baselined, recorder.day(on, effectiveAt))
                        .filter(one -> one.cursor().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(later, limit, View::cursor);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List priorities and whether they have a baselined plan, or export as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("baselined") @Nullable Boolean baselined,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var rows =
                found(locality, baselined, recorder.day(on, effectiveAt))
                        .map(PriorityResource::cells)
                        .toList();
        return Spreadsheet.named("priorities", Csv.write(COLUMNS, rows));
    }

    private Stream<View> found(
            @Nullable Locality locality, @Nullable Boolean baselined, LocalDate day) {
        return readPlan.withPriorities(recorder.shown(locality), day).stream()
                .flatMap(PriorityResource::priorities)
                .filter(one -> baselined == null || one.hasBaselinedPlan == baselined);
    }

    private static Stream<View> priorities(PlanOnDate shown) {
        var plan = shown.plan();
        return IntStream.rangeClosed(1, plan.areas.size())
                .filter(number -> plan.areas.get(number - 1).kind() == AreaKind.PRIORITY)
                .mapToObj(
                        number ->
                                new View(
                                        plan.reference,
                                        number,
                                        plan.titleOf(number),
                                        plan.locality,
                                        shown.in(number).size(),
                                        shown.baselined(number),
                                        shown.baselined(number) > 0));
    }

    private static List<Object> cells(View one) {
        return Arrays.asList(
                one.plan,
                one.number,
                one.priority,
                one.locality.code(),
                one.milestones,
                one.baselined,
                one.hasBaselinedPlan);
    }
}
