package locality.budget.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.Funds;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "The double-entry journal and its balances")
class LedgerResource {

    private final Funds funds;
    private final Ledger ledger;
    private final VerifyLedger verifyLedger;
    private final CurrentCaller caller;
    private final Clock clock;

    LedgerResource(
            Funds funds,
            Ledger ledger,
            VerifyLedger verifyLedger,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.ledger = ledger;
        this.verifyLedger = verifyLedger;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "Balance")
    record BalanceView(
            Account account,
            @Nullable UUID lineId,
            @Nullable String partner,
            @Nullable String source,
            Pence balancePence) {}

    @Schema(name = "Balances")
    record Balances(List<BalanceView> items, LocalDate effectiveAt, Instant knownAt) {}

    @GET
    @Path("/funds/{fund}/balances")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "What every account of a fund held on a day, as far as was known at a moment",
            description =
                    "Sums of postings: they sum to zero. A knownAt that lies ahead is answered as"
                            + " now.")
    public Balances balances(
            @PathParam("fund") String idOrReference,
            @Schema(description = "Today if not given") @QueryParam("effectiveAt")
                    @Nullable LocalDate effectiveAt,
            @Schema(description = "The same as effectiveAt") @QueryParam("on")
                    @Nullable LocalDate on,
            @Schema(description = "An instant as in 2014-10-01T12:00:00Z; now if not given")
                    @QueryParam("knownAt")
                    @Nullable String knownAt) {
        var fund = funds.require(caller.get(), idOrReference);
        var day = effectiveAt != null ? effectiveAt : on;
        var effective = day != null ? day : BusinessClock.today(clock);
        var known = knownAt == null ? Instant.MAX : instant(knownAt);
        var clipped = ledger.settled(fund.id(), known);
        var items =
                ledger.balances(fund.id(), effective, clipped).stream()
                        .map(
                                b ->
                                        new BalanceView(
                                                b.account(),
                                                b.lineId(),
                                                b.partner(),
                                                b.source(),
                                                b.balance()))
                        .toList();
        return new Balances(items, effective, clipped);
    }

    @GET
    @Path("/ledger/verify")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.PLATFORM})
    @Operation(summary = "Recompute every entry of your localities and name those that changed")
    public VerifyLedger.Verification verify() {
        return verifyLedger.handle(caller.get());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new Malformed("knownAt is an instant as in 2014-10-01T12:00:00Z, not " + text);
        }
    }
}
