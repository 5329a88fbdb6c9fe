package locality.budget.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.budget.Entered;
import locality.budget.agreement.Basis;
import locality.budget.authority.Authority;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.refusal.NotFound;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// What a valid entry is, said in one place for every way in: judges entries of one fund one after
/// another, each as if those accepted before it stood in the journal already. One that is refused
/// leaves nothing behind.
final class Judgement {

    private final Grounds grounds;
    private final Fund fund;
    private final Map<String, Entry> byKey;
    private @Nullable Integer lookedAt;

    /// @param posted what stands under the keys of the entries to be judged
    Judgement(Grounds grounds, Collection<Ledger.Posted> posted) {
        this.grounds = grounds;
        this.fund = grounds.fund();
        this.byKey = new HashMap<>();
        posted.forEach(one -> remember(one.entry()));
    }

    Verdict judge(NewEntry asked) {
        lookedAt = null;
        try {
            grounds.requireReadable(asked);
            var postings = postings(asked);
            var before = asked.key() == null ? null : byKey.get(asked.key());
            if (before != null) {
                grounds.requireTheSame(before, asked, postings);
                return new Verdict.Repeated(before);
            }
            return new Verdict.Accepted(accept(asked, postings));
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal, lookedAt);
        }
    }

    private Entry accept(NewEntry asked, List<Posting> postings) {
        requireLines(postings);
        Entry.requireValid(postings);
        grounds.requireNotAhead(asked.effectiveDate());
        int period = Ledger.period(fund.financialYear(), asked.effectiveDate());
        var touched = grounds.linesOf(postings);
        requireSources(postings);
        boolean retrospective = requireBasis(asked.effectiveDate(), postings);
        var authority = authority(asked, postings, touched);
        requireRoom(asked.effectiveDate(), postings, touched);

        var entry =
                new Entry(
                        Ids.next(),
                        fund.id(),
                        fund.locality(),
                        asked.effectiveDate(),
                        period,
                        grounds.recordedAt(),
                        asked.description(),
                        authority,
                        null,
                        null,
                        grounds.caller().actor(),
                        Entered.by(grounds.caller(), asked.provenance()),
                        postings,
                        asked.particulars(retrospective));
        keep(entry, touched);
        return entry;
    }

    private List<Posting> postings(NewEntry asked) {
        var postings = new ArrayList<Posting>(asked.postings().size());
        for (var given : asked.postings()) {
            lookedAt = postings.size() + 1;
            if (given.account().isMemorandum()) {
                throw new LedgerRefusal.MemorandumIsDerived(given.account());
            }
            var posting =
                    new Posting(
                            given.account(),
                            lineOf(given.lineId()),
                            given.partner(),
                            given.source(),
                            given.amountPence());
            posting.requireComplete();
            postings.add(posting);
        }
        lookedAt = null;
        return postings;
    }

    /// A line that was withdrawn is none any more; what named it before it was stands, and is known
    /// when it is sent again.
    private void requireLines(List<Posting> postings) {
        forEach(
                postings,
                posting -> {
                    var line = grounds.line(posting);
                    if (line != null && line.isWithdrawn()) {
                        throw new NotFound("budget line", line.reference());
                    }
                });
    }

    private @Nullable UUID lineOf(@Nullable String named) {
        if (named == null) {
            return null;
        }
        var line = grounds.lineIds().get(named);
        if (line == null) {
            throw new NotFound("budget line", named);
        }
        return line;
    }

    /// A cost cannot hit a wrong source (S4 5.7): a posting on a line names the line's source or
    /// none, and what is drawn from a ring-fenced source is spent within its ring-fence alone.
    private void requireSources(List<Posting> postings) {
        forEach(
                postings,
                posting -> {
                    var line = grounds.line(posting);
                    if (line != null) {
                        posting.requireSource(line);
                    }
                });
        var drawn = postings.stream().filter(p -> p.lineId() == null).map(Posting::source).toList();
        forEach(
                postings,
                posting -> {
                    var line = grounds.line(posting);
                    if (line != null && posting.account() == Account.SPEND) {
                        drawn.stream()
                                .filter(Objects::nonNull)
                                .forEach(
                                        source -> grounds.ringFences().requireWithin(source, line));
                    }
                });
    }

    /// Each posting stands on the basis of the line it names, else on the fund's own that day.
    ///
    /// @return whether the agreement it stands under was ratified only after that day
    private boolean requireBasis(LocalDate effectiveOn, List<Posting> postings) {
        forEach(
                postings,
                posting -> {
                    var line = grounds.line(posting);
                    posting.requireBasis(
                            line == null ? fund.reference() : line.reference(),
                            basisOf(posting, effectiveOn));
                });
        return isRetrospective(effectiveOn, postings);
    }

    /// A line is pooled on a day only where its agreement is: what is planned for a whole year does
    /// not outlast the pool, nor begin before it.
    private @Nullable Basis basisOf(Posting posting, LocalDate day) {
        var line = grounds.line(posting);
        return line == null || line.basisOn(day) == Basis.POOLED
                ? grounds.basisOf().on(day)
                : line.basisOn(day);
    }

    /// Pooled money moves only while its agreement is in force; other money is each partner's own.
    private boolean isRetrospective(LocalDate effectiveOn, List<Posting> postings) {
        var governed = grounds.governed();
        return governed != null
                && postings.stream().anyMatch(posting -> movesPooled(posting, effectiveOn))
                && governed.requireInForce(effectiveOn).retrospective();
    }

    private boolean movesPooled(Posting posting, LocalDate effectiveOn) {
        return posting.account().isBetweenPartners()
                || posting.lineId() != null && basisOf(posting, effectiveOn) == Basis.POOLED;
    }

    private Authority authority(NewEntry asked, List<Posting> postings, List<BudgetLine> touched) {
        var decision = asked.decisionId();
        return decision != null
                ? decided(decision, asked.effectiveDate(), postings, touched)
                : planned(postings, touched);
    }

    /// The decision cited covers this entry together with what was done under it before. It must be
    /// in effect today; what it allows may be true from an earlier day. Who cites the decision that
    /// approved the plan has the plan's authority, and no more.
    private Authority decided(
            String decision,
            LocalDate effectiveOn,
            List<Posting> postings,
            List<BudgetLine> touched) {
        var known = grounds.decision(decision);
        if (fund.isApprovedBy(known.id())) {
            return planned(postings, touched);
        }
        var matter =
                new Matter(
                        names(postings, touched),
                        Entry.debits(postings),
                        null,
                        grounds.today(),
                        fund.locality(),
                        OwnersMoney.in(postings, grounds::line),
                        isOfOnePool(effectiveOn, postings, touched));
        return known.requireCovering(grounds.used().together(known.id(), matter));
    }

    /// Whether all of it is spent out of the pool; what partners owe each other is each one's own.
    private static boolean isOfOnePool(
            LocalDate on, List<Posting> postings, List<BudgetLine> touched) {
        return !touched.isEmpty()
                && touched.stream().allMatch(line -> line.basisOn(on) == Basis.POOLED)
                && postings.stream().noneMatch(posting -> posting.account().isBetweenPartners());
    }

    /// A decision on the fund covers any entry about its owners' money; one on a line covers what
    /// is spent on that line alone, paid from the host's cash, creditors or prepayments.
    private Set<Subject> names(List<Posting> postings, List<BudgetLine> touched) {
        var names = new HashSet<>(fund.names("fund"));
        if (touched.size() == 1 && Entry.isOnlySpend(postings)) {
            names.addAll(touched.getFirst().names());
        }
        return names;
    }

    /// The plan stands as long as the decision that approved it does.
    private Authority planned(List<Posting> postings, List<BudgetLine> touched) {
        var authority =
                touched.stream()
                        .map(this::approvalOf)
                        .reduce((_, last) -> last)
                        .orElseThrow(
                                () ->
                                        new LedgerRefusal.NoAuthority(
                                                "no posting names a line of an approved plan"));
        Entry.requireOnlySpend(postings);
        grounds.requireStanding(authority.id());
        return authority;
    }

    private Authority approvalOf(BudgetLine line) {
        return fund.approvalOf(line.planVersion())
                .orElseThrow(
                        () ->
                                new LedgerRefusal.NoAuthority(
                                        "the plan that holds %s is not approved"
                                                .formatted(line.reference())));
    }

    /// Every line is asked before one of them changes.
    private void requireRoom(LocalDate on, List<Posting> postings, List<BudgetLine> touched) {
        var spend = Entry.spendByLine(postings);
        for (var line : touched) {
            lookedAt = placeOfSpend(line.id(), postings);
            line.requireCanSpend(spend.getOrDefault(line.id(), Pence.ZERO), on);
        }
        lookedAt = null;
    }

    private static @Nullable Integer placeOfSpend(UUID line, List<Posting> postings) {
        for (int i = 0; i < postings.size(); i++) {
            if (postings.get(i).account() == Account.SPEND
                    && line.equals(postings.get(i).lineId())) {
                return i + 1;
            }
        }
        return null;
    }

    private void keep(Entry entry, List<BudgetLine> touched) {
        var spend = Entry.spendByLine(entry.postings());
        touched.forEach(
                line -> line.spend(spend.getOrDefault(line.id(), Pence.ZERO), entry.effectiveOn()));
        if (entry.authority().kind() == Authority.Kind.DECISION) {
            grounds.used()
                    .add(
                            entry.authority().id(),
                            Entry.debits(entry.postings()),
                            OwnersMoney.in(entry.postings(), grounds::line));
        }
        remember(entry);
    }

    private void remember(Entry entry) {
        var key = entry.particulars().key();
        if (key != null) {
            byKey.put(key, entry);
        }
    }

    private interface Look {
        void at(Posting posting);
    }

    private void forEach(List<Posting> postings, Look look) {
        for (int i = 0; i < postings.size(); i++) {
            lookedAt = i + 1;
            look.at(postings.get(i));
        }
        lookedAt = null;
    }
}
