package locality.governance.engagement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Counts of engagement over HTTP.
@Path("/api/governance/v1/engagements/counts")
@RunOnVirtualThread
@Tag(name = "Engagement")
class EngagementCountResource {

    private final Engagements engagements;
    private final Recorder recorder;

    EngagementCountResource(Engagements engagements, Recorder recorder) {
        this.engagements = engagements;
        this.recorder = recorder;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Count engagement by period, audience and kind",
            description =
                    "By month (`2018-03`), quarter (`2017/18-Q4`) or financial year (`2017/18`)."
                            + " Those of which nobody counted the people are counted apart.")
    public EngagementCounts count(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("by") @DefaultValue("QUARTER") EngagementCounts.Every by) {
        return EngagementCounts.of(
                by,
                engagements.inPlaces(
                        recorder.shown(locality),
                        new Engagements.Wanted(from, until, null, null),
                        "",
                        Page.ALL));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(summary = "Count engagement by period, audience and kind")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("by") @DefaultValue("QUARTER") EngagementCounts.Every by) {
        return Spreadsheet.named("engagement-counts", count(locality, from, until, by).csv());
    }
}
