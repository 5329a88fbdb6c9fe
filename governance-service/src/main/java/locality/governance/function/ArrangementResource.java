package locality.governance.function;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import locality.governance.organisation.OrganisationKind;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Idempotent;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
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

/// How places arrange functions, over HTTP. `If-Match` is about the allocation that is moved on,
/// whose `version` stands in `places`.
@Path("/api/governance/v1/functions/{code}/places")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Functions")
class ArrangementResource {

    private final Functions functions;
    private final ArrangeFunction arrangeFunction;
    private final Recorder recorder;

    ArrangementResource(Functions functions, ArrangeFunction arrangeFunction, Recorder recorder) {
        this.functions = functions;
        this.arrangeFunction = arrangeFunction;
        this.recorder = recorder;
    }

    /// @param state IN_FORCE when left out
    /// @param wholeTimeEquivalents zero or more, to the hundredth
    /// @param effectiveOn the first day it is in that state; today when left out
    /// @param endsOn the last day it is in force
    @Schema(name = "ArrangementToRecord")
    record ToArrange(
            @NotNull Locality place,
            @NotNull Boolean reserved,
            @Nullable OrganisationKind ownerKind,
            @Nullable AllocationState state,
            @Nullable String owner,
            @Nullable SpatialLevel spatialLevel,
            @Nullable DeliveredBy arrangement,
            @Nullable BigDecimal wholeTimeEquivalents,
            @Nullable @Size(max = 2000) String direction,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            @Nullable Provenance provenance) {}

    /// @param effectiveOn the first day of the next state; today when left out
    @Schema(name = "ArrangementToMoveOn")
    record ToMoveOn(@Nullable LocalDate effectiveOn, @Nullable Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say how a place arranges a function",
            description =
                    "As a draft, as agreed, or (when `state` is left out) in force. One in force"
                            + " stands in place of what held so far: that ends the day before, at"
                            + " the same level. Reserved: only the top bodies of the owners decide"
                            + " it, nobody may delegate it, and what was delegated of it in the"
                            + " place ends that day; a delegation that covers other functions as"
                            + " well goes on for those under a reference of its own.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "Reserved", ref = "reserved"),
                                @ExampleObject(name = "A draft", ref = "allocation-draft")
                            }))
    @APIResponseSchema(value = FunctionView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "409",
            description = "ARRANGED_FROM_LATER, AT_ANOTHER_LEVEL, ALLOCATION_IN_PREPARATION")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDS_BEFORE_IT_BEGINS, NO_WHOLE_TIME_EQUIVALENTS, RECORDED_AS_ENDED,"
                            + " UNKNOWN_ORGANISATION")
    public Response arrange(
            @Parameter(example = "bcf-investment-wave-one") @PathParam("code") String code,
            @NotNull @Valid ToArrange request) {
        var function =
                arrangeFunction.handle(
                        new FunctionAllocation(
                                code,
                                request.place,
                                new AllocationTerms(
                                        request.reserved,
                                        request.ownerKind,
                                        request.owner,
                                        request.spatialLevel,
                                        request.arrangement,
                                        request.wholeTimeEquivalents,
                                        request.direction),
                                request.state == null ? AllocationState.IN_FORCE : request.state,
                                new Period(recorder.day(request.effectiveOn, null), request.endsOn),
                                recorder.provenance(request.provenance)));
        return Response.created(URI.create("/api/governance/v1/functions/" + code))
                .entity(inPlace(function, request.place))
                .build();
    }

    @POST
    @Path("/{place}/agree")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "Agree a draft of how a place arranges a function")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(FunctionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "409", description = "ALLOCATION_ILLEGAL_STEP")
    @APIResponse(
            responseCode = "422",
            description = "NOTHING_PREPARED, ALLOCATION_STEP_OUT_OF_ORDER")
    public Response agree(
            @Parameter(example = "hospital-discharge") @PathParam("code") String code,
            @PathParam("place") Locality place,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToMoveOn request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return Response.ok(inPlace(arrangeFunction.agree(code, place, ifMatch, day, source), place))
                .build();
    }

    @POST
    @Path("/{place}/start")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Put what a place agreed of a function in force",
            description = "In place of what held so far: that ends the day before.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "From a day", ref = "step")))
    @APIResponseSchema(FunctionView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(
            responseCode = "409",
            description = "ALLOCATION_ILLEGAL_STEP, ARRANGED_FROM_LATER, AT_ANOTHER_LEVEL")
    @APIResponse(
            responseCode = "422",
            description = "NOTHING_PREPARED, ALLOCATION_STEP_OUT_OF_ORDER, ENDS_BEFORE_IT_BEGINS")
    public Response start(
            @Parameter(example = "hospital-discharge") @PathParam("code") String code,
            @PathParam("place") Locality place,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToMoveOn request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return Response.ok(inPlace(arrangeFunction.start(code, place, ifMatch, day, source), place))
                .build();
    }

    @POST
    @Path("/{place}/end")
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
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToMoveOn request) {
        var day = recorder.day(request.effectiveOn, null);
        var source = recorder.provenance(request.provenance);
        return Response.ok(inPlace(arrangeFunction.end(code, place, ifMatch, day, source), place))
                .build();
    }

    private FunctionView inPlace(BusinessFunction function, Locality place) {
        return FunctionView.of(
                function, functions.allocations(function.code, place), recorder.today());
    }
}
