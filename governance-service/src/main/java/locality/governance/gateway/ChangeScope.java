package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import locality.governance.recorder.Recorder;
import locality.governance.recorder.SheetOfRecord;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Says what a gateway is to pass, one scope item or a spreadsheet of them, tries again what the
/// contract refused, and takes back what does not go over after all.
@ApplicationScoped
class ChangeScope {

    private final Gateways gateways;
    private final Recorder recorder;
    private final SheetOfRecord sheet;
    private final EventLog eventLog;

    ChangeScope(Gateways gateways, Recorder recorder, SheetOfRecord sheet, EventLog eventLog) {
        this.gateways = gateways;
        this.recorder = recorder;
        this.sheet = sheet;
        this.eventLog = eventLog;
    }

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
    SheetOfRecord.Taken handle(String idOrReference, String csv, boolean dryRun) {
        var rows = ScopeSheet.read(csv);
        var gateway = require(idOrReference, null);
        return sheet.take(rows, new Keeper(gateway, recorder.provenance(null)), dryRun);
    }

    /// An item has no version of its own: it is as old as its gateway.
    private record Keeper(Gateway gateway, Provenance source)
            implements SheetOfRecord.Keeper<ScopeSheet.Row, ScopeItem> {

        @Override
        public SheetOfRecord.Key keyOf(ScopeSheet.Row row) {
            return new SheetOfRecord.Key(row.line(), row.reference(), row.version());
        }

        @Override
        public Optional<ScopeItem> lookUp(String reference) {
            return gateway.items.stream()
                    .filter(item -> item.reference().equals(reference))
                    .findFirst();
        }

        @Override
        public long versionOf(ScopeItem item) {
            return gateway.version;
        }

        @Override
        public void add(ScopeSheet.Row row) {
            gateway.propose(Ids.next(), row.proposal(), source);
        }

        @Override
        public boolean change(ScopeItem item, ScopeSheet.Row row) {
            return gateway.reword(row.proposal());
        }
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
}
