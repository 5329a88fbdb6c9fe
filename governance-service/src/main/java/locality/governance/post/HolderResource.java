package locality.governance.post;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What becomes of a post, over HTTP: who holds it, to whom they report, its end.
@Path("/api/governance/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Posts")
class HolderResource {

    private final ChangePost changePost;
    private final PostsOnDate postsOnDate;
    private final Recorder recorder;

    HolderResource(ChangePost changePost, PostsOnDate postsOnDate, Recorder recorder) {
        this.changePost = changePost;
        this.postsOnDate = postsOnDate;
        this.recorder = recorder;
    }

    /// @param personReference may be left out when only one person holds it
    /// @param effectiveOn the first day they no longer hold it; today when left out
    @Schema(name = "HolderToRelease")
    record ToRelease(
            @Nullable String personReference,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param to posts or bodies, by id or reference; none for nobody
    /// @param effectiveOn the first day; today when left out
    @Schema(name = "ReportingLines")
    record ToReport(
            @NotNull List<@NotBlank String> to,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day there is no such post; today when left out
    @Schema(name = "PostToAbolish")
    record ToAbolish(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    @POST
    @Path("/{post}/holders")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Appoint somebody to a post",
            description =
                    "Substantively, one at a time, or acting. A person is an opaque reference,"
                            + " never a name.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "A holder", ref = "holder")))
    @APIResponseSchema(PostView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "POST_TAKEN")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS, OUTSIDE_THE_POST")
    public Response appoint(
            @PathParam("post") String post,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PostResource.ToAppoint request) {
        var source = recorder.provenance(request.provenance());
        var asked = request.appointment(recorder.today(), source);
        return answer(changePost.appoint(post, ifMatch, asked), asked.period().from());
    }

    @POST
    @Path("/{post}/holders/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End somebody's holding of a post: from that day they no longer hold it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(PostView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "NOBODY_HOLDS_IT, WHICH_HOLDER")
    public Response release(
            @PathParam("post") String post,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToRelease request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return answer(changePost.release(post, ifMatch, request.personReference, day, source), day);
    }

    @POST
    @Path("/{post}/reports-to")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say to whom the holder of a post reports from a day on",
            description = "To these posts and bodies, and from that day to nobody else.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "To two", ref = "reporting")))
    @APIResponseSchema(PostView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such post, or body")
    @APIResponse(responseCode = "422", description = "REPORTS_IN_A_CIRCLE, OUTSIDE_THE_POST")
    public Response report(
            @PathParam("post") String post,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToReport request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return answer(changePost.reportTo(post, ifMatch, request.to, day, source), day);
    }

    @POST
    @Path("/{post}/abolish")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Abolish a post: from that day there is none",
            description = "Whoever holds it or acts in it leaves with it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(PostView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "POST_ENDED_ALREADY, POST_TAKEN")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS")
    public Response abolish(
            @PathParam("post") String post,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAbolish request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return answer(changePost.abolish(post, ifMatch, day, source), day);
    }

    private Response answer(Post post, LocalDate on) {
        return PostResource.answer(Response.ok(), postsOnDate.view(post, on));
    }
}
