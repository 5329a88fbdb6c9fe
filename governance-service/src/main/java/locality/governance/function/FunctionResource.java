package locality.governance.function;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
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
    private final ArrangeFunction arrangeFunction;
    private final Recorder recorder;

    FunctionResource(
            Functions functions,
            RecordFunction recordFunction,
            ArrangeFunction arrangeFunction,
            Recorder recorder) {
        this.functions = functions;
        this.recordFunction = recordFunction;
        this.arrangeFunction = arrangeFunction;
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

    /// @param effectiveOn the first day the arrangement no longer holds; today when left out
    @Schema(name = "ArrangementToEnd")
    record ToEnd(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

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
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List functions, with how places arrange them on a date",
            description = "All of them: the register is short, there is no next page.")
    public Page<FunctionView> list(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var arrangements = arrangementsOn(recorder.day(on, effectiveAt), recorder.shown(place));
        return new Page<>(
                functions.find("order by code").list().stream()
                        .map(function -> FunctionView.of(function, arrangements))
                        .toList(),
                null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a function, with how places arrange it on a date")
    public FunctionView show(
            @Parameter(example = "bcf-investment-wave-one") @PathParam("code") String code,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        return FunctionView.of(
                functions.require(code),
                arrangementsOn(recorder.day(on, effectiveAt), recorder.shown(null)));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Add a function to the register")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "One", ref = "function")))
    @APIResponseSchema(value = FunctionView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "FUNCTION_ALREADY_KNOWN")
    public Response record(@NotNull @Valid ToRecord request) {
        var function =
                new BusinessFunction(
                        request.code, request.name, recorder.provenance(request.provenance));
        return Response.created(location(request.code))
                .entity(FunctionView.of(recordFunction.handle(function), List.of()))
                .build();
    }

    @POST
    @Path("/{code}/places")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say how a place arranges a function",
            description =
                    "In place of what held so far: that ends the day before. Reserved: only the top"
                            + " bodies of the owners decide it, nobody may delegate it, and what"
                            + " was delegated of it in the place ends that day; a delegation that"
                            + " covers other functions as well goes on for those under a reference"
                            + " of its own.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "Reserved", ref = "reserved")))
    @APIResponseSchema(value = FunctionView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ARRANGED_FROM_LATER")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS")
    public Response arrange(
            @Parameter(example = "bcf-investment-wave-one") @PathParam("code") String code,
            @NotNull @Valid ToArrange request) {
        var function =
                arrangeFunction.handle(
                        new FunctionInPlace(
                                code,
                                request.place,
                                request.reserved,
                                request.ownerKind,
                                new Period(recorder.day(request.effectiveOn, null), request.endsOn),
                                recorder.provenance(request.provenance)));
        return Response.created(location(code)).entity(inPlace(function, request.place)).build();
    }

    @POST
    @Path("/{code}/places/{place}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "End how a place arranges a function",
            description =
                    "From that day the function is open to delegation. What a reservation ended is"
                            + " granted anew, or stays ended.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(FunctionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "422", description = "NOT_ARRANGED")
    public Response end(
            @Parameter(example = "bcf-investment-wave-one") @PathParam("code") String code,
            @PathParam("place") Locality place,
            @NotNull @Valid ToEnd request) {
        var function =
                arrangeFunction.end(
                        code,
                        place,
                        recorder.day(request.effectiveOn, null),
                        recorder.provenance(request.provenance));
        return Response.ok(inPlace(function, place)).build();
    }

    private FunctionView inPlace(BusinessFunction function, Locality place) {
        return FunctionView.of(function, functions.arrangements(function.code, place));
    }

    private List<FunctionInPlace> arrangementsOn(LocalDate day, Set<Locality> places) {
        return functions.arrangements(places).stream()
                .filter(one -> one.period().holdsOn(day))
                .toList();
    }

    private static URI location(String code) {
        return URI.create("/api/governance/v1/functions/" + code);
    }
}
