package locality.governance.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import locality.governance.action.Due;
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

/// What is left to do at a gateway, and what was learnt at it, over HTTP.
@Path("/api/governance/v1/gateways/{gateway}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gateways")
class ConditionResource {

    private final ChangeGateway change;
    private final ShowGateways show;
    private final Recorder recorder;

    ConditionResource(ChangeGateway change, ShowGateways show, Recorder recorder) {
        this.change = change;
        this.show = show;
        this.recorder = recorder;
    }

    /// @param dueOn a day (`2018-09-30`) or a month (`2018-09`: by its last day)
    /// @param covers the code of a criterion of the due diligence that is Red
    /// @param effectiveOn the day it was made a condition; today when left out
    @Schema(name = "GatewayConditionToAdd")
    record ToAdd(
            @NotBlank @Size(max = 2000) String text,
            @NotBlank String dueOn,
            @Size(max = 500) @Nullable String covers,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {

        ChangeGateway.ToAgree said() {
            return new ChangeGateway.ToAgree(text, Due.of(dueOn, null, null), covers);
        }
    }

    /// @param evidence what shows that it was met: a document, a reference
    /// @param effectiveOn the day it was met; today when left out
    @Schema(name = "GatewayConditionMet")
    record ToMeet(@NotBlank @Size(max = 2000) String evidence, @Nullable LocalDate effectiveOn) {}

    /// @param effectiveOn the day it was learnt; today when left out
    @Schema(name = "GatewayLessonToLearn")
    record ToLearn(
            @NotBlank @Size(max = 2000) String text,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/conditions")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Add a condition to a gateway: a line of its SDIP",
            description =
                    "A gateway that was passed with conditions still takes some: its service"
                            + " development and improvement plan (SDIP) may be made after it. One"
                            + " that was passed without takes none.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "By a month", ref = "gateway-condition")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "409", description = "TAKES_NO_CONDITIONS")
    @APIResponse(
            responseCode = "422",
            description =
                    "DUE_NOT_A_DATE, IN_THE_FUTURE, NO_DUE_DILIGENCE, NO_SUCH_CRITERION,"
                            + " CRITERION_UNCLEAR, PERSONAL_DATA")
    public Response add(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToAdd request) {
        var at = at(gateway, ifMatch, request.effectiveOn, request.provenance);
        return answer(change.agree(at, request.said()));
    }

    @POST
    @Path("/conditions/{condition}/met")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Record that a condition of a gateway was met, with what shows it")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "What shows it",
                                            ref = "gateway-condition-met")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such gateway or condition")
    @APIResponse(responseCode = "409", description = "CONDITION_MET already")
    @APIResponse(
            responseCode = "422",
            description = "STEP_OUT_OF_ORDER, IN_THE_FUTURE, PERSONAL_DATA")
    public Response met(
            @PathParam("gateway") String gateway,
            @PathParam("condition") int condition,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToMeet request) {
        var at = at(gateway, ifMatch, request.effectiveOn, null);
        return answer(change.meet(at, condition, request.evidence));
    }

    @POST
    @Path("/lessons")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Write down what was learnt at a gateway, for the next")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "A lesson", ref = "gateway-lesson")))
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "422", description = "IN_THE_FUTURE, PERSONAL_DATA")
    public Response learn(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToLearn request) {
        var at = at(gateway, ifMatch, request.effectiveOn, request.provenance);
        return answer(change.learn(at, request.text));
    }

    private ChangeGateway.At at(
            String gateway,
            @Nullable String ifMatch,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {
        return new ChangeGateway.At(
                gateway, ifMatch, recorder.day(effectiveOn, null), recorder.provenance(provenance));
    }

    private Response answer(Gateway gateway) {
        return GatewayResource.answer(Response.ok(), show.now(gateway));
    }
}
