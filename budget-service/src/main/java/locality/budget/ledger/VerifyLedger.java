package locality.budget.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Recomputes the digest of every entry, and names those that no longer say what was posted.
@ApplicationScoped
class VerifyLedger {

    private static final int MOST_NAMED = 1000;

    private final Entries entries;

    VerifyLedger(Entries entries) {
        this.entries = entries;
    }

    @Schema(name = "LedgerVerification")
    record Verification(
            boolean intact,
            @Schema(description = "How many entries were recomputed") long entries,
            @Schema(description = "Those that no longer hash to their digest, the first 1,000")
                    List<Broken> broken) {}

    @Schema(name = "BrokenEntry")
    record Broken(UUID entryId, String reference, String storedDigest, String computedDigest) {}

    @Transactional
    Verification handle(Caller caller) {
        var counting = new Counting();
        entries.forEach(caller, counting::check);
        return new Verification(
                counting.broken.isEmpty(), counting.entries, List.copyOf(counting.broken));
    }

    private static final class Counting {
        private final List<Broken> broken = new ArrayList<>();
        private long entries;

        void check(Ledger.Posted posted) {
            entries++;
            var computed = posted.entry().digest();
            if (!computed.equals(posted.digest()) && broken.size() < MOST_NAMED) {
                broken.add(
                        new Broken(
                                posted.entry().id(),
                                posted.reference(),
                                posted.digest(),
                                computed));
            }
        }
    }
}
