package locality.budget.fund;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Funds", description = "The money of one agreement in one financial year")
class FundResource {

    private static final String NEW_FUND =
            """
            {"locality": "E08000003", "reference": "MCR-BCF-2014-15",
             "name": "Manchester Better Care Fund 2014/15", "kind": "POOLED_FUND",
             "financialYear": "2014/15", "agreement": "MCR-BCF", "host": "E08000003",
             "decisionFunction": "bcf-investment-wave-one",
             "provenance": {"kind": "STATED", "document": "Living Longer Living Better",
                            "section": "3.2.1"}}
            """;

    private final Funds funds;
    private final OpenFund openFund;
    private final CurrentCaller caller;

    FundResource(Funds funds, OpenFund openFund, CurrentCaller caller) {
        this.funds = funds;
        this.openFund = openFund;
        this.caller = caller;
    }

    @Schema(name = "NewFund")
    record NewFund(
            @NotNull Locality locality,
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank String name,
            @NotNull FundKind kind,
            @NotNull FinancialYear financialYear,
            @Schema(description = "Id or reference of its agreement") @Nullable String agreement,
            @Schema(description = "ODS or GSS code; the agreement's host if not given")
                    @Nullable String host,
            @Schema(
                            description =
                                    "The governance function that approves its commitments;"
                                            + " `commissioning` if not given")
                    @Nullable String decisionFunction,
            @Schema(
                            description =
                                    "What its money may be used for; where it is said, each line"
                                            + " names one of them")
                    @Nullable List<@NotBlank String> uses,
            @Schema(
                            description =
                                    "Whether savings come back into it; a Local Development Fund"
                                            + " takes them, any other only if it says so")
                    @Nullable Boolean recyclable,
            @Nullable Provenance provenance) {}

    @POST
    @Path("/funds")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Open a fund for a financial year")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewFund.class),
                            examples = @ExampleObject(name = "Better Care Fund", value = NEW_FUND)))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: the locality or agreement is not yours to see")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(responseCode = "422", description = "NO_HOST")
    public Response open(@Valid @NotNull NewFund asked) {
        var fund = openFund.handle(caller.get(), asked);
        return Response.created(URI.create("/api/budget/v1/funds/" + fund.id))
                .header(HttpHeaders.ETAG, new EntityTag(fund.version))
                .entity(FundView.of(fund))
                .build();
    }

    @GET
    @Path("/funds")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List funds")
    public Page<FundView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("financialYear") @Nullable FinancialYear financialYear,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = funds.page(caller.get(), locality, financialYear, Cursor.orStart(after), limit);
        return Page.of(rows, limit, fund -> fund.id.toString()).map(FundView::of);
    }

    @GET
    @Path("/funds/{fund}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a fund by id or reference")
    @APIResponse(
            responseCode = "200",
            description = "The fund",
            content = @Content(schema = @Schema(implementation = FundView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    public Response read(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        return Response.ok(FundView.of(fund))
                .header(HttpHeaders.ETAG, new EntityTag(fund.version))
                .build();
    }
}
