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

/// How an entry is looked after, over HTTP: scored, controlled, reviewed.
@Path("/api/governance/v1/register-entries/{registerEntry}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registers")
class RegisterEntryStepResource {

    private final StepEntry stepEntry;
    private final ShowRegister show;
    private final Recorder recorder;

    RegisterEntryStepResource(StepEntry stepEntry, ShowRegister show, Recorder recorder) {
        this.stepEntry = stepEntry;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param inherent left as it is when left out; `{}` takes the score away
    /// @param residual left as it is when left out; `{}` takes the score away
    /// @param target left as it is when left out; `{}` takes the score away
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterScoring")
    record Scoring(
            @Nullable GivenScore inherent,
            @Nullable GivenScore residual,
            @Nullable GivenScore target,
            @Nullable String note,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param number of the control that is said anew, from 1; a new one when left out
    /// @param effective whether it works; left out while nobody tested it
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterControlling")
    record Controlling(
            @Nullable Integer number,
            @NotBlank String text,
            @Nullable String post,
            @Nullable Boolean effective,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param nextReviewOn when it is looked at next; no day when left out
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterReview")
    record Review(
            @Nullable LocalDate nextReviewOn,
            @Nullable String note,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param post who looks after it from now on; nobody when left out
    /// @param organisation whose it is from now on; nobody's when left out
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterAssignment")
    record Assignment(
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/score")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Score an entry: likelihood and impact, each 1 to 5")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "15", ref = "scoring")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description =
                    "SCORE_OUT_OF_RANGE, NOTHING_SCORED, STEP_OUT_OF_ORDER, IN_THE_FUTURE,"
                            + " PERSONAL_DATA")
    public Response score(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Scoring said) {
        return answer(
                stepEntry.score(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        RegisterEntryResource.scores(said.inherent, said.residual, said.target),
                        said.note));
    }

    @POST
    @Path("/control")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add a control to an entry, or say whether one works")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "New", ref = "controlling")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "NO_SUCH_CONTROL, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response control(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Controlling said) {
        return answer(
                stepEntry.control(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.number,
                        new Control(said.text, said.post, said.effective)));
    }

    @POST
    @Path("/review")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record that an entry was reviewed, and when it is next")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-review")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "NOT_LATER, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response review(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Review said) {
        return answer(
                stepEntry.review(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.nextReviewOn,
                        said.note));
    }

    @POST
    @Path("/assign")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Say who looks after an entry")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "assignment")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "UNKNOWN_ORGANISATION, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response assign(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Assignment said) {
        return answer(
                stepEntry.assign(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.post,
                        said.organisation));
    }

    @POST
    @Path("/link")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Link an entry to another, a decision, a milestone or an agreement")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-link")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such entry, or nothing there")
    @APIResponse(responseCode = "409", description = "LINKED_ALREADY")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "422", description = "LINKED_TO_ITSELF")
    public Response link(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Link link) {
        return answer(stepEntry.link(at(entry, ifMatch, null, null), link));
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
