package locality.governance.decision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Decisions over HTTP.
@Path("/api/governance/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Decisions", description = "What bodies decided, whether it binds, and the evidence")
class DecisionResource {

    private final Decisions decisions;
    private final ShowDecision show;
    private final BodyRegister bodies;
    private final Recorder recorder;

    DecisionResource(
            Decisions decisions, ShowDecision show, BodyRegister bodies, Recorder recorder) {
        this.decisions = decisions;
        this.show = show;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List decisions, in the order of their references",
            description =
                    "`state` finds what waits: DEFERRED and PROPOSED to be tabled again, REFERRED"
                            + " for the parent's meeting, CARRIED and CALLED_IN for scrutiny."
                            + " `forNoting` names a body and finds what officers decided with its"
                            + " power that it is still to note: everything urgent, and what its"
                            + " terms call key, or everything where they call nothing so. It is"
                            + " noted by a NOTE whose subject is the decision.")
    public Page<DecisionView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("state") @Nullable DecisionState state,
            @QueryParam("forNoting") @Nullable String forNoting,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        var found =
                forNoting == null
                        ? decisions.inPlaces(recorder.shown(locality), of, state, after, limit)
                        : decisions.forNoting(
                                recorder.shown(locality),
                                bodies.require(forNoting, recorder.today()).id(),
                                after,
                                limit);
        return Page.of(found, limit, decision -> decision.reference).map(show.among(found));
    }

    @GET
    @Path("/{decision:.+}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a decision with its frozen evidence")
    @APIResponseSchema(DecisionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(
                            description =
                                    "Its id, or the reference of its item; of an item it was"
                                            + " deferred at, what became of it there",
                            example = "MCR-HWBB-2014-05-14/3")
                    @PathParam("decision")
                    String idOrReference) {
        var decision = show.require(idOrReference);
        return Response.ok(decision)
                .header(HttpHeaders.ETAG, new EntityTag(decision.version()))
                .build();
    }
}
