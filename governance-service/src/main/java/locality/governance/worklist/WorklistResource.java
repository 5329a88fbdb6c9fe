package locality.governance.worklist;

import io.quarkus.arc.All;
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
import locality.governance.recorder.Recorder;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.worklist.Worklist;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The worklist over HTTP.
@Path("/api/governance/v1/worklist")
@RunOnVirtualThread
@Tag(name = "Worklist", description = "What waits for whom, each with the call that clears it")
class WorklistResource {

    private static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "reference",
                    "title",
                    "since",
                    "dueOn",
                    "overdueDays",
                    "locality",
                    "body",
                    "who",
                    "inWords",
                    "method",
                    "path",
                    "example");

    private final Worklist<WorklistKind, WorklistRow> worklist;
    private final CurrentCaller caller;
    private final Recorder recorder;

    WorklistResource(@All List<WorklistSource> sources, CurrentCaller caller, Recorder recorder) {
        this.worklist = new Worklist<>(sources);
        this.caller = caller;
        this.recorder = recorder;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List what waits, the most urgent first, or export it as CSV",
            description =
                    "Each row says in words what is wanted and names the call that clears it, with"
                            + " an example of its body. Rows come in the order of their last day,"
                            + " those without one at the end; the order of a page does not change"
                            + " when others are cleared. `on` says what is late; what was held,"
                            + " decided or asked counts as it is recorded now.")
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: there is no such role, kind, place or day")
    public Page<WorklistRow> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(
                            description =
                                    "Whose work; that of your own roles in the places you write,"
                                            + " when left out")
                    @QueryParam("role")
                    @Nullable String role,
            @Parameter(description = "The day that says what is late; today when left out")
                    @QueryParam("on")
                    @Nullable LocalDate on,
            @Parameter(description = "The same as on") @QueryParam("effectiveAt")
                    @Nullable LocalDate effectiveAt,
            @QueryParam("kind") @Nullable WorklistKind kind,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return worklist.page(
                wanted(locality, role, recorder.day(on, effectiveAt), kind), after, limit);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List what waits, the most urgent first, or export it as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("role") @Nullable String role,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("kind") @Nullable WorklistKind kind) {
        var rows = worklist.rows(wanted(locality, role, recorder.day(on, effectiveAt), kind));
        return Spreadsheet.named(
                "worklist",
                Csv.write(COLUMNS, rows.stream().map(WorklistResource::cells).toList()));
    }

    /// What is asked of a role is shown wherever the caller reads; their own work lies where they
    /// write.
    private Worklist.Wanted<WorklistKind> wanted(
            @Nullable Locality locality,
            @Nullable String role,
            LocalDate day,
            @Nullable WorklistKind kind) {
        return Worklist.Wanted.of(
                role == null ? recorder.written(locality) : recorder.shown(locality),
                role,
                caller.get().roles(),
                kind,
                day);
    }

    private static List<@Nullable Object> cells(WorklistRow row) {
        return Arrays.asList(
                row.kind(),
                row.reference(),
                row.title(),
                row.since(),
                row.dueOn(),
                row.overdueDays(),
                row.locality(),
                row.body(),
                row.who(),
                row.inWords(),
                row.clear().method(),
                row.clear().path(),
                row.clear().body());
    }
}
