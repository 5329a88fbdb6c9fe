package locality.governance.post;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Posts over HTTP.
@Path("/api/governance/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Posts",
        description = "Posts on any date: whose they are, who holds them, to whom they report")
class PostResource {

    private final ChangePost changePost;
    private final ImportPosts importPosts;
    private final PostsOnDate postsOnDate;
    private final Recorder recorder;

    PostResource(
            ChangePost changePost,
            ImportPosts importPosts,
            PostsOnDate postsOnDate,
            Recorder recorder) {
        this.changePost = changePost;
        this.importPosts = importPosts;
        this.postsOnDate = postsOnDate;
        this.recorder = recorder;
    }

    /// @param organisations whose post it is, by code; several for a joint post
    /// @param reportsTo posts or bodies, by id or reference; several for dual reporting
    /// @param from its first day; today when left out
    /// @param until its last day, for a post for a time
    /// @param holder who holds it; vacant when left out
    @Schema(name = "PostToCreate")
    record ToCreate(
            @Pattern(regexp = Spelling.REFERENCE) @Nullable String reference,
            @NotBlank String title,
            @Nullable PostKind kind,
            @NotEmpty List<@NotBlank String> organisations,
            @Nullable List<@NotBlank String> reportsTo,
            @NotNull Locality locality,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Valid ToAppoint holder,
            @Nullable Provenance provenance) {}

    /// @param from the first day; the post's own, or today, when left out
    /// @param until the last day
    @Schema(name = "HolderToAppoint")
    record ToAppoint(
            @NotBlank String personReference,
            @Nullable Boolean acting,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {

        ChangePost.ToAppoint appointment(LocalDate when, Provenance source) {
            return new ChangePost.ToAppoint(
                    personReference,
                    Boolean.TRUE.equals(acting),
                    new Period(from == null ? when : from, until),
                    source);
        }
    }

    /// A page of posts, for the OpenAPI document.
    @Schema(name = "PostPage")
    record PostPage(List<PostView> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Produces({MediaType.APPLICATION_JSON, Spreadsheet.CSV})
    @Operation(
            summary = "List the posts there are on a date",
            description =
                    "In the order of their references, with whoever holds them that day. `vacant`"
                            + " finds those that nobody holds substantively, or that somebody does."
                            + " As CSV all of them, whatever the page, in the columns that are"
                            + " taken in.")
    @APIResponse(
            responseCode = "200",
            description = "A page of posts, or all as a spreadsheet",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PostPage.class)),
                @Content(mediaType = Spreadsheet.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("kind") @Nullable PostKind kind,
            @QueryParam("vacant") @Nullable Boolean vacant,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var places = recorder.shown(locality);
        var wanted = new Posts.Wanted(organisation, kind, vacant);
        if (Spreadsheet.isAskedFor(headers.getHeaderString(HttpHeaders.ACCEPT))) {
            var all = postsOnDate.list(day, places, wanted, "", Page.ALL);
            return Spreadsheet.named("posts", PostTable.write(all, day.equals(recorder.today())));
        }
        var page =
                Page.of(
                        postsOnDate.list(day, places, wanted, after, limit),
                        limit,
                        PostView::reference);
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/{post}")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Show a post as it was on a date, as far as was known at a moment",
            description =
                    "With what else its holders hold that day, posts and seats. What is answered"
                        + " for a `knownAt` never changes, but for the seats and the version, which"
                        + " are today's; a `knownAt` that lies ahead is answered as of now, and the"
                        + " answer says which moment that is.")
    @APIResponseSchema(PostView.class)
    @APIResponse(responseCode = "400", description = "MALFORMED")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "ROC-JOINT-AO") @PathParam("post") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @Parameter(
                            description = "An instant; now when left out",
                            example = "2018-05-14T12:00:00Z")
                    @QueryParam("knownAt")
                    @Nullable String knownAt) {
        var day = recorder.day(on, effectiveAt);
        var moment = knownAt == null ? null : instant(knownAt);
        return answer(Response.ok(), postsOnDate.asKnown(idOrReference, day, moment));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put a post on record, or a spreadsheet of them",
            description =
                    "Vacant, or with whoever holds it. A spreadsheet is recorded whole or not at"
                            + " all and needs an Idempotency-Key; columns reference,title,kind,"
                            + "organisations,locality,from and, if wanted, until,reportsTo"
                            + " (semicolons between),holder,acting,holderFrom,holderUntil,version."
                            + " The export of today is edited and sent back: a row with a"
                            + " `version` changes title and kind of that post, or nothing where it"
                            + " says what is on record.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToCreate.class),
                        examples = @ExampleObject(name = "A joint post", ref = "post")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two posts", ref = "posts-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(schema = @Schema(oneOf = {PostView.class, SheetOfRecord.Taken.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no post or body to report to")
    @APIResponse(responseCode = "409", description = "POST_REFERENCE_TAKEN")
    @APIResponse(responseCode = "412", description = "STALE_ROWS: each by its line")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDS_BEFORE_IT_BEGINS, OUTSIDE_THE_POST, UNKNOWN_ORGANISATION, PERSONAL_DATA;"
                            + " ROWS_REFUSED: each row at fault by its line, with its code, as"
                            + " NOT_IN_A_SPREADSHEET, ROW_NAMED_TWICE")
    public Response create(@NotNull @Valid ToCreate request) {
        var source = recorder.provenance(request.provenance);
        var from = recorder.day(request.from, null);
        var post =
                changePost.create(
                        new ChangePost.ToCreate(
                                request.reference,
                                request.title,
                                request.kind == null ? PostKind.OTHER : request.kind,
                                request.locality,
                                new Period(from, request.until),
                                request.organisations,
                                request.reportsTo == null ? List.of() : request.reportsTo,
                                request.holder == null
                                        ? null
                                        : request.holder.appointment(from, source),
                                source));
        return answer(
                Response.created(URI.create("/api/governance/v1/posts/" + post.id)),
                postsOnDate.view(post, from));
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Put a spreadsheet of posts on record")
    public Response importCsv(String csv) {
        return Response.status(Response.Status.CREATED).entity(importPosts.handle(csv)).build();
    }

    /// Whoever takes anything gets JSON.
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new Malformed("knownAt is an instant as in 2018-05-14T12:00:00Z, not " + text);
        }
    }

    static Response answer(Response.ResponseBuilder builder, PostView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }
}
