package locality.budget.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.http.Spreadsheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/budget/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "The double-entry journal and its balances")
class LedgerResource {

    private final VerifyLedger verifyLedger;
    private final CurrentCaller caller;

    LedgerResource(VerifyLedger verifyLedger, CurrentCaller caller) {
        this.verifyLedger = verifyLedger;
        this.caller = caller;
    }

    @GET
    @Path("/ledger/verify")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.PLATFORM})
    @Operation(
            summary = "Recompute every entry of your localities and name those that changed",
            description =
                    "Each entry is compared with its digest, and its digest with its event; the"
                            + " event log's chain, recomputed as a whole, vouches for the events."
                            + " The first link that does not hold is named.")
    public VerifyLedger.Verification verify() {
        return verifyLedger.handle(caller.get());
    }

    @GET
    @Path("/ledger/verify")
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR, Roles.PLATFORM})
    @Operation(summary = "Recompute every entry of your localities and name those that changed")
    public Response verifyAsTable() {
        return Spreadsheet.named("ledger-verification", verifyLedger.handle(caller.get()).csv());
    }
}
