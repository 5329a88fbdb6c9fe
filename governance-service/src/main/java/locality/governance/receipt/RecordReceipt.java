package locality.governance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.governance.function.Functions;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Keeps what a receiver says it was given. It passes nothing on: nobody holds a power by it.
@ApplicationScoped
class RecordReceipt {

    private final Receipts receipts;
    private final Functions functions;
    private final Organisations organisations;
    private final Recorder recorder;
    private final EventLog eventLog;

    RecordReceipt(
            Receipts receipts,
            Functions functions,
            Organisations organisations,
            Recorder recorder,
            EventLog eventLog) {
        this.receipts = receipts;
        this.functions = functions;
        this.organisations = organisations;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Receipt handle(Receipt receipt) {
        recorder.requireWriting(receipt.place, "place", receipt.place.code());
        if (receipts.lookUp(receipt.reference).isPresent()) {
            throw new ReceiptRefusal.ReferenceTaken(receipt.reference);
        }
        requireSound(receipt);
        receipts.persistAndFlush(receipt);
        eventLog.append(receipt.received());
        return receipt;
    }

    @Transactional
    Receipt correct(String idOrReference, @Nullable String ifMatch, Receipt said) {
        var receipt = receipts.require(idOrReference);
        recorder.requireWriting(receipt.place, "receipt", idOrReference);
        new EntityTag(receipt.version).check(ifMatch);
        if (said.place != receipt.place) {
            throw new ReceiptRefusal.OfAnotherPlace(receipt.reference, receipt.place, said.place);
        }
        requireSound(said);
        var told = receipt.correct(said);
        receipts.flush();
        eventLog.append(told);
        return receipt;
    }

    private void requireSound(Receipt receipt) {
        receipt.requireSound();
        functions.requireKnown(receipt.functions);
        organisations.requireOnRecord(receipt.fromOrganisation);
        organisations.requireOnRecord(receipt.toOrganisation);
    }
}
