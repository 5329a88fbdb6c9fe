package locality.intervention.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The parts of an intervention, by which it is seen how far it is mobilised.
@Path("/api/intervention/v1/interventions/{intervention}/components")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interventions")
@APIResponse(
        responseCode = "404",
        description = "NOT_FOUND: it is not there, or not in your localities")
@RunOnVirtualThread
class ComponentResource {

    private final ChangeIntervention change;
    private final InterventionViews views;
    private final CurrentCaller caller;

    ComponentResource(ChangeIntervention change, InterventionViews views, CurrentCaller caller) {
        this.change = change;
        this.views = views;
        this.caller = caller;
    }

    /// What is new of a component. What is not given stays as it is.
    @Schema(name = "ComponentProgress")
    record Progress(
            @Nullable LocalDate goLiveOn,
            @Schema(description = "When it went live; not in the future")
                    @Nullable LocalDate liveSince,
            @Min(0) @Max(100_000) @Nullable Integer postsToRecruit,
            @Min(0) @Max(100_000) @Nullable Integer postsRecruited) {

        Component on(Component before) {
            return new Component(
                    before.componentId(),
                    before.name(),
                    goLiveOn == null ? before.goLiveOn() : goLiveOn,
                    liveSince == null ? before.liveSince() : liveSince,
                    postsToRecruit == null ? before.postsToRecruit() : postsToRecruit,
                    postsRecruited == null ? before.postsRecruited() : postsRecruited);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Add a component")
    @APIResponse(
            responseCode = "200",
            description = "The intervention with it",
            content = @Content(schema = @Schema(implementation = InterventionView.class)))
    @APIResponse(responseCode = "409", description = "NO_LONGER_OPEN")
    @APIResponse(responseCode = "422", description = "LIVE_IN_THE_FUTURE or OVER_RECRUITED")
    public Response addComponent(
            @PathParam("intervention") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewComponent asked) {
        return InterventionResource.answer(
                Response.ok(),
                change.handle(
                        caller.get(),
                        idOrReference,
                        ifMatch,
                        (it, today) -> it.add(asked.component(), today)),
                views);
    }

    @POST
    @Path("/{component}/progress")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME)
    @Operation(summary = "Record how far a component is")
    @APIResponse(
            responseCode = "200",
            description = "The intervention with it",
            content = @Content(schema = @Schema(implementation = InterventionView.class)))
    @APIResponse(responseCode = "422", description = "LIVE_IN_THE_FUTURE or OVER_RECRUITED")
    public Response progress(
            @PathParam("intervention") String idOrReference,
            @PathParam("component") UUID component,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Progress asked) {
        return InterventionResource.answer(
                Response.ok(),
                change.handle(
                        caller.get(),
                        idOrReference,
                        ifMatch,
                        (it, today) -> it.replace(asked.on(it.component(component)), today)),
                views);
    }
}
