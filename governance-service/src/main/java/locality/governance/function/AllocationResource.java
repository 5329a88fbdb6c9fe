package locality.governance.function;

import static java.util.Comparator.comparing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import locality.governance.organisation.OrganisationKind;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The allocations of functions to places over HTTP, whatever their state.
@Path("/api/governance/v1/function-allocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Functions")
class AllocationResource {

    private final Functions functions;
    private final ArrangeFunction arrangeFunction;
    private final ImportAllocations importAllocations;
    private final Recorder recorder;

    AllocationResource(
            Functions functions,
            ArrangeFunction arrangeFunction,
            ImportAllocations importAllocations,
            Recorder recorder) {
        this.functions = functions;
        this.arrangeFunction = arrangeFunction;
        this.importAllocations = importAllocations;
        this.recorder = recorder;
    }

    /// All that the allocation says; what is left out is not said any longer.
    ///
    /// @param reserved as it is
    @Schema(name = "AllocationToDescribe")
    record ToDescribe(
            @NotNull Boolean reserved,
            @Nullable OrganisationKind ownerKind,
            @Nullable String owner,
            @Nullable SpatialLevel spatialLevel,
            @Nullable DeliveredBy arrangement,
            @Nullable BigDecimal wholeTimeEquivalents,
            @Nullable @Size(max = 2000) String direction,
            @Nullable Provenance provenance) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List allocations of functions to places, or export them as CSV",
            description =
                    "In the order of their references, each with its state on the day. Those whose"
                            + " first day is later are left out. The CSV can be edited and sent"
                            + " back.")
    public Page<FunctionView.Allocation> list(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("function") @Nullable String function,
            @QueryParam("state") @Nullable AllocationState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var day = recorder.day(on, effectiveAt);
        var found =
                wanted(place, function, state, day).stream()
                        .filter(one -> one.reference.compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(found, limit, one -> one.reference)
                .map(one -> FunctionView.Allocation.of(one, day));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List allocations of functions to places, or export them as CSV")
    public Response export(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("function") @Nullable String function,
            @QueryParam("state") @Nullable AllocationState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var day = recorder.day(on, effectiveAt);
        return Spreadsheet.named(
                "function-allocations",
                AllocationCsv.write(wanted(place, function, state, day), recorder.today()));
    }

    @POST
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Import a spreadsheet of a place's allocations, all or nothing",
            description =
                    "Column function and, if wanted, reference, version, state, effectiveOn,"
                            + " endsOn, reserved, ownerKind, owner, spatialLevel, arrangement,"
                            + " wholeTimeEquivalents, direction. A line without a reference is"
                            + " another allocation; one with a reference and a version says anew"
                            + " what that one says, and a stale one is named. Allocations that are"
                            + " not in the file stay as they are.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "Two of Oldham",
                                            ref = "allocations-csv")))
    @APIResponse(
            responseCode = "200",
            description = "What the import did",
            content = @Content(schema = @Schema(implementation = ImportAllocations.Imported.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: every faulty or stale line by line and column; nothing done")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a place of others")
    public Response importCsv(
            @Parameter(example = "E08000004") @QueryParam("place") @NotNull Locality place,
            @NotNull String csv) {
        return Response.ok(importAllocations.handle(place, csv)).build();
    }

    @POST
    @Path("/{allocation}/describe")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Say who does a function, how many people, at which level and where it goes",
            description =
                    "In place of all the allocation said; what is reserved stays so, another"
                            + " allocation changes it.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "A joint team",
                                            ref = "allocation-described")))
    @APIResponseSchema(FunctionView.Allocation.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(
            responseCode = "422",
            description =
                    "NO_WHOLE_TIME_EQUIVALENTS, RESERVED_BY_ANOTHER_ALLOCATION,"
                            + " UNKNOWN_ORGANISATION")
    public Response describe(
            @PathParam("allocation") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToDescribe request) {
        var described =
                arrangeFunction.describe(
                        idOrReference,
                        ifMatch,
                        new AllocationTerms(
                                request.reserved,
                                request.ownerKind,
                                request.owner,
                                request.spatialLevel,
                                request.arrangement,
                                request.wholeTimeEquivalents,
                                request.direction),
                        recorder.provenance(request.provenance));
        return Response.ok(FunctionView.Allocation.of(described, recorder.today()))
                .header(HttpHeaders.ETAG, new EntityTag(described.version))
                .build();
    }

    private List<FunctionAllocation> wanted(
            @Nullable Locality place,
            @Nullable String function,
            @Nullable AllocationState state,
            LocalDate day) {
        return functions.allocations(recorder.shown(place)).stream()
                .filter(one -> function == null || one.functionCode.equals(function))
                .filter(
                        one ->
                                one.stateOn(day)
                                        .filter(is -> state == null || is == state)
                                        .isPresent())
                .sorted(comparing(one -> one.reference))
                .toList();
    }
}
