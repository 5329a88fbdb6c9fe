package locality.governance.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

/// How an entry goes up and is answered, over HTTP.
@Path("/api/governance/v1/register-entries/{registerEntry}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registers")
class EscalationResource {

    private final StepEntry stepEntry;
    private final ShowRegister show;
    private final Recorder recorder;

    EscalationResource(StepEntry stepEntry, ShowRegister show, Recorder recorder) {
        this.stepEntry = stepEntry;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param to a body above the one that has it; the first of them when left out
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterEscalation")
    record Escalation(
            @Nullable String to,
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param nextReviewOn when it is looked at next; as it was when left out
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterAcceptance")
    record Acceptance(
            @Nullable LocalDate nextReviewOn,
            @Nullable String note,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "RegisterReturn")
    record SendingBack(
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/escalate")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Hand an entry to the body above",
            description =
                    "One step along ACCOUNTABLE_TO. It stays with its body until the one above"
                            + " accepts it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-reason")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOWHERE_TO_ESCALATE, NOT_THE_BODY_ABOVE, STEP_OUT_OF_ORDER, IN_THE_FUTURE,"
                            + " PERSONAL_DATA")
    public Response escalate(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Escalation said) {
        return answer(
                stepEntry.escalate(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.to,
                        said.reason));
    }

    @POST
    @Path("/accept")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Accept an entry for the body above: it is now its own",
            description = "Whether it goes further by itself is for that body's own rule.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "acceptance")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "NOT_LATER, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response accept(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Acceptance said) {
        return answer(
                stepEntry.accept(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.nextReviewOn,
                        said.note));
    }

    @POST
    @Path("/return")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Return an entry to the body that handed it up, with a reason",
            description =
                    "It goes up again by itself only with a higher score, or when its next review"
                            + " is missed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-reason")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response sendBack(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SendingBack said) {
        return answer(
                stepEntry.sendBack(
                        at(entry, ifMatch, said.effectiveOn, said.provenance), said.reason));
    }

    private static StepEntry.At at(
            String entry,
            @Nullable String ifMatch,
            @Nullable LocalDate on,
            @Nullable Provenance provenance) {
        return new StepEntry.At(entry, ifMatch, on, provenance);
    }

    private Response answer(RegisterEntry entry) {
        return RegisterEntryResource.answer(
                Response.ok(), entry, show.whole(entry, entry.last(), recorder.today()));
    }
}
