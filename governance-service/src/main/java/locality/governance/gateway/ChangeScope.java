package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Says what a gateway is to pass, one item or a spreadsheet of them, and tries again what the
/// contract refused.
@ApplicationScoped
class ChangeScope {

    private final Gateways gateways;
    private final Recorder recorder;
    private final EventLog eventLog;
    private final TransactionSynchronizationRegistry transaction;

    ChangeScope(
            Gateways gateways,
            Recorder recorder,
            EventLog eventLog,
            TransactionSynchronizationRegistry transaction) {
        this.gateways = gateways;
        this.recorder = recorder;
        this.eventLog = eventLog;
        this.transaction = transaction;
    }

    /// What a spreadsheet did; rows that say what is on record change nothing.
    record Imported(int proposed, int changed, int unchanged) {}

    @Transactional
    Gateway propose(
            String idOrReference,
            @Nullable String ifMatch,
            ScopeItem.Proposal proposal,
            @Nullable Provenance provenance) {
        var gateway = require(idOrReference, ifMatch);
        gateway.propose(Ids.next(), proposal, recorder.provenance(provenance));
        gateways.flush();
        return gateway;
    }

    /// All rows or none: those of items on record change them, others are new.
    ///
    /// @param dryRun tries it out: everything happens, and then none of it is kept
    @Transactional
    Imported handle(String idOrReference, String csv, boolean dryRun) {
        var rows = ScopeSheet.read(csv);
        var gateway = require(idOrReference, null);
        requireFresh(gateway, rows);
        var source = recorder.provenance(null);
        var refused = new ArrayList<GatewayRefusal.RowsRefused.Row>();
        var named = new HashSet<String>();
        int proposed = 0;
        int changed = 0;
        for (var row : rows) {
            try {
                var proposal = row.proposal();
                if (!named.add(row.reference())) {
                    throw new GatewayRefusal.ItemTaken(gateway.reference, row.reference());
                }
                if (!gateway.has(row.reference())) {
                    gateway.propose(Ids.next(), proposal, source);
                    proposed++;
                } else if (gateway.reword(proposal)) {
                    changed++;
                }
            } catch (Refusal no) {
                refused.add(new GatewayRefusal.RowsRefused.Row(row.line(), no.code(), no.detail()));
            }
        }
        if (!refused.isEmpty()) {
            throw new GatewayRefusal.RowsRefused(refused);
        }
        gateways.flush();
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        return new Imported(proposed, changed, rows.size() - proposed - changed);
    }

    @Transactional
    Gateway withdraw(
            String idOrReference,
            String item,
            @Nullable String ifMatch,
            LocalDate on,
            String reason) {
        var gateway = require(idOrReference, ifMatch);
        var today = recorder.today();
        if (on.isAfter(today)) {
            throw new GatewayRefusal.InTheFuture(on, today);
        }
        var told = gateway.withdraw(item, on, today, reason);
        gateways.flush();
        told.ifPresent(eventLog::append);
        return gateway;
    }

    @Transactional
    Gateway retry(
            String idOrReference,
            String item,
            @Nullable String ifMatch,
            ScopeItem.Correction corrected) {
        var gateway = require(idOrReference, ifMatch);
        var again = gateway.retry(item, corrected);
        gateways.flush();
        eventLog.append(again);
        return gateway;
    }

    private Gateway require(String idOrReference, @Nullable String ifMatch) {
        var gateway = gateways.requireAlone(idOrReference);
        recorder.requireWriting(gateway.locality, "gateway", idOrReference);
        gateway.requireUnchanged(ifMatch);
        return gateway;
    }

    private static void requireFresh(Gateway gateway, List<ScopeSheet.Row> rows) {
        var stale =
                rows.stream()
                        .filter(row -> gateway.has(row.reference()))
                        .filter(row -> !Objects.equals(row.version(), gateway.version))
                        .map(
                                row ->
                                        new GatewayRefusal.StaleRows.Stale(
                                                row.line(),
                                                row.reference(),
                                                row.version(),
                                                gateway.version))
                        .toList();
        if (!stale.isEmpty()) {
            throw new GatewayRefusal.StaleRows(stale);
        }
    }
}
