package locality.budget.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Account;
import locality.budget.ledger.Ledger;
import locality.budget.ledger.Which;
import locality.budget.line.Lines;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "The double-entry journal and its balances")
class StatementResource {

    private final Funds funds;
    private final Lines lines;
    private final Ledger ledger;
    private final Statements statements;
    private final CurrentCaller caller;
    private final Clock clock;

    StatementResource(
            Funds funds,
            Lines lines,
            Ledger ledger,
            Statements statements,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.statements = statements;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param names what a posting on it must name
    @Schema(name = "ChartedAccount")
    record Charted(
            Account account,
            String purpose,
            Account.Side normalSide,
            Account.@Nullable Dimension names,
            @Schema(description = "Moves money between partners: only where it is pooled")
                    boolean betweenPartners,
            @Schema(description = "Balances among its like; plans and commitments post it alone")
                    boolean memorandum) {

        private static Charted of(Account account) {
            return new Charted(
                    account,
                    account.purpose(),
                    account.normalSide(),
                    account.named(),
                    account.isBetweenPartners(),
                    account.isMemorandum());
        }
    }

    @Schema(name = "ChartOfAccounts")
    record Chart(List<Charted> items) {}

    @Schema(name = "Balance")
    record BalanceView(
            Account account,
            @Nullable UUID lineId,
            @Nullable String partner,
            @Nullable String source,
            Pence balancePence) {

        private static BalanceView of(Ledger.Balance balance) {
            return new BalanceView(
                    balance.account(),
                    balance.lineId(),
                    balance.partner(),
                    balance.source(),
                    balance.balance());
        }
    }

    @Schema(name = "Balances")
    record Balances(List<BalanceView> items, LocalDate effectiveAt, Instant knownAt) {}

    /// Which postings of a fund are asked for; what is not given leaves nothing out.
    static class Filter {
        @QueryParam("account")
        @Nullable Account account;

        @Parameter(description = "Id or reference of a line of the fund")
        @QueryParam("line")
        @Nullable String line;

        @Parameter(description = "ODS or GSS code")
        @QueryParam("partner")
        @Nullable String partner;

        @QueryParam("source")
        @Nullable String source;

        Which in(Fund fund, Lines lines) {
            return new Which(
                    account, line == null ? null : lines.idOf(fund, line), partner, source);
        }
    }

    /// The day and the moment for which balances stand.
    static class At {
        @Parameter(description = "Today if not given")
        @QueryParam("effectiveAt")
        @Nullable LocalDate effectiveAt;

        @Parameter(description = "The same as effectiveAt")
        @QueryParam("on")
        @Nullable LocalDate on;

        @Parameter(description = "An instant as in 2014-10-01T12:00:00Z; now if not given")
        @QueryParam("knownAt")
        @Nullable Instant knownAt;

        LocalDate day(Clock clock) {
            if (effectiveAt != null) {
                return effectiveAt;
            }
            return on != null ? on : BusinessClock.today(clock);
        }
    }

    /// The days and the moment a statement stands for.
    static class Days {
        @Parameter(description = "The first day; the fund's year begins it if not given")
        @QueryParam("from")
        @Nullable LocalDate from;

        @Parameter(description = "The last day; today if not given")
        @QueryParam("to")
        @Nullable LocalDate to;

        @Parameter(description = "An instant as in 2014-10-01T12:00:00Z; now if not given")
        @QueryParam("knownAt")
        @Nullable Instant knownAt;
    }

    @GET
    @Path("/ledger/accounts")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "The chart of accounts: what each is for, and what it must name")
    public Chart accounts() {
        return new Chart(Arrays.stream(Account.values()).map(Charted::of).toList());
    }

    @GET
    @Path("/funds/{fund}/balances")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "What every account of a fund held on a day, as far as was known at a moment",
            description =
                    "Sums of postings: together they are zero. Those of one account, line, partner"
                            + " or source can be asked for alone. A knownAt that lies ahead is"
                            + " answered as now.")
    public Balances balances(
            @PathParam("fund") String fund, @BeanParam Filter filter, @BeanParam At at) {
        var found = funds.require(caller.get(), fund);
        var known = settled(found, at.knownAt);
        var balances = ledger.balances(found.id(), filter.in(found, lines), at.day(clock), known);
        return new Balances(balances.stream().map(BalanceView::of).toList(), at.day(clock), known);
    }

    @GET
    @Path("/funds/{fund}/trial-balance")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "The trial balance of a fund, or as a spreadsheet",
            description =
                    "What every account held on a day as far as was known at a moment, on its side,"
                            + " with the sum of both. Asked again with the knownAt of the answer it"
                            + " is the same for ever.")
    @APIResponse(
            responseCode = "200",
            description = "The trial balance",
            content = @Content(schema = @Schema(implementation = TrialBalance.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities")
    public TrialBalance trialBalance(@PathParam("fund") String fund, @BeanParam At at) {
        var found = funds.require(caller.get(), fund);
        var known = settled(found, at.knownAt);
        return TrialBalance.of(
                found.id(),
                found.reference(),
                at.day(clock),
                known,
                ledger.balances(found.id(), at.day(clock), known));
    }

    @GET
    @Path("/funds/{fund}/trial-balance")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "The trial balance of a fund, or as a spreadsheet")
    public Response trialBalanceAsTable(@PathParam("fund") String fund, @BeanParam At at) {
        var drawn = trialBalance(fund, at);
        return Spreadsheet.named(
                "%s-trial-balance-%s".formatted(drawn.fund(), drawn.effectiveAt()), drawn.csv());
    }

    @GET
    @Path("/funds/{fund}/statement")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "A statement of a fund's postings, or all of it as a spreadsheet",
            description =
                    "Each posting between two days with the balance after it, what they came to"
                            + " before and what they come to in the end: of one account, line,"
                            + " partner or source, or of any of them together.")
    @APIResponse(
            responseCode = "200",
            description = "The statement, a page of it",
            content = @Content(schema = @Schema(implementation = Statement.class)))
    @APIResponse(
            responseCode = "400",
            description = "MALFORMED: a parameter is not what it should be")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such fund in your localities, or no such line")
    public Statement statement(
            @PathParam("fund") String fund,
            @BeanParam Filter filter,
            @BeanParam Days days,
            @Parameter(description = "The next of the page before") @QueryParam("after")
                    @Nullable String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        return statements.draw(asked(fund, filter, days), Place.parse(after), limit);
    }

    @GET
    @Path("/funds/{fund}/statement")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "A statement of a fund's postings, or all of it as a spreadsheet")
    public Response statementAsTable(
            @PathParam("fund") String fund, @BeanParam Filter filter, @BeanParam Days days) {
        var drawn = statements.draw(asked(fund, filter, days), Place.START, Page.ALL);
        return Spreadsheet.named(
                "%s-statement-%s-%s".formatted(drawn.fund(), drawn.from(), drawn.to()),
                drawn.csv());
    }

    private Statements.Asked asked(String fund, Filter filter, Days days) {
        var found = funds.require(caller.get(), fund);
        return new Statements.Asked(
                found,
                filter.in(found, lines),
                days.from == null ? found.financialYear().start() : days.from,
                days.to == null ? BusinessClock.today(clock) : days.to,
                settled(found, days.knownAt));
    }

    private Instant settled(Fund fund, @Nullable Instant knownAt) {
        return ledger.settled(fund.id(), knownAt == null ? Instant.MAX : knownAt);
    }
}
