package locality.governance.standing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Deep dives over HTTP.
@Path("/api/governance/v1/deep-dives")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Standing items")
class DeepDiveResource {

    private final DeepDives deepDives;
    private final SetStanding setStanding;
    private final BodyRegister bodies;
    private final Recorder recorder;

    DeepDiveResource(
            DeepDives deepDives, SetStanding setStanding, BodyRegister bodies, Recorder recorder) {
        this.deepDives = deepDives;
        this.setStanding = setStanding;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param subject what the concern is about
    /// @param raisedOn today when left out
    @Schema(name = "DeepDiveToRaise")
    record ToRaise(
            @NotBlank String body,
            @NotBlank String concern,
            @Nullable @Valid SubjectOfConcern subject,
            @Nullable LocalDate raisedOn,
            @Nullable Provenance provenance) {}

    /// @param type `indicator`, `intervention`, `fund`, ...
    @Schema(name = "SubjectOfDeepDive")
    record SubjectOfConcern(@NotBlank String type, @NotBlank String id) {}

    /// @param meeting whose agenda has it, null while it waits
    @Schema(name = "DeepDive")
    record DeepDiveView(
            UUID id,
            String reference,
            String body,
            Locality locality,
            String concern,
            @Nullable SubjectOfConcern subject,
            LocalDate raisedOn,
            DeepDiveState state,
            @Nullable UUID meeting,
            @Nullable Integer item,
            Provenance provenance,
            long version) {

        static DeepDiveView of(DeepDive dive) {
            return new DeepDiveView(
                    dive.id,
                    dive.reference,
                    dive.bodyReference,
                    dive.locality,
                    dive.concern,
                    dive.subjectType == null || dive.subjectId == null
                            ? null
                            : new SubjectOfConcern(dive.subjectType, dive.subjectId),
                    dive.raisedOn,
                    dive.state,
                    dive.meetingId,
                    dive.item,
                    dive.provenance,
                    dive.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List deep dives, in the order of their references")
    public Page<DeepDiveView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("state") @Nullable DeepDiveState state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        return Page.of(
                        deepDives.inPlaces(recorder.shown(locality), of, state, after, limit),
                        limit,
                        dive -> dive.reference)
                .map(DeepDiveView::of);
    }

    @GET
    @Path("/{deepDive}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a deep dive and the item of the agenda it is on")
    @APIResponseSchema(DeepDiveView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "ROC-ICB-DD-1") @PathParam("deepDive") String idOrReference) {
        var dive = deepDives.require(idOrReference);
        recorder.requireReading(dive.locality, "deep dive", idOrReference);
        return answer(Response.ok(), dive);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Raise a deep dive from a concern",
            description =
                    "It is put on the agenda of the body's next meeting that is planned, or waits"
                            + " for one: RAISED, PLACED, and HELD when that meeting closes. One"
                            + " whose meeting is cancelled goes to the next.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "deep-dive")))
    @APIResponseSchema(value = DeepDiveView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(responseCode = "422", description = "IN_THE_FUTURE, PERSONAL_DATA")
    public Response raise(@NotNull @Valid ToRaise request) {
        var subject = request.subject;
        var dive =
                setStanding.raise(
                        new SetStanding.Concern(
                                request.body,
                                request.concern,
                                subject == null ? null : subject.type,
                                subject == null ? null : subject.id,
                                request.raisedOn,
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/deep-dives/" + dive.id)), dive);
    }

    private static Response answer(Response.ResponseBuilder builder, DeepDive dive) {
        return builder.entity(DeepDiveView.of(dive))
                .header(HttpHeaders.ETAG, new EntityTag(dive.version))
                .build();
    }
}
