package locality.governance.route;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.Spelling;
import locality.governance.validity.DecisionType;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
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

/// Approval routes over HTTP.
@Path("/api/governance/v1/approval-routes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Approval routes", description = "Which bodies a matter passes before it binds")
class RouteResource {

    private final ApprovalRoutes routes;
    private final DrawRoute drawRoute;
    private final BodyRegister bodies;
    private final Recorder recorder;

    RouteResource(
            ApprovalRoutes routes, DrawRoute drawRoute, BodyRegister bodies, Recorder recorder) {
        this.routes = routes;
        this.drawRoute = drawRoute;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param subjectType what it is the route of, as decisions name their subjects
    /// @param fromPence the least value it is for; null for any
    /// @param belowPence the first value it is no longer for; null for no upper end
    /// @param endsOn the last day it is in force
    /// @param steps in order; the last approves, those before it do not
    @Schema(name = "ApprovalRouteToDraw")
    record ToDraw(
            @Pattern(regexp = Spelling.REFERENCE) @NotBlank String reference,
            @NotBlank @Size(max = 60) String subjectType,
            @NotNull Locality place,
            @Min(0) @Nullable Long fromPence,
            @Min(1) @Nullable Long belowPence,
            @NotNull LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            @NotEmpty List<@Valid @NotNull StepToDraw> steps,
            @Nullable Provenance provenance) {}

    @Schema(name = "ApprovalRouteStepToDraw")
    record StepToDraw(@NotBlank String body, @NotNull DecisionType type) {}

    /// @param lastDay the last day it is in force; today when left out
    @Schema(name = "ApprovalRouteEnd")
    record ToEnd(@Nullable LocalDate lastDay) {}

    @Schema(name = "ApprovalRoute")
    record View(
            UUID id,
            String reference,
            String subjectType,
            Locality place,
            @Nullable Pence fromPence,
            @Nullable Pence belowPence,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            List<RouteStep> steps,
            Provenance provenance,
            long version) {

        static View of(ApprovalRoute route) {
            return new View(
                    route.id,
                    route.reference,
                    route.subjectType,
                    route.place,
                    route.from,
                    route.below,
                    route.effectiveOn,
                    route.endsOn,
                    route.steps,
                    route.provenance,
                    route.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List approval routes",
            description = "With `on`, those in force that day; without, all.")
    public Page<View> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("subjectType") @Nullable String subjectType,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var found = routes.inPlaces(recorder.shown(locality), subjectType, on, after, limit);
        return Page.of(found, limit, ApprovalRoute::reference).map(View::of);
    }

    @GET
    @Path("/{route}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show one approval route")
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(@PathParam("route") String idOrReference) {
        var route = routes.require(idOrReference);
        recorder.requireReading(route.place, "approval route", idOrReference);
        return answer(Response.ok(), route);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Draw an approval route",
            description =
                    "A decision on such a subject does not bind (ROUTE_STEP_MISSING) while an"
                            + " earlier step of the same subject is not carried and in effect.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "A route", ref = "approval-route")))
    @APIResponseSchema(value = View.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(
            responseCode = "409",
            description = "APPROVAL_ROUTE_REFERENCE_TAKEN, APPROVAL_ROUTE_OVERLAPS")
    @APIResponse(
            responseCode = "422",
            description =
                    "ENDS_BEFORE_IT_BEGINS, VALUE_BAND_EMPTY, ROUTE_PASSES_A_BODY_TWICE,"
                            + " ROUTE_APPROVES_AT_ITS_END")
    public Response draw(@NotNull @Valid ToDraw request) {
        var route = drawRoute.handle(route(request));
        return answer(
                Response.created(URI.create("/api/governance/v1/approval-routes/" + route.id)),
                route);
    }

    @POST
    @Path("/{route}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(summary = "End an approval route")
    @RequestBody(
            content =
                    @Content(examples = @ExampleObject(name = "A day", ref = "approval-route-end")))
    @APIResponseSchema(View.class)
    @APIResponse(responseCode = "409", description = "APPROVAL_ROUTE_ENDED_ALREADY")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS")
    public Response end(
            @PathParam("route") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToEnd request) {
        return answer(
                Response.ok(),
                drawRoute.end(idOrReference, ifMatch, recorder.day(request.lastDay, null)));
    }

    private ApprovalRoute route(ToDraw request) {
        var route = new ApprovalRoute();
        route.id = Ids.next();
        route.reference = request.reference;
        route.subjectType = request.subjectType;
        route.place = request.place;
        route.from = request.fromPence == null ? null : Pence.of(request.fromPence);
        route.below = request.belowPence == null ? null : Pence.of(request.belowPence);
        route.effectiveOn = request.effectiveOn;
        route.endsOn = request.endsOn;
        route.steps = request.steps.stream().map(step -> step(step, request.effectiveOn)).toList();
        route.provenance = recorder.provenance(request.provenance);
        return route;
    }

    private RouteStep step(StepToDraw step, LocalDate on) {
        var body = bodies.require(step.body, on);
        return new RouteStep(body.id(), body.name(), step.type);
    }

    private static Response answer(Response.ResponseBuilder builder, ApprovalRoute route) {
        return builder.entity(View.of(route))
                .header(HttpHeaders.ETAG, new EntityTag(route.version))
                .build();
    }
}
