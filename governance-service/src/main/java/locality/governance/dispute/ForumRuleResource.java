package locality.governance.dispute;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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

/// The rules of forums for resolving conflict, over HTTP.
@Path("/api/governance/v1/bodies/{body}/dispute-rule")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Disputes")
class ForumRuleResource {

    private final FollowDispute followDispute;
    private final Recorder recorder;

    ForumRuleResource(FollowDispute followDispute, Recorder recorder) {
        this.followDispute = followDispute;
        this.recorder = recorder;
    }

    /// @param daysBetweenSteps calendar days it may let pass between two steps of a dispute
    /// @param effectiveOn today when left out
    @Schema(name = "DisputeRuleToSet")
    record ToSet(
            @Min(1) @Max(3650) int daysBetweenSteps,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "DisputeRule")
    record RuleView(
            String body, int daysBetweenSteps, LocalDate effectiveOn, Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Set how many days a forum may let pass between two steps of a dispute",
            description = "A dispute that is referred to it and waits longer is overdue.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "28 days", ref = "dispute-rule")))
    @APIResponseSchema(value = RuleView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(responseCode = "422", description = "RULE_OUT_OF_ORDER")
    public Response set(@PathParam("body") String body, @NotNull @Valid ToSet request) {
        var rule =
                followDispute.rule(
                        body,
                        request.daysBetweenSteps,
                        recorder.day(request.effectiveOn, null),
                        recorder.provenance(request.provenance));
        return Response.status(Response.Status.CREATED)
                .entity(
                        new RuleView(
                                rule.bodyReference,
                                rule.daysBetweenSteps,
                                rule.effectiveOn,
                                rule.provenance))
                .build();
    }
}
