package locality.governance.structure;

import static locality.governance.structure.StructureResource.SVG;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.structure.StructureResource.StructureView;
import locality.platform.caller.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One body and what is below it, over HTTP.
@Path("/api/governance/v1/bodies/{body}/structure")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Structure")
class BodyStructureResource {

    private final BodyRegister bodies;
    private final Recorder recorder;

    BodyStructureResource(BodyRegister bodies, Recorder recorder) {
        this.bodies = bodies;
        this.recorder = recorder;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show one body and what is below it on a date, as a tree or drawn",
            description = "Also as image/svg+xml. Nothing is shown of a body not there that day.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StructureView.class)),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public StructureView show(
            @PathParam("body") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var body = bodies.require(idOrReference, recorder.day(on, effectiveAt));
        return StructureView.of(structure(body));
    }

    @GET
    @Produces(SVG + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(hidden = true, summary = "Draw one body and what is below it on a date")
    public String draw(
            @PathParam("body") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var body = bodies.require(idOrReference, recorder.day(on, effectiveAt));
        return StructureDrawing.of(body.name(), structure(body));
    }

    private Structure structure(BodyOnDate body) {
        var all = bodies.outlines(body.on(), recorder.shown(null));
        return Structure.below(body.id(), body.on(), all);
    }
}
