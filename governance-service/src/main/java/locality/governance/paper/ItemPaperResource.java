package locality.governance.paper;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The papers of an item of an agenda, over HTTP.
@Path("/api/governance/v1/meetings/{meeting}/items/{item}/papers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Papers", description = "What meetings are given to read: front sheet and content")
class ItemPaperResource {

    private final Papers papers;
    private final PublishPaper publishPaper;
    private final ShowPaper show;
    private final Meetings meetings;
    private final Recorder recorder;

    ItemPaperResource(
            Papers papers,
            PublishPaper publishPaper,
            ShowPaper show,
            Meetings meetings,
            Recorder recorder) {
        this.papers = papers;
        this.publishPaper = publishPaper;
        this.show = show;
        this.meetings = meetings;
        this.recorder = recorder;
    }

    /// @param kind a report when left out
    /// @param scrutinyQuota the quota a scrutiny report counts for; the only one of the committee
    ///   on the day when left out
    /// @param backgroundYears years after the meeting in which background papers may be asked for;
    ///   without an end when left out
    /// @param exempt why the public may not read it; open when left out
    /// @param link where its content is, unless it is uploaded
    /// @param publishedOn today when left out
    @Schema(name = "PaperToPublish")
    record ToPublish(
            @NotNull @Valid FrontSheet frontSheet,
            @Nullable PaperKind kind,
            @Nullable String scrutinyQuota,
            @Min(0) @Max(100) @Nullable Integer backgroundYears,
            @Nullable @Valid ToExempt exempt,
            @Nullable @Valid LinkToContent link,
            @Nullable LocalDate publishedOn,
            @Nullable Provenance provenance) {}

    /// @param paragraph of Part 1 of Schedule 12A to the Local Government Act 1972
    @Schema(name = "ExemptionOfPaper")
    record ToExempt(@Min(1) @Max(7) int paragraph, @NotBlank String reason) {}

    @Schema(name = "LinkToContent")
    record LinkToContent(
            @NotBlank @Pattern(regexp = "https://\\S+") String url,
            @NotBlank @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @NotBlank @Pattern(regexp = "[a-z]+/[a-z0-9.+-]+") String mediaType) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a paper with an item of an agenda",
            description =
                    "The front sheet names posts, never people: an e-mail address or a telephone"
                            + " number is refused. A paper published with fewer than five clear"
                            + " days before the meeting is `late`.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "A report", ref = "paper")))
    @APIResponseSchema(value = PaperView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such meeting, item or quota")
    @APIResponse(
            responseCode = "422",
            description =
                    "PERSONAL_DATA, IN_THE_FUTURE, NOT_A_SCRUTINY_REPORT, QUOTA_OF_ANOTHER_BODY,"
                            + " OUTSIDE_THE_QUOTA")
    public Response publish(
            @PathParam("meeting") String meeting,
            @PathParam("item") int item,
            @NotNull @Valid ToPublish request) {
        var exempt = request.exempt;
        var link = request.link;
        var paper =
                publishPaper.handle(
                        meeting,
                        item,
                        new PublishPaper.Publication(
                                request.frontSheet,
                                request.kind == null ? PaperKind.REPORT : request.kind,
                                request.scrutinyQuota,
                                request.backgroundYears,
                                exempt == null
                                        ? null
                                        : new Exemption(exempt.paragraph, exempt.reason),
                                request.publishedOn,
                                recorder.provenance(request.provenance)),
                        link == null
                                ? null
                                : new PublishPaper.Link(link.url, link.sha256, link.mediaType));
        return PaperResource.answer(
                Response.created(URI.create("/api/governance/v1/papers/" + paper.id)),
                show.of(paper));
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List the papers of an item",
            description = "Exempt ones are listed to those who may read them.")
    public Page<PaperView> list(@PathParam("meeting") String meeting, @PathParam("item") int item) {
        var found = meetings.require(meeting);
        recorder.requireReading(found.locality(), "meeting", meeting);
        found.requireItem(item);
        return Page.of(
                        papers.inPlaces(
                                Set.of(found.locality()),
                                show.exemptPlaces(),
                                Papers.Wanted.onItem(found.id(), item),
                                "",
                                Page.MAX_LIMIT),
                        Page.MAX_LIMIT,
                        paper -> paper.reference)
                .map(show.briefly());
    }
}
