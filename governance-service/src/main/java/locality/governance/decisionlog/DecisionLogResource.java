package locality.governance.decisionlog;

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
import java.util.stream.Collectors;
import locality.governance.body.BodyRegister;
import locality.governance.decisionlog.DecisionLog.Line;
import locality.governance.decisionlog.Follower.Follow;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The decision log over HTTP.
@Path("/api/governance/v1/decision-log")
@RunOnVirtualThread
@Tag(name = "Decisions", description = "What bodies decided, whether it binds, and the evidence")
class DecisionLogResource {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "title",
                    "decidedOn",
                    "body",
                    "locality",
                    "mode",
                    "takenAs",
                    "outcome",
                    "state",
                    "validityCodes",
                    "function",
                    "valuePence",
                    "papers",
                    "followed");

    private final DecisionLog log;
    private final BodyRegister bodies;
    private final Recorder recorder;

    DecisionLogResource(DecisionLog log, BodyRegister bodies, Recorder recorder) {
        this.log = log;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List what was decided, on which papers, whether it binds, what followed",
            description = "In the order of the days decided on, which `from` and `to` restrict.")
    public Page<Line> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return Page.of(
                log.lines(asked(locality, body, from, to, after, limit)), limit, Line::cursor);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "List the decision log, or export it as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        var lines = log.lines(asked(locality, body, from, to, "", Page.ALL));
        return Spreadsheet.named(
                "decision-log",
                Csv.write(COLUMNS, lines.stream().map(DecisionLogResource::cells).toList()));
    }

    private DecisionLog.Asked asked(
            @Nullable Locality locality,
            @Nullable String body,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String after,
            int limit) {
        return new DecisionLog.Asked(
                recorder.shown(locality),
                recorder.shown(null),
                body == null ? null : bodies.require(body, recorder.today()).id(),
                from,
                to,
                DecisionLog.After.of(after),
                limit);
    }

    private static List<Object> cells(Line line) {
        return Arrays.asList(
                line.reference(),
                line.title(),
                line.decidedOn(),
                line.body(),
                line.locality().code(),
                line.mode(),
                line.takenAs(),
                line.outcome(),
                line.state(),
                String.join(" ", line.validityCodes()),
                line.function() == null ? "" : line.function(),
                line.valuePence() == null ? "" : line.valuePence().value(),
                inWords(line.papers()),
                inWords(line.followed()));
    }

    private static String inWords(List<Follow> follows) {
        return follows.stream().map(Follow::inWords).collect(Collectors.joining("; "));
    }
}
