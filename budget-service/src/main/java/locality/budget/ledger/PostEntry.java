package locality.budget.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.event.GovernanceEvent.Subject;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Posts an entry somebody asks for, under the decision cited or the approved plan of its lines.
@ApplicationScoped
class PostEntry {

    private final Funds funds;
    private final Lines lines;
    private final KnownDecisions decisions;
    private final Ledger ledger;
    private final DryRun dryRun;
    private final Clock clock;

    PostEntry(
            Funds funds,
            Lines lines,
            KnownDecisions decisions,
            Ledger ledger,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.decisions = decisions;
        this.ledger = ledger;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Ledger.Posted handle(
            Caller caller, String fundId, JournalResource.NewEntry asked, boolean onlyTry) {
        var fund = funds.require(caller, fundId);
        var postings = asked.postings().stream().map(given -> posting(fund, given)).toList();
        Entry.requireValid(postings);
        var touched = lockLines(postings);
        requireBasis(postings, touched);

        var entry =
                new Entry(
                        Ids.next(),
                        fund.id(),
                        fund.locality(),
                        asked.effectiveDate(),
                        Ledger.period(fund.financialYear(), asked.effectiveDate()),
                        ledger.recordingTime(fund.id()),
                        asked.description(),
                        authority(fund, asked.decisionId(), postings, touched),
                        null,
                        null,
                        caller.actor(),
                        Entered.by(caller, asked.provenance()),
                        postings);
        var posted = ledger.postAndSpend(entry, touched);
        dryRun.undoIf(onlyTry);
        return posted;
    }

    private Posting posting(Fund fund, JournalResource.NewPosting given) {
        if (given.account().isMemorandum()) {
            throw new LedgerRefusal.MemorandumIsDerived(given.account());
        }
        return new Posting(
                given.account(),
                given.lineId() == null ? null : lines.idOf(fund, given.lineId()),
                given.partner(),
                given.source(),
                given.amountPence());
    }

    private List<BudgetLine> lockLines(List<Posting> postings) {
        return lines.lockAll(
                postings.stream()
                        .map(Posting::lineId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private static void requireBasis(List<Posting> postings, List<BudgetLine> touched) {
        var byId = touched.stream().collect(Collectors.toMap(BudgetLine::id, Function.identity()));
        for (var posting : postings) {
            var line = posting.lineId() == null ? null : byId.get(posting.lineId());
            if (line != null
                    && posting.account().isBetweenPartners()
                    && !line.basis().movesCashBetweenPartners()) {
                throw new LedgerRefusal.NotBetweenPartners(
                        posting.account(), line.reference(), line.basis().name());
            }
        }
    }

    private Authority authority(
            Fund fund,
            @Nullable String decision,
            List<Posting> postings,
            List<BudgetLine> touched) {
        return decision != null
                ? decided(fund, decision, postings, touched)
                : planned(fund, touched);
    }

    /// The decision cited covers this entry together with what was posted under it before. It must
    /// be in effect today; what it allows may be true from an earlier day.
    private Authority decided(
            Fund fund, String decision, List<Posting> postings, List<BudgetLine> touched) {
        var known = decisions.lock(decision, fund.locality());
        var moved = Entry.debits(postings).plus(ledger.debitsUnder(known.id()));
        LocalDate today = BusinessClock.today(clock);
        return known.requireCovering(
                new Matter(names(fund, touched), moved, null, today, fund.locality()));
    }

    private static Set<Subject> names(Fund fund, List<BudgetLine> touched) {
        var names = new HashSet<Subject>();
        names.addAll(fund.names("fund"));
        names.addAll(fund.names("fund-plan"));
        touched.forEach(line -> names.addAll(line.names()));
        return names;
    }

    private static Authority planned(Fund fund, List<BudgetLine> touched) {
        if (touched.isEmpty()) {
            throw new LedgerRefusal.NoAuthority("no posting names a line of an approved plan");
        }
        Authority authority = null;
        for (var line : touched) {
            authority =
                    fund.approvalOf(line.planVersion())
                            .orElseThrow(
                                    () ->
                                            new LedgerRefusal.NoAuthority(
                                                    "the plan that holds %s is not approved"
                                                            .formatted(line.reference())));
        }
        return Objects.requireNonNull(authority);
    }
}
