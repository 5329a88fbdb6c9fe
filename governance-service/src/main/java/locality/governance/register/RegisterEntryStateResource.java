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

/// What becomes of an entry, over HTTP.
@Path("/api/governance/v1/register-entries/{registerEntry}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registers")
class RegisterEntryStateResource {

    private final StepEntry stepEntry;
    private final ShowRegister show;
    private final Recorder recorder;

    RegisterEntryStateResource(StepEntry stepEntry, ShowRegister show, Recorder recorder) {
        this.stepEntry = stepEntry;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param until the last day it is lived with; it is open again the day after
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterTolerance")
    record Tolerance(
            @NotNull LocalDate until,
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param title of what came of it; its own when left out
    /// @param effectiveOn today when left out
    @Schema(name = "RegisterCameTrue")
    record CameTrue(
            @Nullable String title,
            @Nullable String note,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "RegisterClosing")
    record Closing(
            @NotBlank String note,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn today when left out
    @Schema(name = "RegisterReopening")
    record Reopening(
            @NotBlank String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/tolerate")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Live with an entry until a day")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "tolerance")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "NOT_LATER, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response tolerate(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Tolerance said) {
        return answer(
                stepEntry.tolerate(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.until,
                        said.reason));
    }

    @POST
    @Path("/materialise")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record that a risk has happened",
            description = "There is an issue from then on, which its body has; `causes` names it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "materialising")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "WRONG_KIND, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response materialise(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CameTrue said) {
        return answer(
                stepEntry.materialise(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.title,
                        said.note));
    }

    @POST
    @Path("/fail")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record that an assumption does not hold",
            description = "There is a risk from then on, which its body has; `causes` names it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "failing")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "WRONG_KIND, STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response fail(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CameTrue said) {
        return answer(
                stepEntry.fail(
                        at(entry, ifMatch, said.effectiveOn, said.provenance),
                        said.title,
                        said.note));
    }

    @POST
    @Path("/close")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Close an entry")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-close")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response close(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Closing said) {
        return answer(
                stepEntry.close(at(entry, ifMatch, said.effectiveOn, said.provenance), said.note));
    }

    @POST
    @Path("/reopen")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Open an entry again that is closed or tolerated")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "entry-reason")))
    @APIResponseSchema(EntryView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response reopen(
            @PathParam("registerEntry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reopening said) {
        return answer(
                stepEntry.reopen(
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
