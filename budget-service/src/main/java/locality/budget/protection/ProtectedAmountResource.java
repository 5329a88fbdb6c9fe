package locality.budget.protection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Protected amounts", description = "What must stay for a purpose in a fund")
class ProtectedAmountResource {

    private static final String SOCIAL_CARE =
            """
            {"reference": "MCR-BCF-2014-15-SOCIAL-CARE", "name": "Protection of social care",
             "terms": {"amountPence": 1499800000, "action": "BLOCK",
                       "lines": ["MCR-BCF-2014-15-L01", "MCR-BCF-2014-15-L02"],
                       "startsOn": "2014-04-01"}}
            """;
    private static final String LESS =
            """
            {"amountPence": 1400000000, "action": "WARN",
             "lines": ["MCR-BCF-2014-15-L01", "MCR-BCF-2014-15-L02"], "startsOn": "2014-10-01"}
            """;

    private final Funds funds;
    private final ProtectedAmounts amounts;
    private final Protections protections;
    private final SetProtectedAmount setProtectedAmount;
    private final CurrentCaller caller;
    private final Clock clock;

    ProtectedAmountResource(
            Funds funds,
            ProtectedAmounts amounts,
            Protections protections,
            SetProtectedAmount setProtectedAmount,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.amounts = amounts;
        this.protections = protections;
        this.setProtectedAmount = setProtectedAmount;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "NewProtectedTerms")
    record NewTerms(
            @NotNull @Schema(description = "What the lines keep together, at least")
                    Pence amountPence,
            @NotNull ProtectedAction action,
            @NotEmpty
                    @Size(max = 200)
                    @Schema(description = "Ids or references of the lines that count")
                    List<@NotBlank String> lines,
            @Schema(description = "A day of the fund's year; its first if not given")
                    @Nullable LocalDate startsOn,
            @Schema(description = "The last day; none if not given") @Nullable LocalDate endsOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "NewProtectedAmount")
    record NewProtectedAmount(
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 200) String name,
            @NotNull @Valid NewTerms terms) {}

    @Schema(name = "ProtectedTerms")
    record TermsView(
            int version,
            Pence amountPence,
            ProtectedAction action,
            @Schema(description = "References of the lines that count") List<String> lines,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Provenance provenance) {

        static TermsView of(ProtectedTerms terms, Map<UUID, String> references) {
            return new TermsView(
                    terms.version(),
                    terms.amountPence(),
                    terms.action(),
                    terms.lines().stream().map(references::get).toList(),
                    terms.startsOn(),
                    terms.endsOn(),
                    terms.provenance());
        }
    }

    @Schema(name = "ProtectedAmount")
    record View(
            UUID id,
            String reference,
            UUID fundId,
            Locality locality,
            String name,
            LocalDate on,
            @Schema(description = "The terms that hold on the day; none when it is not protected")
                    @Nullable TermsView inForce,
            @Schema(description = "What its lines have now under these terms")
                    Protections.@Nullable Standing standing,
            @Schema(description = "All terms that were set, in the order they were")
                    List<TermsView> terms,
            long version) {}

    @POST
    @Path("/funds/{fund}/protected-amounts")
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Protect an amount of a fund",
            description =
                    "Every virement and every change of plan is asked whether it takes from the"
                            + " lines that count, and leaves less: BLOCK refuses it, WARN lets it"
                            + " through and says so.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewProtectedAmount.class),
                            examples = @ExampleObject(name = "Social care", value = SOCIAL_CARE)))
    @APIResponse(
            responseCode = "201",
            description = "Protected",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such fund or line")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description = "NOTHING_PROTECTED, ENDS_BEFORE_IT_STARTS, OUTSIDE_THE_YEAR")
    public Response protect(
            @PathParam("fund") String fund, @Valid @NotNull NewProtectedAmount asked) {
        var amount = setProtectedAmount.handle(caller.get(), fund, asked);
        return Response.created(URI.create("/api/budget/v1/protected-amounts/" + amount.id))
                .header(HttpHeaders.ETAG, new EntityTag(amount.version))
                .entity(view(amount, BusinessClock.today(clock)))
                .build();
    }

    @POST
    @Path("/protected-amounts/{amount}/terms")
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Set other terms for a protected amount, from a day on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewTerms.class),
                            examples = @ExampleObject(name = "Less, warning", value = LESS)))
    @APIResponse(
            responseCode = "200",
            description = "Set; what was set before stays",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such protected amount or line")
    @APIResponse(
            responseCode = "422",
            description = "NOTHING_PROTECTED, ENDS_BEFORE_IT_STARTS, OUTSIDE_THE_YEAR")
    public Response setTerms(
            @PathParam("amount") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewTerms asked) {
        var amount = setProtectedAmount.handle(caller.get(), idOrReference, ifMatch, asked);
        return answer(amount, BusinessClock.today(clock));
    }

    @GET
    @Path("/protected-amounts/{amount}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a protected amount, with its terms on a day")
    @APIResponse(
            responseCode = "200",
            description = "The protected amount",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such protected amount in your localities")
    public Response read(
            @PathParam("amount") String idOrReference, @QueryParam("on") @Nullable LocalDate on) {
        return answer(amounts.require(caller.get(), idOrReference), dayOf(on));
    }

    @GET
    @Path("/funds/{fund}/protected-amounts")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List what is protected in a fund, or export it as CSV")
    public Page<View> list(
            @PathParam("fund") String fund,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = amounts.page(funds.require(caller.get(), fund), Cursor.orStart(after), limit);
        return Page.of(rows, limit, amount -> amount.id.toString())
                .map(amount -> view(amount, dayOf(on)));
    }

    @GET
    @Path("/funds/{fund}/protected-amounts")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List what is protected in a fund, or export it as CSV")
    public Response export(
            @PathParam("fund") String idOrReference, @QueryParam("on") @Nullable LocalDate on) {
        var fund = funds.require(caller.get(), idOrReference);
        var rows =
                amounts.of(fund.id()).stream()
                        .map(amount -> view(amount, dayOf(on)))
                        .map(ProtectedAmountResource::cells)
                        .toList();
        return Spreadsheet.named(fund.reference() + "-protected-amounts", Csv.write(COLUMNS, rows));
    }

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "name",
                    "action",
                    "startsOn",
                    "endsOn",
                    "lines",
                    "protectedPence",
                    "leftPence");

    private static List<Object> cells(View view) {
        var terms = view.inForce;
        var standing = view.standing;
        return Arrays.asList(
                view.reference,
                view.version,
                view.name,
                terms == null ? null : terms.action,
                terms == null ? null : terms.startsOn,
                terms == null ? null : terms.endsOn,
                terms == null ? null : String.join(";", terms.lines),
                terms == null ? null : terms.amountPence.value(),
                standing == null ? null : standing.leftPence().value());
    }

    private LocalDate dayOf(@Nullable LocalDate on) {
        return on == null ? BusinessClock.today(clock) : on;
    }

    private Response answer(ProtectedAmount amount, LocalDate on) {
        return Response.ok(view(amount, on))
                .header(HttpHeaders.ETAG, new EntityTag(amount.version))
                .build();
    }

    private View view(ProtectedAmount amount, LocalDate on) {
        var references =
                amounts.referencesOf(
                        amount.terms.stream().flatMap(set -> set.lines().stream()).toList());
        var inForce = amount.on(on);
        return new View(
                amount.id,
                amount.reference,
                amount.fundId,
                amount.locality,
                amount.name,
                on,
                inForce.map(terms -> TermsView.of(terms, references)).orElse(null),
                inForce.map(terms -> protections.standing(amount, terms)).orElse(null),
                amount.terms.stream().map(terms -> TermsView.of(terms, references)).toList(),
                amount.version);
    }
}
