package locality.budget.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.stream.Collectors;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;

/// Takes an entry back by its opposite, effective on the same day, under the same authority.
@ApplicationScoped
class ReverseEntry {

    private final Entries entries;
    private final Lines lines;
    private final Ledger ledger;
    private final DryRun dryRun;

    ReverseEntry(Entries entries, Lines lines, Ledger ledger, DryRun dryRun) {
        this.entries = entries;
        this.lines = lines;
        this.ledger = ledger;
        this.dryRun = dryRun;
    }

    @Transactional
    Ledger.Posted handle(Caller caller, String idOrReference, String reason, boolean onlyTry) {
        var posted = entries.require(caller, idOrReference);
        var original = posted.entry();
        requireReversible(posted);
        if (entries.isOfAContribution(original.id())) {
            throw new LedgerRefusal.NotReversible(posted.reference());
        }
        entries.lockForReversal(original.id());
        if (entries.isReversed(original.id())) {
            throw new LedgerRefusal.AlreadyReversed(posted.reference());
        }
        var touched =
                lines.lockAll(
                        original.postings().stream()
                                .map(Posting::lineId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));

        var reversal =
                new Entry(
                        Ids.next(),
                        original.fundId(),
                        original.locality(),
                        original.effectiveOn(),
                        original.period(),
                        ledger.recordingTime(original.fundId(), onlyTry),
                        "Reversal of %s: %s".formatted(posted.reference(), reason),
                        original.authority(),
                        null,
                        original.id(),
                        caller.actor(),
                        Entered.by(caller, null),
                        original.postings().stream().map(Posting::reversed).toList(),
                        original.particulars().ofReversal());
        var answer = ledger.postAndSpend(reversal, touched);
        dryRun.undoIf(onlyTry);
        return answer;
    }

    private static void requireReversible(Ledger.Posted posted) {
        var entry = posted.entry();
        var ownedElsewhere =
                entry.commitmentId() != null
                        || entry.reverses() != null
                        || entry.postings().stream().anyMatch(p -> p.account().isMemorandum());
        if (ownedElsewhere) {
            throw new LedgerRefusal.NotReversible(posted.reference());
        }
    }
}
