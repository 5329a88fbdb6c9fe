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
import locality.governance.body.BodyResource.PlaceToServe;
import locality.governance.body.BodyResource.StepCommand;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a body is called, which places it serves and how it stands to others, over HTTP.
@Path("/api/governance/v1/bodies/{body}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bodies")
class BodyRelationResource {

    private final ShowBody showBody;
    private final ChangeBody changeBody;
    private final RelateBody relateBody;
    private final Recorder recorder;

    BodyRelationResource(
            ShowBody showBody, ChangeBody changeBody, RelateBody relateBody, Recorder recorder) {
        this.showBody = showBody;
        this.changeBody = changeBody;
        this.relateBody = relateBody;
        this.recorder = recorder;
    }

    /// @param effectiveOn the first day it is called so
    @Schema(name = "NewName")
    record NewName(
            @NotBlank String name,
            @NotNull LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "RelationToRecord")
    record RelationToRecord(
            @NotNull Relation.Kind kind,
            @NotBlank String to,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day it no longer holds; today when left out
    @Schema(name = "RelationToEnd")
    record RelationToEnd(
            @NotNull Relation.Kind kind,
            @NotBlank String to,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/names")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Rename a body from a day",
            description =
                    "Before that day it is shown by its former name, and it is found by any of"
                            + " them.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Renamed", ref = "name")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "422", description = "NAME_OUT_OF_ORDER")
    public Response rename(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewName request) {
        var name =
                new Name(
                        request.name, request.effectiveOn, recorder.provenance(request.provenance));
        return answer(changeBody.rename(body, ifMatch, name), request.effectiveOn);
    }

    @POST
    @Path("/places")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Let a body serve another place",
            description =
                    "It is shown and read there on those days; writing stays with the secretaries"
                            + " of its own place.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "A second place", ref = "place")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "PLACE_ALREADY_SERVED")
    @APIResponse(responseCode = "422", description = "OWN_PLACE, ENDS_BEFORE_IT_BEGINS")
    public Response serve(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PlaceToServe request) {
        var place =
                new ServedPlace(
                        request.locality(),
                        new Period(request.from(), request.until()),
                        recorder.provenance(request.provenance()));
        return answer(changeBody.serve(body, ifMatch, place), request.from());
    }

    @POST
    @Path("/places/{place}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "From a day, a body no longer serves another place")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "422", description = "PLACE_NOT_SERVED")
    public Response leave(
            @PathParam("body") String body,
            @PathParam("place") Locality place,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepCommand request) {
        var day = recorder.day(request.effectiveOn(), null);
        var source = recorder.provenance(request.provenance());
        return answer(changeBody.leave(body, ifMatch, place, day, source), day);
    }

    @POST
    @Path("/relations")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Relate a body to another")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "Its parent", ref = "relation")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "409", description = "ALREADY_RELATED")
    @APIResponse(
            responseCode = "422",
            description = "ACCOUNTABLE_IN_A_CIRCLE, ENDS_BEFORE_IT_BEGINS")
    public Response relate(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RelationToRecord request) {
        var related =
                relateBody.handle(
                        body,
                        ifMatch,
                        request.kind,
                        request.to,
                        new Period(request.from, request.until),
                        recorder.provenance(request.provenance));
        return answer(related, request.from);
    }

    @POST
    @Path("/relations/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End how a body stands to another, from a day")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "From a day", ref = "relation-end")))
    @APIResponseSchema(BodyView.class)
    @APIResponse(responseCode = "422", description = "NOT_RELATED")
    public Response unrelate(
            @PathParam("body") String body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RelationToEnd request) {
        var day = recorder.day(request.effectiveOn, null);
        var unrelated =
                relateBody.end(
                        body,
                        ifMatch,
                        request.kind,
                        request.to,
                        day,
                        recorder.provenance(request.provenance));
        return answer(unrelated, day);
    }

    private Response answer(Body body, LocalDate on) {
        return BodyResource.answer(Response.ok(), showBody.on(on, body));
    }
}
