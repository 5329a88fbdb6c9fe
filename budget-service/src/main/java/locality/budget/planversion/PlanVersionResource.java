package locality.budget.planversion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/funds/{fund}/plans")
@RunOnVirtualThread
@Tag(name = "Plans", description = "Every version of a fund's plan as it was")
class PlanVersionResource {

    private final Funds funds;
    private final PlanVersions versions;
    private final KnownDecisions decisions;
    private final CurrentCaller caller;

    PlanVersionResource(
            Funds funds, PlanVersions versions, KnownDecisions decisions, CurrentCaller caller) {
        this.funds = funds;
        this.versions = versions;
        this.decisions = decisions;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the versions of a fund's plan, each with who approved it")
    public Page<PlanVersionView> list(
            @PathParam("fund") String idOrReference,
            @Parameter(description = "The version to go on after")
                    @QueryParam("after")
                    @DefaultValue("0")
                    int after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var fund = funds.require(caller.get(), idOrReference);
        return Page.of(
                        versions.page(fund, after, limit),
                        limit,
                        version -> String.valueOf(version.version))
                .map(version -> PlanVersionView.of(version, approvals(fund, version)));
    }

    @GET
    @Path("/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a version of a plan as it stood, line by line")
    @APIResponse(
            responseCode = "200",
            description = "The version and all its lines",
            content = @Content(schema = @Schema(implementation = PlanVersionView.WithLines.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such fund in your localities, or no such version")
    public Response read(
            @PathParam("fund") String idOrReference, @PathParam("version") int number) {
        var fund = funds.require(caller.get(), idOrReference);
        var version = versions.require(fund, number);
        return Response.ok(
                        new PlanVersionView.WithLines(
                                PlanVersionView.of(version, approvals(fund, version)),
                                version.lines))
                .build();
    }

    @GET
    @Path("/{version}")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a version of a plan as it stood, line by line")
    public Response export(
            @PathParam("fund") String idOrReference, @PathParam("version") int number) {
        var fund = funds.require(caller.get(), idOrReference);
        return Spreadsheet.named(
                "%s-plan-%d".formatted(fund.reference(), number),
                PlanVersionView.asCsv(versions.require(fund, number)));
    }

    @GET
    @Path("/{version}/differences")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What a version of a plan says otherwise than another, line by line")
    @APIResponse(
            responseCode = "200",
            description = "The lines that differ; their differences sum to that of the whole",
            content = @Content(schema = @Schema(implementation = PlanDifference.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such fund in your localities, or no such version")
    public Response compare(
            @PathParam("fund") String idOrReference,
            @PathParam("version") int number,
            @Parameter(description = "The version it is held against; the one before if not given")
                    @QueryParam("from")
                    @Nullable Integer from) {
        return Response.ok(difference(idOrReference, number, from)).build();
    }

    @GET
    @Path("/{version}/differences")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What a version of a plan says otherwise than another, line by line")
    public Response exportDifferences(
            @PathParam("fund") String idOrReference,
            @PathParam("version") int number,
            @QueryParam("from") @Nullable Integer from) {
        var difference = difference(idOrReference, number, from);
        return Spreadsheet.named(
                "plan-%d-to-%d".formatted(difference.from(), difference.to()), difference.asCsv());
    }

    private PlanDifference difference(String idOrReference, int to, @Nullable Integer from) {
        var fund = funds.require(caller.get(), idOrReference);
        return PlanDifference.between(
                versions.require(fund, from == null ? to - 1 : from), versions.require(fund, to));
    }

    private List<PlanVersionView.ApprovedBy> approvals(Fund fund, PlanVersion version) {
        return fund.planVersionsByDecision().entrySet().stream()
                .filter(approval -> approval.getValue() == version.version)
                .map(Map.Entry::getKey)
                .sorted()
                .map(this::approvedBy)
                .toList();
    }

    private PlanVersionView.ApprovedBy approvedBy(UUID decision) {
        var known = decisions.findByIdOptional(decision);
        return new PlanVersionView.ApprovedBy(
                decision,
                known.map(KnownDecision::reference).orElse(null),
                known.map(KnownDecision::bodyName).orElse(null));
    }
}
