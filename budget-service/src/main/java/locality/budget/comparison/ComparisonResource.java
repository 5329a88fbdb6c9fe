package locality.budget.comparison;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.platform.caller.CurrentCaller;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Comparisons", description = "Whether figures of documents and plans add up")
class ComparisonResource {

    private static final String NEW_COMPARISON =
            """
            {"locality": "E08000003", "reference": "MCR-BCF-EXISTING",
             "title": "What of the Better Care Fund is committed to existing services",
             "terms": [{"fund": "MCR-BCF-2014-15"},
                       {"line": "MCR-BCF-2014-15-L06", "times": -1}],
             "against": {"figure": "MCR-BCF-19.5"}}
            """;

    private final Comparisons comparisons;
    private final FindComparisons findComparisons;
    private final CompareFigures compareFigures;
    private final CurrentCaller caller;

    ComparisonResource(
            Comparisons comparisons,
            FindComparisons findComparisons,
            CompareFigures compareFigures,
            CurrentCaller caller) {
        this.comparisons = comparisons;
        this.findComparisons = findComparisons;
        this.compareFigures = compareFigures;
        this.caller = caller;
    }

    /// What is compared, by id or reference: a figure, a fund's plan or a line's. One of the three.
    @Schema(name = "ComparedThing")
    record Named(@Nullable String figure, @Nullable String fund, @Nullable String line) {

        /// @throws ComparisonRefusal if it names none, or several
        void requireOne(String where) {
            long named =
                    Arrays.asList(figure, fund, line).stream().filter(Objects::nonNull).count();
            if (named != 1) {
                throw new ComparisonRefusal.NotOneOperand(where, named);
            }
        }
    }

    @Schema(name = "ComparisonTerm")
    record NewTerm(
            @Nullable String figure,
            @Nullable String fund,
            @Nullable String line,
            @Schema(
                            description =
                                    "How often it counts: 1, if not given, is added, -1 taken away,"
                                            + " 8 counted eight times")
                    @Min(-1000)
                    @Max(1000)
                    @Nullable Integer times) {}

    @Schema(name = "NewFigureComparison")
    record NewComparison(
            @NotNull Locality locality,
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 500) String title,
            @Schema(
                            description =
                                    "Id or reference of the fund it is about; the only one its"
                                            + " figures are of, if not given")
                    @Nullable String fund,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull NewTerm> terms,
            @Valid @NotNull Named against) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Hold a sum of figures and plans against another",
            description =
                    "It agrees, agrees as exactly as the figures are stated, or differs; how it"
                            + " comes out is asked anew each time it is read.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewComparison.class),
                            examples =
                                    @ExampleObject(
                                            name = "Existing services",
                                            value = NEW_COMPARISON)))
    @APIResponse(
            responseCode = "201",
            description = "Compared",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: the locality, a figure, fund or line is not yours to see")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description =
                    "NOT_ONE_OPERAND, COUNTS_FOR_NOTHING, COMPARED_WITH_ITSELF,"
                            + " AMOUNT_OUT_OF_RANGE")
    public Response compare(
            @Valid @NotNull NewComparison asked,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var compared = compareFigures.handle(caller.get(), asked, dryRun);
        return answer(
                Response.created(URI.create("/api/budget/v1/comparisons/" + compared.id())),
                compared);
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List comparisons with how they come out now, or export them as CSV",
            description = "`?verdict=DIFFERS` lists what does not add up, however it is rounded.")
    public Page<ComparisonView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @Parameter(description = "Id or reference") @QueryParam("fund") @Nullable String fund,
            @QueryParam("verdict") @Nullable Verdict verdict,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var wanted = new FindComparisons.Wanted(locality, fund, verdict);
        var rows = findComparisons.page(caller.get(), wanted, Cursor.orStart(after), limit);
        return Page.of(rows, limit, compared -> compared.id().toString());
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List comparisons with how they come out now, or export them as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("fund") @Nullable String fund,
            @QueryParam("verdict") @Nullable Verdict verdict) {
        var wanted = new FindComparisons.Wanted(locality, fund, verdict);
        var all = findComparisons.page(caller.get(), wanted, Cursor.orStart(null), Page.ALL);
        return Spreadsheet.named("comparisons", ComparisonView.csv(all));
    }

    @GET
    @Path("/{comparison}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a comparison with how it comes out now")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such comparison in your localities")
    public Response read(@PathParam("comparison") String idOrReference) {
        var comparison = comparisons.require(caller.get(), idOrReference);
        return answer(Response.ok(), findComparisons.view(comparison));
    }

    private static Response answer(Response.ResponseBuilder builder, ComparisonView compared) {
        return builder.header(HttpHeaders.ETAG, new EntityTag(compared.version()))
                .entity(compared)
                .build();
    }
}
