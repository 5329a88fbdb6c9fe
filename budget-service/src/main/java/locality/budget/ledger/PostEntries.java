package locality.budget.ledger;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.budget.DryRun;
import locality.budget.agreement.Agreements;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.budget.line.RingFences;
import locality.platform.caller.Caller;
import locality.platform.time.BusinessClock;

/// Posts entries somebody asks for, one or thousands of them: what they are judged by is read and
/// locked once for all, and what is accepted is stored by one statement.
@ApplicationScoped
class PostEntries {

    private final Funds funds;
    private final Lines lines;
    private final KnownDecisions decisions;
    private final Agreements agreements;
    private final Entries entries;
    private final Ledger ledger;
    private final DryRun dryRun;
    private final Validator validator;
    private final Clock clock;

    PostEntries(
            Funds funds,
            Lines lines,
            KnownDecisions decisions,
            Agreements agreements,
            Entries entries,
            Ledger ledger,
            DryRun dryRun,
            Validator validator,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.decisions = decisions;
        this.agreements = agreements;
        this.entries = entries;
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.validator = validator;
        this.clock = clock;
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
        var posted = posted(fund, asked);
        var judgement = new Judgement(grounds(caller, fund, asked), posted);
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

    /// What stands under the keys given, once nobody else is about to post under them.
    private Collection<Ledger.Posted> posted(Fund fund, List<NewEntry> asked) {
        var keys = asked.stream().map(NewEntry::key).filter(Objects::nonNull).collect(toSet());
        entries.lockKeys(fund.id(), keys);
        return entries.byKey(fund.id(), keys).values();
    }

    private Grounds grounds(Caller caller, Fund fund, List<NewEntry> asked) {
        var lineIds = lines.idsOf(fund, named(asked));
        var locked =
                lines.lockAll(Set.copyOf(lineIds.values())).stream()
                        .collect(toMap(BudgetLine::id, Function.identity()));
        var cited =
                asked.stream().map(NewEntry::decisionId).filter(Objects::nonNull).collect(toSet());
        var plan = fund.approvalOf(0).map(Authority::id);
        var known = decisions.lockAll(cited, fund.locality(), plan.orElse(null));
        var byName = new HashMap<Object, KnownDecision>();
        known.forEach(
                decision -> {
                    byName.put(decision.id(), decision);
                    byName.put(decision.reference(), decision);
                });
        return new Grounds(
                caller,
                fund,
                BusinessClock.today(clock),
                ledger.recordingTime(fund.id()),
                lineIds,
                locked,
                byName,
                decisions.usedUnder(known.stream().map(KnownDecision::id).collect(toSet())),
                drawsOnASource(asked) ? lines.ringFencesOf(fund) : RingFences.NONE,
                basisOf(fund),
                validator);
    }

    private static Set<String> named(List<NewEntry> asked) {
        return postings(asked)
                .map(NewEntry.NewPosting::lineId)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private static boolean drawsOnASource(List<NewEntry> asked) {
        return postings(asked)
                .anyMatch(posting -> posting.lineId() == null && posting.source() != null);
    }

    /// What was sent may lack anything: it is judged later.
    private static Stream<NewEntry.NewPosting> postings(List<NewEntry> asked) {
        return asked.stream()
                .map(NewEntry::postings)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(Objects::nonNull);
    }

    private Grounds.BasisOf basisOf(Fund fund) {
        var agreement =
                Optional.ofNullable(fund.agreementId()).flatMap(agreements::findByIdOptional);
        return day -> agreement.flatMap(one -> one.basisOn(day)).orElse(null);
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
