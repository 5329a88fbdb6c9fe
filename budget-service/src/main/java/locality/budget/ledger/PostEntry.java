package locality.budget.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Posts an entry somebody asks for, under the decision cited or the approved plan of its lines.
@ApplicationScoped
class PostEntry {

    private final Funds funds;
    private final Lines lines;
    private final KnownDecisions decisions;
    private final Agreements agreements;
    private final Ledger ledger;
    private final DryRun dryRun;
    private final Clock clock;

    PostEntry(
            Funds funds,
            Lines lines,
            KnownDecisions decisions,
            Agreements agreements,
            Ledger ledger,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.decisions = decisions;
        this.agreements = agreements;
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
        requireNotAhead(asked.effectiveDate());
        var touched = lockLines(postings);
        requireBasis(fund, asked.effectiveDate(), postings, touched);
        var authority = authority(fund, asked.decisionId(), postings, touched);

        var entry =
                new Entry(
                        Ids.next(),
                        fund.id(),
                        fund.locality(),
                        asked.effectiveDate(),
                        Ledger.period(fund.financialYear(), asked.effectiveDate()),
                        ledger.recordingTime(fund.id()),
                        asked.description(),
                        authority,
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

    private void requireNotAhead(LocalDate effectiveOn) {
        var today = BusinessClock.today(clock);
        if (effectiveOn.isAfter(today)) {
            throw new LedgerRefusal.LiesAhead(effectiveOn, today);
        }
    }

    /// Each posting stands on the basis of the line it names, else on the fund's own that day.
    /// Pooled money moves only while its agreement is in force; other money is each partner's own.
    private void requireBasis(
            Fund fund, LocalDate effectiveOn, List<Posting> postings, List<BudgetLine> touched) {
        var ofFund = basisOf(fund, effectiveOn);
        for (var posting : postings) {
            var line = touched.stream().filter(l -> l.id().equals(posting.lineId())).findFirst();
            posting.requireBasis(
                    line.map(BudgetLine::reference).orElse(fund.reference()),
                    line.isPresent() ? line.get().basis() : ofFund);
        }
        if (movesPooledMoney(postings, touched)) {
            Optional.ofNullable(fund.agreementId())
                    .ifPresent(agreement -> agreements.requireInForce(agreement, effectiveOn));
        }
    }

    private static boolean movesPooledMoney(List<Posting> postings, List<BudgetLine> touched) {
        return touched.stream().anyMatch(line -> line.basis() == Basis.POOLED)
                || postings.stream().anyMatch(posting -> posting.account().isBetweenPartners());
    }

    private @Nullable Basis basisOf(Fund fund, LocalDate day) {
        return Optional.ofNullable(fund.agreementId())
                .flatMap(agreements::findByIdOptional)
                .flatMap(agreement -> agreement.basisOn(day))
                .orElse(null);
    }

    private Authority authority(
            Fund fund,
            @Nullable String decision,
            List<Posting> postings,
            List<BudgetLine> touched) {
        return decision != null
                ? decided(fund, decision, postings, touched)
                : planned(fund, postings, touched);
    }

    /// The decision cited covers this entry together with what was done under it before. It must be
    /// in effect today; what it allows may be true from an earlier day. Who cites the decision that
    /// approved the plan has the plan's authority, and no more.
    private Authority decided(
            Fund fund, String decision, List<Posting> postings, List<BudgetLine> touched) {
        var known = decisions.lock(decision, fund.locality());
        if (fund.isApprovedBy(known.id())) {
            return planned(fund, postings, touched);
        }
        var matter =
                new Matter(
                        names(fund, postings, touched),
                        Entry.debits(postings),
                        null,
                        BusinessClock.today(clock),
                        fund.locality(),
                        spendByOwner(postings, touched));
        return known.requireCovering(
                matter.after(
                        decisions.usedUnder(known.id()), decisions.usedByOwnerUnder(known.id())));
    }

    /// Whose money it is: what is spent on a line is its commissioner's, and of what comes back
    /// nothing is.
    private static Map<String, Pence> spendByOwner(
            List<Posting> postings, List<BudgetLine> touched) {
        var spend = new HashMap<String, Pence>();
        for (var line : touched) {
            spend.merge(line.commissioner(), Entry.spendOn(line.id(), postings), Pence::plus);
        }
        return spend;
    }

    /// A decision on the fund covers any entry; one on a line covers what is spent on that line
    /// alone.
    private static Set<Subject> names(Fund fund, List<Posting> postings, List<BudgetLine> touched) {
        var names = new HashSet<>(fund.names("fund"));
        if (touched.size() == 1 && Entry.isOnlySpend(postings)) {
            names.addAll(touched.getFirst().names());
        }
        return names;
    }

    /// The plan stands as long as the decision that approved it does.
    private Authority planned(Fund fund, List<Posting> postings, List<BudgetLine> touched) {
        var authority =
                touched.stream()
                        .map(line -> approvalOf(fund, line))
                        .reduce((_, last) -> last)
                        .orElseThrow(
                                () ->
                                        new LedgerRefusal.NoAuthority(
                                                "no posting names a line of an approved plan"));
        Entry.requireOnlySpend(postings);
        decisions.requireStanding(authority.id());
        return authority;
    }

    private static Authority approvalOf(Fund fund, BudgetLine line) {
        return fund.approvalOf(line.planVersion())
                .orElseThrow(
                        () ->
                                new LedgerRefusal.NoAuthority(
                                        "the plan that holds %s is not approved"
                                                .formatted(line.reference())));
    }
}
