package locality.governance.body;

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
import locality.governance.body.BodyResource.StepCommand;
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

/// The life of a body over HTTP, from its shadow form to whoever takes over from it.
@Path("/api/governance/v1/bodies/{body}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bodies")
class BodyLifeResource {

    private final ShowBody showBody;
    private final ChangeBody changeBody;
    private final SucceedBody succeedBody;
    private final Recorder recorder;

    BodyLifeResource(
            ShowBody showBody, ChangeBody changeBody, SucceedBody succeedBody, Recorder recorder) {
        this.showBody = showBody;
        this.changeBody = changeBody;
        this.succeedBody = succeedBody;
        this.recorder = recorder;
    }

    /// @param sunsetOn the first day it is no more
    @Schema(name = "SunsetCommand")
    record SunsetCommand(@NotNull LocalDate sunsetOn, @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day the successor takes over
    /// @param alongside whether the body goes on beside it; no when left out
    @Schema(name = "SuccessionToRecord")
    record SuccessionToRecord(
            @NotBlank String successor,
            @NotNull LocalDate effectiveOn,
            @Nullable Boolean alongside,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/shadow")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Let a body meet in shadow form: it binds only under a delegation")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    public Response shadow(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepCommand request) {
        return become(body, ifMatch, BodyState.SHADOW, request);
    }

    @POST
    @Path("/establish")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Establish a body")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    public Response establish(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepCommand request) {
        return become(body, ifMatch, BodyState.ESTABLISHED, request);
    }

    @POST
    @Path("/dissolve")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Dissolve a body: from that day it decides nothing",
            description =
                    "The delegations from it and to it end that day, and what was passed on from"
                            + " them and rests on nothing else.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    public Response dissolve(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepCommand request) {
        return become(body, ifMatch, BodyState.DISSOLVED, request);
    }

    @POST
    @Path("/sunset")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Limit a body's time: from that day it is dissolved",
            description =
                    "A later day takes the place of an earlier one until that has come. On its day"
                            + " the delegations from it and to it end, as with any dissolution.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "To a day", ref = "sunset")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION")
    @APIResponse(responseCode = "422", description = "STEP_OUT_OF_ORDER")
    public Response sunset(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SunsetCommand request) {
        var sunset = new Sunset(request.sunsetOn, recorder.provenance(request.provenance));
        return answer(changeBody.limit(body, ifMatch, sunset), recorder.today());
    }

    @POST
    @Path("/successions")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Let another body take over from this one",
            description =
                    "It is dissolved that day, unless it is already or goes on `alongside` its"
                            + " successor.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Its heir", ref = "succession")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "ALREADY_SUCCEEDED, ILLEGAL_TRANSITION")
    @APIResponse(
            responseCode = "422",
            description =
                    "SUCCEEDED_IN_A_CIRCLE, SUCCESSOR_DISSOLVED, DISSOLVED_LATER,"
                            + " STEP_OUT_OF_ORDER")
    public Response succeed(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SuccessionToRecord request) {
        var predecessor =
                succeedBody.handle(
                        body,
                        ifMatch,
                        request.successor,
                        request.effectiveOn,
                        Boolean.TRUE.equals(request.alongside),
                        recorder.provenance(request.provenance));
        return answer(predecessor, request.effectiveOn);
    }

    private Response become(
            String body, @Nullable String ifMatch, BodyState state, StepCommand request) {
        var day = recorder.day(request.effectiveOn(), null);
        var step = new Step(state, day, recorder.provenance(request.provenance()));
        return answer(changeBody.become(body, ifMatch, step), day);
    }

    private Response answer(Body body, LocalDate on) {
        return BodyResource.answer(Response.ok(), showBody.on(on, body));
    }
}
