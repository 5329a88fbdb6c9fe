package locality.budget.contribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import java.util.UUID;
import locality.budget.Cursor;
import locality.budget.Reference;
import locality.budget.agreement.Agreements;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1/funds/{fund}/contributions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Contributions", description = "What each partner pays into a fund, and when")
class FundContributionResource {

    private static final String MONTHLY =
            """
            {"partner": "00W", "source": "CCG allocation", "annualPence": 3267100000,
             "profile": "MONTHLY_12"}
            """;
    private static final String GROSS =
            """
            {"reference": "MCR-BCF-2014-15-CARERS", "partner": "E08000003",
             "source": "Adult social care", "grossPence": 52000000, "clientChargesPence": 2000000,
             "profile": "QUARTERLY_4", "decisionId": "MCR-EXEC-2014-03-26-2"}
            """;
    private static final String SHEET =
            """
            reference,version,partner,source,annualPence,profile,decision,reason
            MCR-BCF-2014-15-C01,0,00W,CCG allocation,3277100000,MONTHLY_12,MCR-HWBB-2014-09-10-4,Winter pressures
            ,,01M,CCG allocation,5000000,QUARTERLY_4,,
            """;

    private final Funds funds;
    private final Contributions contributions;
    private final Agreements agreements;
    private final ScheduleContribution scheduleContribution;
    private final ImportContributions importContributions;
    private final CurrentCaller caller;

    FundContributionResource(
            Funds funds,
            Contributions contributions,
            Agreements agreements,
            ScheduleContribution scheduleContribution,
            ImportContributions importContributions,
            CurrentCaller caller) {
        this.funds = funds;
        this.contributions = contributions;
        this.agreements = agreements;
        this.scheduleContribution = scheduleContribution;
        this.importContributions = importContributions;
        this.caller = caller;
    }

    @Schema(name = "NewContribution")
    record NewContribution(
            @Schema(description = "The fund's, and its number in it, if not given")
                    @Pattern(regexp = Reference.PATTERN)
                    @Nullable String reference,
            @NotBlank @Size(max = 50) @Schema(description = "ODS or GSS code") String partner,
            @NotBlank @Size(max = 200) String source,
            @Schema(description = "Need not be said beside gross and client charges")
                    @Nullable Pence annualPence,
            @Schema(description = "Before what service users pay") @Nullable Pence grossPence,
            @Schema(description = "What service users pay, together with the gross")
                    @Nullable Pence clientChargesPence,
            @NotNull ContributionProfile profile,
            @Schema(description = "Only with CUSTOM; they sum to the year") @Size(max = 366)
                    @Nullable List<ContributionProfile.@Valid @NotNull Due> instalments,
            @Schema(
                            description =
                                    "Id or reference of the decision under which it is owed, about"
                                            + " the fund or this `contribution`; without one it is"
                                            + " owed under the fund's approved plan, as far as that"
                                            + " has so much in the pool and its decision names the"
                                            + " partner")
                    @Nullable String decisionId,
            @Nullable Provenance provenance) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Schedule what a partner contributes, in instalments to the penny")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewContribution.class),
                            examples = {
                                @ExampleObject(name = "Monthly", value = MONTHLY),
                                @ExampleObject(name = "Less client charges", value = GROSS)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Scheduled",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(
            responseCode = "409",
            description = "ALREADY_SCHEDULED, REFERENCE_TAKEN, DECISION_NOT_KNOWN (yet)")
    @APIResponse(
            responseCode = "422",
            description =
                    "INSTALMENTS_DO_NOT_SUM, INSTALMENTS_NOT_ASKED, CONTRIBUTION_NOT_POSITIVE,"
                            + " CONTRIBUTION_DOES_NOT_ADD_UP, INSTALMENT_NOT_POSITIVE,"
                            + " INSTALMENT_OUTSIDE_THE_YEAR, DECISION_NOT_IN_EFFECT,"
                            + " DECISION_NOT_AN_APPROVAL, DECISION_SUBJECT, DECISION_AMOUNT,"
                            + " DECISION_OWNER, DECISION_DATE, PLAN_DOES_NOT_COVER")
    public Response schedule(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Valid @NotNull NewContribution asked) {
        var schedule = scheduleContribution.handle(caller.get(), fund, asked, dryRun);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, new EntityTag(schedule.version))
                .entity(ContributionView.of(schedule))
                .build();
    }

    @POST
    @Consumes(Spreadsheet.CSV)
    @Idempotent(keyRequired = true)
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Schedule and vary the contributions to a fund from CSV, all or nothing",
            description =
                    "A row without a reference is a new contribution, unless the partner"
                            + " contributes from that source already. A row that says another"
                            + " amount, other instalments or another decision varies it, and says"
                            + " the reason. What the file leaves out stays as it is; the same file"
                            + " again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = Spreadsheet.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "Two partners", value = SHEET)))
    @APIResponse(
            responseCode = "200",
            description = "What the import did",
            content =
                    @Content(schema = @Schema(implementation = ImportContributions.Imported.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "MALFORMED: every bad row by line and column, one that changed since it was"
                            + " read among them; nothing done")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    @APIResponse(
            responseCode = "422",
            description = "IDEMPOTENCY_KEY_REQUIRED or IDEMPOTENCY_KEY_REUSED")
    public Response importCsv(
            @PathParam("fund") String fund,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull String sheet) {
        return Response.ok(importContributions.handle(caller.get(), fund, sheet, dryRun)).build();
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the contributions to a fund, or export them as CSV")
    public Page<ContributionView> list(
            @PathParam("fund") String idOrReference,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var fund = funds.require(caller.get(), idOrReference);
        var rows = contributions.page(fund.id(), Cursor.orStart(after), limit);
        var pool = agreements.pool(fund.agreementId());
        return Page.of(rows, limit, schedule -> schedule.id.toString())
                .map(one -> ContributionView.of(one, pool));
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the contributions to a fund, or export them as CSV")
    public Response export(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        var all = contributions.page(fund.id(), Cursor.orStart(null), Page.ALL);
        return Spreadsheet.named(fund.reference() + "-contributions", ContributionCsv.write(all));
    }

    @GET
    @Path("/template")
    @Produces(Spreadsheet.CSV)
    @RolesAllowed(Roles.READER)
    @Operation(summary = "The empty sheet for contributions to a fund")
    public Response template(@PathParam("fund") String idOrReference) {
        var fund = funds.require(caller.get(), idOrReference);
        return Spreadsheet.named(
                fund.reference() + "-contributions", ContributionCsv.write(List.of()));
    }
}
