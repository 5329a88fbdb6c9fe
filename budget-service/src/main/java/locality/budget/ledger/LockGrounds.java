package locality.budget.ledger;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import locality.budget.agreement.Agreements;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.budget.line.Lines;
import locality.budget.line.RingFences;
import locality.platform.caller.Caller;
import locality.platform.time.BusinessClock;

/// Reads and locks, once for any number of entries of a fund, what they are judged by. The locks
/// are held until the caller's transaction ends.
@ApplicationScoped
class LockGrounds {

    private final Lines lines;
    private final KnownDecisions decisions;
    private final Agreements agreements;
    private final Entries entries;
    private final Ledger ledger;
    private final Validator validator;
    private final Clock clock;

    LockGrounds(
            Lines lines,
            KnownDecisions decisions,
            Agreements agreements,
            Entries entries,
            Ledger ledger,
            Validator validator,
            Clock clock) {
        this.lines = lines;
        this.decisions = decisions;
        this.agreements = agreements;
        this.entries = entries;
        this.ledger = ledger;
        this.validator = validator;
        this.clock = clock;
    }

    /// Locks in the one order kept by all: keys, lines, decisions, the agreement. Whoever posts
    /// takes no other lock after these.
    ///
    /// @param onlyTry whether the entries are only tried out
    Grounds handle(Caller caller, Fund fund, Mentioned mentioned, boolean onlyTry) {
        entries.lockKeys(fund.id(), mentioned.keys());
        var lineIds = lines.idsOf(fund, mentioned.lines());
        var locked =
                lines.lockAll(Set.copyOf(lineIds.values())).stream()
                        .collect(toMap(BudgetLine::id, Function.identity()));
        var plan = fund.approvalOf(0).map(Authority::id);
        var known = decisions.lockAll(mentioned.decisions(), fund.locality(), plan.orElse(null));
        var agreement = agreements.hold(fund.agreementId());
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
                ledger.recordingTime(fund.id(), onlyTry),
                lineIds,
                locked,
                byName,
                decisions.usedUnder(known.stream().map(KnownDecision::id).collect(toSet())),
                mentioned.drawsOnASource() ? lines.ringFencesOf(fund) : RingFences.NONE,
                day -> agreement.flatMap(one -> one.basisOn(day)).orElse(null),
                agreement.map(held -> agreements.governed(held.id())).orElse(null),
                validator);
    }
}
