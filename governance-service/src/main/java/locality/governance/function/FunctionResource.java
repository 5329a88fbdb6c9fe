package locality.governance.function;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.organisation.OrganisationKind;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
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
    private final Recorder recorder;

    FunctionResource(Functions functions, Recorder recorder) {
        this.functions = functions;
        this.recorder = recorder;
    }

    @Schema(name = "FunctionToRecord")
    record ToRecord(
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String code,
            @NotBlank String name,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day of this arrangement; today when left out
    /// @param endsOn its last day
    @Schema(name = "ArrangementToRecord")
    record ToArrange(
            @NotNull Locality place,
            @NotNull Boolean reserved,
            @Nullable OrganisationKind ownerKind,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "Function")
    record FunctionView(String code, String name, List<Arrangement> places, Provenance provenance) {

        @Schema(name = "FunctionInPlace")
        record Arrangement(
                Locality place,
                boolean reserved,
                @Nullable OrganisationKind ownerKind,
                LocalDate effectiveOn,
                @Nullable LocalDate endsOn,
                Provenance provenance) {

            static Arrangement of(FunctionInPlace one) {
                return new Arrangement(
                        one.place,
                        one.reserved,
                        one.ownerKind,
                        one.effectiveOn,
                        one.endsOn,
                        one.provenance);
            }
        }

        static FunctionView of(BusinessFunction function, List<FunctionInPlace> arrangements) {
            return new FunctionView(
                    function.code,
                    function.name,
                    arrangements.stream()
                            .filter(one -> one.functionCode.equals(function.code))
                            .map(Arrangement::of)
                            .toList(),
                    function.provenance);
        }
    }

    @GET
    @RolesAllowed({
        Roles.FINANCE,
        Roles.GOVERNANCE,
        Roles.PROGRAMME,
        Roles.ANALYST,
        Roles.VIEWER,
        Roles.GM_OBSERVER,
        Roles.AUDITOR,
        Roles.PLATFORM
    })
    @Operation(
            summary = "List functions, with how places arrange them on a date",
            description = "All of them: the register is short, there is no next page.")
    public Page<FunctionView> list(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        var arrangements =
                functions.arrangements(recorder.shown(place)).stream()
                        .filter(one -> one.holdsOn(day))
                        .toList();
        return new Page<>(
                functions.find("order by code").list().stream()
                        .map(function -> FunctionView.of(function, arrangements))
                        .toList(),
                null);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add a function to the register")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "function")))
    @APIResponseSchema(value = FunctionView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "FUNCTION_ALREADY_KNOWN")
    public Response record(@NotNull @Valid ToRecord request) {
        if (functions.findById(request.code) != null) {
            throw new FunctionRefusal.AlreadyKnown(request.code);
        }
        var function =
                new BusinessFunction(
                        request.code, request.name, recorder.provenance(request.provenance));
        functions.persistAndFlush(function);
        return Response.created(URI.create("/api/governance/v1/functions"))
                .entity(FunctionView.of(function, List.of()))
                .build();
    }

    @POST
    @Path("/{code}/places")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say how a place arranges a function",
            description =
                    "Reserved: only the top bodies of the owners decide it, and nobody may delegate"
                            + " it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Reserved", ref = "reserved")))
    @APIResponseSchema(value = FunctionView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response arrange(
            @Parameter(example = "bcf-investment-wave-one") @PathParam("code") String code,
            @NotNull @Valid ToArrange request) {
        recorder.requireWriting(request.place, "place", request.place.code());
        var function =
                functions.findByIdOptional(code).orElseThrow(() -> new NotFound("function", code));
        var arrangement = arrangement(code, request);
        functions.arrange(arrangement);
        return Response.created(URI.create("/api/governance/v1/functions"))
                .entity(FunctionView.of(function, functions.arrangements(Set.of(request.place))))
                .build();
    }

    private FunctionInPlace arrangement(String code, ToArrange request) {
        var arrangement = new FunctionInPlace();
        arrangement.id = Ids.next();
        arrangement.functionCode = code;
        arrangement.place = request.place;
        arrangement.reserved = request.reserved;
        arrangement.ownerKind = request.ownerKind;
        arrangement.effectiveOn = recorder.day(request.effectiveOn, null);
        arrangement.endsOn = request.endsOn;
        arrangement.provenance = recorder.provenance(request.provenance);
        if (request.endsOn != null && request.endsOn.isBefore(arrangement.effectiveOn)) {
            throw new FunctionRefusal.EndsBeforeItBegins(arrangement.effectiveOn, request.endsOn);
        }
        return arrangement;
    }
}
