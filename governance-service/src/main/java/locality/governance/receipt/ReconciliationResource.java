package locality.governance.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import locality.governance.receipt.Reconciliation.Status;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Whether both ends of delegations say the same, over HTTP.
@Path("/api/governance/v1/delegation-reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Receipts")
class ReconciliationResource {

    private final ReconcileDelegations reconcile;
    private final Recorder recorder;

    ReconciliationResource(ReconcileDelegations reconcile, Recorder recorder) {
        this.reconcile = reconcile;
        this.recorder = recorder;
    }

    /// @param delegation the giving end, null when there is none
    /// @param receipt the receiving end, null when there is none
    /// @param from the giver's body or organisation, by the giver's word where there is one
    @Schema(name = "ReconciledDelegation")
    record Reconciled(
            Status status,
            @Nullable String delegation,
            @Nullable String receipt,
            String from,
            String to,
            Locality place,
            List<String> functions,
            List<End.Difference> differences) {

        static Reconciled of(Reconciliation.Pair pair) {
            var known = pair.known();
            return new Reconciled(
                    pair.status(),
                    pair.given() == null ? null : pair.given().reference(),
                    pair.received() == null ? null : pair.received().reference(),
                    known.from().name(),
                    known.to().name(),
                    known.place(),
                    known.functions().stream().sorted().toList(),
                    pair.differences());
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Set both ends of delegations between organisations or levels side by side",
            description =
                    "All of them that hold on the day by the word of either end: MATCHED, DIFFERS"
                            + " (which field, what each says), ONLY_GIVEN or ONLY_RECEIVED. As CSV,"
                            + " one line a difference.")
    public Page<Reconciled> list(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        return new Page<>(
                reconcile.handle(place, recorder.day(on, effectiveAt)).stream()
                        .map(Reconciled::of)
                        .toList(),
                null);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Set both ends of delegations between organisations or levels side by side")
    public Response export(
            @QueryParam("place") @Nullable Locality place,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var rows = new ArrayList<List<Object>>();
        for (var one : list(place, on, effectiveAt).items()) {
            if (one.differences.isEmpty()) {
                rows.add(cells(one, null));
            }
            one.differences.forEach(difference -> rows.add(cells(one, difference)));
        }
        return Spreadsheet.named("delegation-reconciliation", Csv.write(COLUMNS, rows));
    }

    private static List<Object> cells(Reconciled one, End.@Nullable Difference difference) {
        return Arrays.asList(
                one.status,
                one.delegation,
                one.receipt,
                one.from,
                one.to,
                one.place,
                String.join(";", one.functions),
                difference == null ? null : difference.field(),
                difference == null ? null : difference.given(),
                difference == null ? null : difference.received());
    }

    private static final List<String> COLUMNS =
            List.of(
                    "status",
                    "delegation",
                    "receipt",
                    "from",
                    "to",
                    "place",
                    "functions",
                    "field",
                    "given",
                    "received");
}
