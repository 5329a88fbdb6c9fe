package locality.governance.structure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyOutline;
import locality.governance.body.BodyRegister;
import locality.governance.body.BodyState;
import locality.governance.body.RelationKind;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who is accountable to whom, over HTTP.
@Path("/api/governance/v1/structure")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Structure", description = "Who is accountable to whom on a date, as data and drawn")
class StructureResource {

    static final String SVG = "image/svg+xml";

    private final BodyRegister bodies;
    private final Recorder recorder;

    StructureResource(BodyRegister bodies, Recorder recorder) {
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param items those accountable to nobody here, each with what is below it
    /// @param links of those that advise another or are a sounding board of it, which makes them
    ///   accountable to nobody
    @Schema(name = "Structure")
    record StructureView(LocalDate on, List<NodeView> items, List<LinkView> links) {

        static StructureView of(Structure structure) {
            return new StructureView(
                    structure.on(),
                    structure.roots().stream().map(NodeView::of).toList(),
                    structure.links().stream().map(LinkView::of).toList());
        }
    }

    /// @param chair the post that takes the chair, null when no seat does
    /// @param seats how many it has, vacant ones included
    /// @param predecessors those it took over from by then, by reference
    /// @param alsoAccountableTo the others it is accountable to, by reference
    /// @param below those accountable to it
    @Schema(name = "StructureNode")
    record NodeView(
            UUID id,
            String reference,
            String name,
            Locality locality,
            BodyState state,
            SpatialLevel spatialLevel,
            @Nullable String chair,
            int seats,
            int vacancies,
            List<String> predecessors,
            List<String> alsoAccountableTo,
            List<NodeView> below) {

        static NodeView of(Structure.Node node) {
            var body = node.body();
            return new NodeView(
                    body.id(),
                    body.reference(),
                    body.name(),
                    body.locality(),
                    body.state(),
                    body.spatialLevel(),
                    body.chair(),
                    body.seats(),
                    body.vacancies(),
                    body.predecessors(),
                    node.alsoAccountableTo().stream().map(BodyOutline::reference).toList(),
                    node.below().stream().map(NodeView::of).toList());
        }
    }

    @Schema(name = "StructureLink")
    record LinkView(String from, RelationKind kind, String to) {

        static LinkView of(Structure.Link link) {
            return new LinkView(link.from().reference(), link.kind(), link.to().reference());
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "Show who is accountable to whom on a date, as a tree or drawn",
            description =
                    "The bodies that are there that day; with `locality`, those that belong to the"
                            + " place or serve it. As image/svg+xml it is drawn from left to right:"
                            + " shadow bodies dashed, links that make nobody accountable dotted.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StructureView.class)),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
            })
    public StructureView show(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        return StructureView.of(structure(locality, recorder.day(on, effectiveAt)));
    }

    @GET
    @Produces(SVG + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(hidden = true, summary = "Draw who is accountable to whom on a date")
    public String draw(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        return StructureDrawing.of(
                (locality == null ? Locality.GREATER_MANCHESTER : locality).displayName(),
                structure(locality, recorder.day(on, effectiveAt)));
    }

    private Structure structure(@Nullable Locality locality, LocalDate day) {
        return Structure.of(day, bodies.outlines(day, recorder.shown(locality)));
    }
}
