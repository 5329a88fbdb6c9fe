package locality.governance.position;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.Idempotent;
import locality.platform.http.Spreadsheet;
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

/// The localities' positions over HTTP.
@Path("/api/governance/v1/positions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Positions", description = "What localities say of the way they go")
class PositionResource {

    private final Positions positions;
    private final StatePosition statePosition;
    private final Recorder recorder;

    PositionResource(Positions positions, StatePosition statePosition, Recorder recorder) {
        this.positions = positions;
        this.statePosition = statePosition;
        this.recorder = recorder;
    }

    /// @param locality which of the ten, where it is made for ONE
    /// @param statedOn today when left out
    @Schema(name = "PositionToState")
    record ToState(
            @NotNull Topic topic,
            @NotNull Position.MadeFor madeFor,
            @Nullable Locality locality,
            @NotBlank @Size(max = 2000) String statement,
            @Nullable LocalDate statedOn,
            @Nullable Provenance provenance) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Show what the ten localities say of six topics, by a day",
            description =
                    "An empty cell is not stated; a locality you do not read has no row. What is"
                            + " said for some of them, not named, stands under `some` and fills no"
                            + " cell.")
    public Matrix show(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var readable = recorder.shown(null);
        return Matrix.of(positions.saidBy(recorder.day(on, effectiveAt), readable), readable);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show what the ten localities say of six topics, by a day")
    public Response export(
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var matrix = show(on, effectiveAt);
        return Spreadsheet.named("positions", Csv.write(matrix.columns(), matrix.table()));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Record what is said of a topic, for all ten localities, for some or for one",
            description =
                    "What is said for all ten or for some belongs to Greater Manchester, and is"
                            + " recorded by whoever writes for it.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "For all ten", ref = "position")))
    @APIResponseSchema(value = Matrix.Stated.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a locality of others")
    @APIResponse(responseCode = "422", description = "POSITION_NOT_FOR_ONE")
    public Response state(@NotNull @Valid ToState request) {
        var stated =
                statePosition.handle(
                        new Position(
                                request.topic,
                                request.madeFor,
                                request.locality,
                                request.statement,
                                recorder.day(request.statedOn, null),
                                recorder.provenance(request.provenance)));
        return Response.status(Response.Status.CREATED).entity(Matrix.Stated.of(stated)).build();
    }
}
