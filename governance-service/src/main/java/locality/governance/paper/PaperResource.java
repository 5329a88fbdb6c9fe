package locality.governance.paper;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.decision.DecisionRegister;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Papers over HTTP, whichever item they are put with.
@Path("/api/governance/v1/papers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Papers")
class PaperResource {

    private final Papers papers;
    private final PublishPaper publishPaper;
    private final ShowPaper show;
    private final Meetings meetings;
    private final BodyRegister bodies;
    private final DecisionRegister decisions;
    private final Recorder recorder;

    PaperResource(
            Papers papers,
            PublishPaper publishPaper,
            ShowPaper show,
            Meetings meetings,
            BodyRegister bodies,
            DecisionRegister decisions,
            Recorder recorder) {
        this.papers = papers;
        this.publishPaper = publishPaper;
        this.show = show;
        this.meetings = meetings;
        this.bodies = bodies;
        this.decisions = decisions;
        this.recorder = recorder;
    }

    /// @param until the last day they may be asked for, null for no end
    @Schema(name = "BackgroundPapers")
    record Background(
            String paper, @Nullable LocalDate until, List<FrontSheet.BackgroundPaper> items) {}

    /// What a list may be narrowed to.
    static class Filter {
        @QueryParam("meeting")
        @Nullable String meeting;

        @QueryParam("body")
        @Nullable String body;

        @Parameter(description = "Papers on the items this decision was tabled as")
        @QueryParam("decision")
        @Nullable String decision;

        @QueryParam("kind")
        @Nullable PaperKind kind;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List papers, in the order of their references, or export them as CSV",
            description =
                    "With `decision`, the papers that led to it. Exempt ones are listed to those"
                            + " who may read them.")
    public Page<PaperView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @BeanParam Filter filter,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return Page.of(found(locality, filter, after, limit), limit, paper -> paper.reference)
                .map(show.briefly());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List papers, in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality, @BeanParam Filter filter) {
        var shown = found(locality, filter, "", Page.ALL).stream().map(show.briefly()).toList();
        return Spreadsheet.named("papers", PaperView.csv(shown));
    }

    private List<Paper> found(@Nullable Locality locality, Filter filter, String after, int limit) {
        var wanted =
                new Papers.Wanted(
                        filter.meeting == null ? null : meeting(filter.meeting),
                        null,
                        filter.body == null
                                ? null
                                : bodies.require(filter.body, recorder.today()).id(),
                        filter.decision == null ? null : decisions.require(filter.decision),
                        filter.kind);
        return papers.inPlaces(recorder.shown(locality), show.exemptPlaces(), wanted, after, limit);
    }

    private UUID meeting(String idOrReference) {
        var meeting = meetings.require(idOrReference);
        recorder.requireReading(meeting.locality(), "meeting", idOrReference);
        return meeting.id();
    }

    @GET
    @Path("/{paper:.+}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a paper with its front sheet and the versions of its content")
    @APIResponseSchema(PaperView.class)
    @APIResponse(responseCode = "403", description = "PAPER_EXEMPT, FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "MCR-HWBB-2014-05-14/2/P1") @PathParam("paper")
                    String idOrReference) {
        return answer(Response.ok(), show.of(show.require(idOrReference)));
    }

    @GET
    @Path("/{paper:.+}/background")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Show what a paper rests on, while its background papers may be asked for",
            description =
                    "Where a period is stated, access ends with it, so many years after the"
                            + " meeting; where none is, it does not end.")
    @APIResponseSchema(Background.class)
    @APIResponse(responseCode = "403", description = "PAPER_EXEMPT, FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "410", description = "BACKGROUND_ACCESS_ENDED, with the last day")
    public Response background(@PathParam("paper") String idOrReference) {
        var paper = show.require(idOrReference);
        return Response.ok(
                        new Background(
                                paper.reference, paper.backgroundUntil(), show.background(paper)))
                .build();
    }

    @GET
    @Path("/{paper:.+}/content")
    @Produces({Content.PDF, Content.MARKDOWN})
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Read the content of a paper, or be sent to where it is kept",
            description = "The last version, or the one that `number` says.")
    @APIResponse(responseCode = "200", description = "The bytes; ETag is their SHA-256")
    @APIResponse(responseCode = "303", description = "It is kept elsewhere: Location")
    @APIResponse(responseCode = "403", description = "PAPER_EXEMPT, FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such paper, or no content yet")
    public Response content(
            @PathParam("paper") String idOrReference,
            @QueryParam("number") @Min(1) @Nullable Integer number) {
        var shown = show.content(idOrReference, number);
        if (shown.content().link() != null) {
            return Response.seeOther(URI.create(shown.content().link())).build();
        }
        return Response.ok(shown.bytes(), shown.content().mediaType())
                .header(HttpHeaders.ETAG, "\"%s\"".formatted(shown.content().sha256()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(fileName(shown)))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("/{paper:.+}/content")
    @Idempotent
    @Consumes({Content.PDF, Content.MARKDOWN})
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Upload the content of a paper, up to 10 MB",
            description = "Each upload is a version of its own; earlier ones are kept.")
    @RequestBody(
            content = {
                @org.eclipse.microprofile.openapi.annotations.media.Content(
                        mediaType = Content.PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @org.eclipse.microprofile.openapi.annotations.media.Content(
                        mediaType = Content.MARKDOWN,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "A short report", ref = "paper-markdown"))
            })
    @APIResponseSchema(value = PaperView.class, responseCode = "201")
    @APIResponse(
            responseCode = "422",
            description = "CONTENT_TOO_LARGE, CONTENT_NOT_AS_SAID, CONTENT_DIFFERS")
    public Response upload(
            @PathParam("paper") String idOrReference,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Of the bytes; what differs from it is refused")
                    @QueryParam("sha256")
                    @Pattern(regexp = "[0-9a-f]{64}")
                    @Nullable String sha256,
            @NotNull byte[] bytes) {
        var mediaType = contentType.startsWith(Content.PDF) ? Content.PDF : Content.MARKDOWN;
        var paper = publishPaper.upload(idOrReference, ifMatch, mediaType, bytes, sha256);
        return answer(
                Response.created(
                        URI.create("/api/governance/v1/papers/%s/content".formatted(paper.id))),
                show.of(paper));
    }

    private static String fileName(ShowPaper.Shown shown) {
        return "%s-%d.%s"
                .formatted(
                        shown.paper().reference.replace('/', '-'),
                        shown.content().number(),
                        shown.content().mediaType().equals(Content.PDF) ? "pdf" : "md");
    }

    static Response answer(Response.ResponseBuilder builder, PaperView paper) {
        return builder.entity(paper)
                .header(HttpHeaders.ETAG, new EntityTag(paper.version()))
                .build();
    }
}
