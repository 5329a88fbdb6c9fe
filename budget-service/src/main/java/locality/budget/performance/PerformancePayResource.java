package locality.budget.performance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
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

@Path("/api/budget/v1/performance-pay-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Performance pay", description = "The part of a fund that is paid by performance")
class PerformancePayResource {

    private static final String NEW_RULE =
            """
            {"locality": "E08000003", "reference": "MCR-BCF-PERFORMANCE",
             "name": "Better Care Fund payment for performance", "basisPoints": 2500,
             "startsOn": "2013-06-26"}
            """;
    private static final String END =
            """
            {"endsOn": "2014-03-31",
             "provenance": {"kind": "STATED", "document": "Living Longer Living Better",
                            "section": "3.5.4"}}
            """;
    private static final String CALCULATION =
            """
            {"on": "2014-01-31", "basePence": 3267100000, "target": 3.5, "achieved": 1.4,
             "paidPence": 100000000}
            """;

    private final PerformancePayRules rules;
    private final SetPerformancePay setPerformancePay;
    private final CurrentCaller caller;
    private final Clock clock;

    PerformancePayResource(
            PerformancePayRules rules,
            SetPerformancePay setPerformancePay,
            CurrentCaller caller,
            Clock clock) {
        this.rules = rules;
        this.setPerformancePay = setPerformancePay;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "NewPerformancePayRule")
    record NewRule(
            @NotNull Locality locality,
            @NotNull @Pattern(regexp = Reference.PATTERN) String reference,
            @NotBlank @Size(max = 200) String name,
            @Schema(description = "How much is paid by performance, at most a quarter: 2500")
                    int basisPoints,
            @NotNull LocalDate startsOn,
            @Schema(description = "The last day; none if not given") @Nullable LocalDate endsOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "EndPerformancePay")
    record End(
            @NotNull @Schema(description = "The last day on which it holds") LocalDate endsOn,
            @Nullable Provenance provenance) {}

    @Schema(name = "PerformancePayCalculation")
    record Calculation(
            @Schema(description = "The day whose rule is asked for; today if not given")
                    @Nullable LocalDate on,
            @NotNull Pence basePence,
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal target,
            @NotNull
                    @Digits(integer = 15, fraction = 6)
                    @Schema(description = "So far, in the unit of the target")
                    BigDecimal achieved,
            @Schema(description = "Paid before; nothing if not given") @Nullable Pence paidPence) {}

    @Schema(name = "PerformancePayRule")
    record View(
            UUID id,
            String reference,
            Locality locality,
            String name,
            int basisPoints,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Provenance provenance,
            @Schema(description = "Who says that it ended") @Nullable Provenance endProvenance,
            long version) {

        static View of(PerformancePayRule rule) {
            return new View(
                    rule.id,
                    rule.reference,
                    rule.locality,
                    rule.name,
                    rule.basisPoints,
                    rule.startsOn,
                    rule.endsOn,
                    rule.provenance,
                    rule.endProvenance,
                    rule.version);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Record that a part of a fund is paid by performance")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewRule.class),
                            examples = @ExampleObject(name = "Up to a quarter", value = NEW_RULE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the locality is not yours")
    @APIResponse(responseCode = "409", description = "REFERENCE_TAKEN")
    @APIResponse(
            responseCode = "422",
            description = "PERFORMANCE_PAY_OUT_OF_RANGE, ENDS_BEFORE_IT_STARTS")
    public Response record(@Valid @NotNull NewRule asked) {
        var rule = setPerformancePay.handle(caller.get(), asked);
        return Response.created(URI.create("/api/budget/v1/performance-pay-rules/" + rule.id))
                .header(HttpHeaders.ETAG, new EntityTag(rule.version))
                .entity(View.of(rule))
                .build();
    }

    @POST
    @Path("/{rule}/end")
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Take a rule away after a day; the days on which it held still show it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = End.class),
                            examples = @ExampleObject(name = "Removed in 2014", value = END)))
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such rule")
    @APIResponse(responseCode = "409", description = "RULE_ENDED")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_STARTS")
    public Response end(
            @PathParam("rule") String rule,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull End asked) {
        return answer(setPerformancePay.handle(caller.get(), rule, asked, ifMatch));
    }

    @POST
    @Path("/{rule}/calculate")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Calculate what is held, due and paid under a rule; nothing is kept",
            description =
                    "held = floor(base x basis points / 10,000); due so far = clamp(held x achieved"
                            + " / target, 0, held); paid now is what is due less what was paid.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Calculation.class),
                            examples =
                                    @ExampleObject(
                                            name = "Two fifths of the target",
                                            value = CALCULATION)))
    @APIResponse(
            responseCode = "200",
            description = "What is held, due and paid",
            content = @Content(schema = @Schema(implementation = PerformancePay.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such rule")
    @APIResponse(
            responseCode = "422",
            description = "RULE_NOT_IN_FORCE, AMOUNT_NEGATIVE, NO_TARGET")
    public PerformancePay calculate(
            @PathParam("rule") String rule, @Valid @NotNull Calculation asked) {
        var on = asked.on();
        var paid = asked.paidPence();
        return rules.require(caller.get(), rule)
                .calculate(
                        on == null ? BusinessClock.today(clock) : on,
                        asked.basePence(),
                        asked.target(),
                        asked.achieved(),
                        paid == null ? Pence.ZERO : paid);
    }

    @GET
    @Path("/{rule}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a rule of performance pay")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such rule")
    public Response read(@PathParam("rule") String rule) {
        return answer(rules.require(caller.get(), rule));
    }

    @GET
    @Transactional
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List rules of performance pay: all that ever held, or those of a day")
    public Page<View> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var rows = rules.page(caller.get(), locality, on, Cursor.orStart(after), limit);
        return Page.of(rows, limit, rule -> rule.id.toString()).map(View::of);
    }

    private static Response answer(PerformancePayRule rule) {
        return Response.ok(View.of(rule))
                .header(HttpHeaders.ETAG, new EntityTag(rule.version))
                .build();
    }
}
