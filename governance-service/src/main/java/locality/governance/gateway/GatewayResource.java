package locality.governance.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import locality.platform.caller.Roles;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
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

/// Gateways over HTTP: planned, one or in a series, listed and shown.
@Path("/api/governance/v1/gateways")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Gateways", description = "What passes to a contract, once due diligence is judged")
class GatewayResource {

    private final PlanGateways planGateways;
    private final ShowGateways show;

    GatewayResource(PlanGateways planGateways, ShowGateways show) {
        this.planGateways = planGateways;
        this.show = show;
    }

    /// What a series planned, or would.
    @Schema(name = "GatewaySeries")
    record Series(boolean dryRun, List<GatewayView> gateways) {}

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List gateways in the order of their references, or export them as CSV",
            description =
                    "With `on`, as they were on that day. As CSV a row for each scope item and"
                            + " each condition (a line of the service development and improvement"
                            + " plan, SDIP) of a gateway, or one for a gateway that has neither.")
    public Page<GatewayView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "The contract's reference") @QueryParam("contract")
                    @Nullable String contract,
            @QueryParam("state") @Nullable GatewayState state,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return show.page(new ShowGateways.Asked(locality, contract, state, on), after, limit);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List gateways in the order of their references, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("contract") @Nullable String contract,
            @QueryParam("state") @Nullable GatewayState state,
            @QueryParam("on") @Nullable LocalDate on) {
        var all = show.all(new ShowGateways.Asked(locality, contract, state, on));
        return Spreadsheet.named("gateways", GatewaySheet.write(all));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan a gateway",
            description =
                    "Its block ends on `endsOn`, or so many `months` later, six when nothing is"
                        + " said. A transaction's ends so many `weeks` after its launch on"
                        + " `beginsOn`. How a last day was computed is shown with it. The gateways"
                        + " of a contract follow one another: each is numbered after the one"
                        + " before, and begins the day after it ends.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "Six months", ref = "gateway"),
                                @ExampleObject(
                                        name = "A transaction of 18 weeks",
                                        ref = "gateway-transaction")
                            }))
    @APIResponseSchema(value = GatewayView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN, GATEWAY_NUMBER_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "BLOCK_END_UNCLEAR, BLOCK_ENDS_BEFORE_IT_BEGINS, BLOCKS_NOT_ADJACENT,"
                            + " GATEWAY_OUT_OF_SEQUENCE, IN_THE_FUTURE")
    public Response plan(@NotNull @Valid GatewayToPlan request) {
        var gateway = planGateways.handle(request);
        return answer(
                Response.created(URI.create("/api/governance/v1/gateways/" + gateway.id)),
                show.now(gateway));
    }

    @POST
    @Path("/series")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Plan the gateways of a contract up to a day, in blocks of six months",
            description =
                    "Blocks follow one another without overlap or hole, from the first day to the"
                            + " last, which ends a block. With dryRun they are shown and none is"
                            + " kept.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Up to April 2020",
                                            ref = "gateway-series")))
    @APIResponseSchema(value = Series.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "What would be planned, with dryRun",
            content = @Content(schema = @Schema(implementation = Series.class)))
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN, GATEWAY_NUMBER_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "SERIES_ENDS_WITHIN_A_BLOCK, TOO_MANY_BLOCKS, BLOCKS_NOT_ADJACENT,"
                            + " GATEWAY_OUT_OF_SEQUENCE, IN_THE_FUTURE")
    public Response planSeries(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid SeriesToPlan request) {
        var planned = planGateways.handle(request, dryRun).stream().map(show::now).toList();
        return Response.status(dryRun ? Response.Status.OK : Response.Status.CREATED)
                .entity(new Series(dryRun, planned))
                .build();
    }

    @GET
    @Path("/{gateway}")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Show a gateway with its history, and what it still lacks to pass",
            description = "With `on`, as it was on that day, and what it lacked to pass on it.")
    @APIResponseSchema(GatewayView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or planned after that day")
    public Response show(
            @Parameter(example = "RCH-LCO-CONTRACT-GW-2") @PathParam("gateway")
                    String idOrReference,
            @QueryParam("on") @Nullable LocalDate on) {
        return answer(Response.ok(), show.one(idOrReference, on));
    }

    static Response answer(Response.ResponseBuilder builder, GatewayView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }
}
