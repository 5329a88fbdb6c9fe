package locality.budget.ledger;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import locality.budget.DryRun;
import locality.budget.fund.Funds;
import locality.platform.caller.Caller;

/// Posts entries somebody asks for, one or thousands of them: what they are judged by is read and
/// locked once for all, and what is accepted is stored a thousand by one statement.
@ApplicationScoped
class PostEntries {

    private final Funds funds;
    private final LockGrounds lockGrounds;
    private final Entries entries;
    private final Ledger ledger;
    private final DryRun dryRun;

    PostEntries(
            Funds funds, LockGrounds lockGrounds, Entries entries, Ledger ledger, DryRun dryRun) {
        this.funds = funds;
        this.lockGrounds = lockGrounds;
        this.entries = entries;
        this.ledger = ledger;
        this.dryRun = dryRun;
    }

    /// @param objection hears every verdict before anything is stored, and may throw
    /// @return what became of each entry, in their order
    @Transactional
    List<Outcome> handle(
            Caller caller,
            String fundId,
            List<NewEntry> asked,
            Consumer<List<Verdict>> objection,
            boolean onlyTry) {
        var fund = funds.require(caller, fundId);
        var mentioned = Mentioned.by(asked);
        var grounds = lockGrounds.handle(caller, fund, mentioned, onlyTry);
        var posted = entries.byKey(fund.id(), mentioned.keys()).values();
        var judgement = new Judgement(grounds, posted);
        var verdicts = asked.stream().map(judgement::judge).toList();
        objection.accept(verdicts);

        var stored = ledger.store(accepted(verdicts));
        dryRun.undoIf(onlyTry);
        return outcomes(verdicts, Stream.concat(posted.stream(), stored.stream()));
    }

    /// One entry alone: what is said against it is said aloud.
    Outcome handle(Caller caller, String fundId, NewEntry asked, boolean onlyTry) {
        return handle(caller, fundId, List.of(asked), PostEntries::refuse, onlyTry).getFirst();
    }

    private static void refuse(List<Verdict> verdicts) {
        if (verdicts.getFirst() instanceof Verdict.Refused refused) {
            throw refused.refusal();
        }
    }

    /// A file of entries, all of it or nothing: everything its entries name is locked first, then
    /// they are judged, stored and told of slice by slice, so that what is held at a time is one
    /// slice.
    ///
    /// @return what became of them, counted, with the first that were posted before
    @Transactional
    EntryOutcome.All handle(Caller caller, String fundId, JournalCsv file, boolean onlyTry) {
        var fund = funds.require(caller, fundId);
        var grounds = lockGrounds.handle(caller, fund, file.mentioned(), onlyTry);
        var tally = new EntryOutcome.Tally();
        file.judge(slice -> judgeAndStore(grounds, slice, tally));
        dryRun.undoIf(onlyTry);
        return tally.all();
    }

    /// An entry of an earlier slice stands in the journal by now, and is found there by its key.
    private List<Verdict> judgeAndStore(
            Grounds grounds, List<NewEntry> slice, EntryOutcome.Tally tally) {
        var posted = entries.byKey(grounds.fund().id(), Mentioned.by(slice).keys()).values();
        var judgement = new Judgement(grounds, posted);
        var verdicts = slice.stream().map(judgement::judge).toList();
        var stored = ledger.store(accepted(verdicts));
        tally.add(outcomes(verdicts, Stream.concat(posted.stream(), stored.stream())));
        return verdicts;
    }

    private static List<Entry> accepted(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Accepted.class::isInstance)
                .map(verdict -> ((Verdict.Accepted) verdict).entry())
                .toList();
    }

    private static List<Outcome> outcomes(List<Verdict> verdicts, Stream<Ledger.Posted> all) {
        Map<UUID, Ledger.Posted> byId = all.collect(toMap(one -> one.entry().id(), one -> one));
        return verdicts.stream().map(verdict -> outcome(verdict, byId)).toList();
    }

    private static Outcome outcome(Verdict verdict, Map<UUID, Ledger.Posted> byId) {
        return switch (verdict) {
            case Verdict.Accepted(var entry) ->
                    new Outcome.Posted(Objects.requireNonNull(byId.get(entry.id())));
            case Verdict.Repeated(var first) ->
                    new Outcome.AlreadyPosted(Objects.requireNonNull(byId.get(first.id())));
            case Verdict.Refused(var refusal, var posting) -> new Outcome.Refused(refusal, posting);
        };
    }
}
