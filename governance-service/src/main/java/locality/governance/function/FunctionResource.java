package locality.governance.function;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

/// Functions over HTTP.
@Path("/api/governance/v1/functions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Functions", description = "What can be decided, and what a place reserves")
class FunctionResource {

    private final Functions functions;
    private final RecordFunction recordFunction;
    private final Recorder recorder;

    FunctionResource(Functions functions, RecordFunction recordFunction, Recorder recorder) {
        this.functions = functions;
        this.recordFunction = recordFunction;
        this.recorder = recorder;
    }

    @Schema(name = "FunctionToRecord")
    record ToRecord(
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String code,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 2000) String description,
            @Nullable String parent,
            @Nullable Provenance provenance) {}

    /// @param parent the wider function it is a part of; none when left out
    @Schema(name = "FunctionToDescribe")
    record ToDescribe(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 2000) String description,
            @Nullable String parent,
            @Nullable Provenance provenance) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List functions, with how places arrange them on a date",
            description =
                    "All of them: the register is short, there is no next page. `under` asks for"
                            + " the parts of a function, and their parts. `places` tells what is in"
                            + " force that day.")
    public Page<FunctionView> list(
            @Parameter(example = "commissioning") @QueryParam("under") @Nullable String under,
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var inForce = inForceOn(day, recorder.shown(place));
        return new Page<>(
                wanted(under).map(function -> FunctionView.of(function, inForce, day)).toList(),
                null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a function, with how places arrange it on a date")
    @APIResponseSchema(FunctionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "bcf-investment-wave-one") @PathParam("code") String code,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        return answer(
                Response.ok(),
                FunctionView.of(
                        functions.require(code), inForceOn(day, recorder.shown(null)), day));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add a function to the register")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "function")))
    @APIResponseSchema(value = FunctionView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "FUNCTION_ALREADY_KNOWN")
    @APIResponse(responseCode = "422", description = "UNKNOWN_FUNCTION, FUNCTION_PART_OF_ITSELF")
    public Response record(@NotNull @Valid ToRecord request) {
        var function =
                new BusinessFunction(
                        request.code,
                        request.name,
                        request.description,
                        request.parent,
                        recorder.provenance(request.provenance));
        return answer(
                Response.created(location(request.code)),
                FunctionView.of(recordFunction.handle(function), List.of(), recorder.today()));
    }

    @POST
    @Path("/{code}/describe")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say what a function is, and of which wider one it is a part",
            description = "In place of all that was said of it. A function is no part of itself.")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "A part", ref = "function-described")))
    @APIResponseSchema(FunctionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "FUNCTION_PART_OF_ITSELF, UNKNOWN_FUNCTION")
    public Response describe(
            @Parameter(example = "hospital-discharge") @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToDescribe request) {
        var described =
                recordFunction.describe(
                        code,
                        ifMatch,
                        request.name,
                        request.description,
                        request.parent,
                        recorder.provenance(request.provenance));
        var today = recorder.today();
        return answer(
                Response.ok(),
                FunctionView.of(described, inForceOn(today, recorder.shown(null)), today));
    }

    private Stream<BusinessFunction> wanted(@Nullable String under) {
        if (under == null) {
            return functions.inOrder().stream();
        }
        var parts = functions.partsOf(functions.require(under).code);
        return functions.inOrder().stream().filter(function -> parts.contains(function.code));
    }

    private List<FunctionAllocation> inForceOn(LocalDate day, Set<Locality> places) {
        return functions.allocations(places).stream().filter(one -> one.isInForceOn(day)).toList();
    }

    private static Response answer(Response.ResponseBuilder builder, FunctionView function) {
        return builder.entity(function)
                .header(HttpHeaders.ETAG, new EntityTag(function.version()))
                .build();
    }

    private static URI location(String code) {
        return URI.create("/api/governance/v1/functions/" + code);
    }
}
