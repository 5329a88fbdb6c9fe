package locality.governance.body;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Terms of reference over HTTP.
@Path("/api/governance/v1/bodies/{body}/terms-of-reference")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bodies")
class TermsResource {

    private final ShowBody showBody;
    private final ChangeBody changeBody;
    private final Recorder recorder;

    TermsResource(ShowBody showBody, ChangeBody changeBody, Recorder recorder) {
        this.showBody = showBody;
        this.changeBody = changeBody;
        this.recorder = recorder;
    }

    @Schema(name = "TermsToAdopt")
    record TermsToAdopt(
            @NotNull LocalDate effectiveOn,
            @Nullable List<String> remitFunctions,
            @NotNull QuorumRule quorum,
            @NotNull VotingRule votingRule,
            @Nullable String castingVote,
            @Nullable Boolean substitutesAllowed,
            @Min(0) @Nullable Integer noticeClearDays,
            @Nullable Frequency frequency,
            @Min(0) @Nullable Integer callInClearDays,
            @Nullable Pence keyDecisionFromPence,
            @Nullable LocalDate reviewOn,
            @Nullable String chair,
            @Nullable List<String> deputies,
            @Nullable Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Adopt a version of a body's terms of reference",
            description =
                    "The version in force on a meeting's day drives quorum, vote and remit, how"
                            + " often the body meets, what is a key decision and how long scrutiny"
                            + " may call one in. The seats it names are recorded first.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Terms", ref = "terms")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(
            responseCode = "422",
            description = "TERMS_OUT_OF_ORDER, UNKNOWN_FUNCTION, NO_SUCH_SEAT, KEY_VALUE_NEGATIVE")
    public Response adopt(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TermsToAdopt request) {
        var terms =
                new TermsOfReference(
                        request.effectiveOn,
                        request.remitFunctions == null ? List.of() : request.remitFunctions,
                        request.quorum,
                        request.votingRule,
                        request.castingVote,
                        Boolean.TRUE.equals(request.substitutesAllowed),
                        request.noticeClearDays,
                        request.frequency,
                        request.callInClearDays,
                        request.keyDecisionFromPence,
                        request.reviewOn,
                        request.chair,
                        request.deputies == null ? List.of() : request.deputies,
                        recorder.provenance(request.provenance),
                        null);
        var adopted = changeBody.adopt(body, ifMatch, terms);
        return BodyResource.answer(Response.ok(), showBody.on(request.effectiveOn, adopted));
    }
}
