package locality.governance.guidance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import locality.governance.guidance.AwaitedGuidance.Said;
import locality.governance.guidance.AwaitedGuidance.Status;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
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

/// Awaited guidance over HTTP.
@Path("/api/governance/v1/awaited-guidance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Guidance", description = "National guidance that plans wait for")
class GuidanceResource {

    private final Guidance guidance;
    private final FollowGuidance followGuidance;
    private final Recorder recorder;

    GuidanceResource(Guidance guidance, FollowGuidance followGuidance, Recorder recorder) {
        this.guidance = guidance;
        this.followGuidance = followGuidance;
        this.recorder = recorder;
    }

    /// @param status AWAITED when left out
    /// @param statedOn today when left out
    @Schema(name = "GuidanceToAwait")
    record ToAwait(
            @NotBlank @Pattern(regexp = Spelling.REFERENCE) String reference,
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Size(max = 200) String issuer,
            @Nullable Status status,
            @Nullable LocalDate statedOn,
            @Nullable Provenance provenance) {}

    /// @param statedOn the day the source says so of; today when left out
    @Schema(name = "GuidanceStatusToState")
    record ToState(
            @NotNull Status status,
            @Nullable LocalDate statedOn,
            @Nullable Provenance provenance) {}

    /// @param status null where sources contradict each other
    /// @param contradicted whether they do
    /// @param said all that sources say, in the order recorded
    @Schema(name = "AwaitedGuidance")
    record GuidanceView(
            UUID id,
            String reference,
            String title,
            String issuer,
            @Nullable Status status,
            boolean contradicted,
            List<Said> said,
            Provenance provenance,
            long version) {

        static GuidanceView of(AwaitedGuidance one, LocalDate on) {
            return new GuidanceView(
                    one.id,
                    one.reference,
                    one.title,
                    one.issuer,
                    one.agreedStatusOn(on),
                    one.statusOn(on).size() > 1,
                    List.copyOf(one.said),
                    one.provenance,
                    one.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List awaited guidance, with what sources say has become of it",
            description =
                    "`status` is what is said of the last day anything was said of; where sources"
                        + " contradict each other it is null, and `said` has them side by side.")
    public Page<GuidanceView> list(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        return Page.of(guidance.after(after, limit), limit, one -> one.reference)
                .map(one -> GuidanceView.of(one, day));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record guidance that is awaited")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Awaited", ref = "guidance")))
    @APIResponseSchema(value = GuidanceView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: you do not write for all of GM")
    @APIResponse(responseCode = "409", description = "GUIDANCE_REFERENCE_TAKEN")
    public Response await(@NotNull @Valid ToAwait request) {
        var source = recorder.provenance(request.provenance);
        var awaited =
                followGuidance.handle(
                        new AwaitedGuidance(
                                request.reference, request.title, request.issuer, source),
                        new Said(
                                request.status == null ? Status.AWAITED : request.status,
                                recorder.day(request.statedOn, null),
                                source));
        return answer(
                Response.created(
                        URI.create("/api/governance/v1/awaited-guidance/" + awaited.reference)),
                awaited);
    }

    @POST
    @Path("/{reference}/status")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record what a source says has become of awaited guidance",
            description = "Beside what others say; nothing is overwritten.")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "Published", ref = "guidance-status")))
    @APIResponseSchema(GuidanceView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "GUIDANCE_STATUS_SAID_ALREADY")
    public Response say(
            @PathParam("reference") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToState request) {
        return answer(
                Response.ok(),
                followGuidance.say(
                        reference,
                        ifMatch,
                        new Said(
                                request.status,
                                recorder.day(request.statedOn, null),
                                recorder.provenance(request.provenance))));
    }

    private Response answer(Response.ResponseBuilder builder, AwaitedGuidance awaited) {
        return builder.entity(GuidanceView.of(awaited, recorder.today()))
                .header(HttpHeaders.ETAG, new EntityTag(awaited.version))
                .build();
    }
}
