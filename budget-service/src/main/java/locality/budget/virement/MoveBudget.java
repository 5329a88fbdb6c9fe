package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.authority.Authority;
import locality.budget.authority.KnownDecision;
import locality.budget.authority.KnownDecisions;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.ledger.Ledger;
import locality.budget.line.Lines;
import locality.budget.protection.Protections;
import locality.platform.caller.Caller;
import locality.platform.event.VirementEvent;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Moves budget from line to line: at once under a cited decision, or under the officers'
/// delegation where the scheme lets the fund manager decide so much; else what lines are to give is
/// set aside until governance decides.
@ApplicationScoped
class MoveBudget {

    private final Funds funds;
    private final Lines lines;
    private final Virements virements;
    private final VirementSchemes schemes;
    private final KnownDecisions decisions;
    private final FindVirementAuthority findAuthority;
    private final Protections protections;
    private final PostVirement postVirement;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;
    private final int daysToDecide;

    MoveBudget(
            Funds funds,
            Lines lines,
            Virements virements,
            VirementSchemes schemes,
            KnownDecisions decisions,
            FindVirementAuthority findAuthority,
            Protections protections,
            PostVirement postVirement,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock,
            @ConfigProperty(name = "budget.approval.days") int daysToDecide) {
        this.funds = funds;
        this.lines = lines;
        this.virements = virements;
        this.schemes = schemes;
        this.decisions = decisions;
        this.findAuthority = findAuthority;
        this.protections = protections;
        this.postVirement = postVirement;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
        this.daysToDecide = daysToDecide;
    }

    @Transactional
    Virement handle(
            Caller caller, String fundId, VirementResource.NewVirement asked, boolean onlyTry) {
        var fund = funds.lock(caller, fundId);
        var moves = moves(fund, asked);
        moves.requireLawful(fund);
        var cited = cited(fund, asked.decisionId());
        schemes.requireInForce(fund, moves);
        moves.requireRoom();
        var touched = protections.requireLeft(fund, moves.byLine(), null);
        var virement = draft(caller, fund, moves, asked);

        var warned = touched.stream().map(Protections.Standing::reference).toList();
        var told =
                findAuthority
                        .of(virement, fund, caller, cited)
                        .<VirementEvent>map(by -> make(virement, fund, moves, by, caller, warned))
                        .orElseGet(() -> requestApproval(virement, moves, warned));
        eventLog.append(told);
        dryRun.undoIf(onlyTry);
        return virement;
    }

    private Moves moves(Fund fund, VirementResource.NewVirement asked) {
        var named =
                asked.moves().stream()
                        .map(
                                move ->
                                        new Move(
                                                lines.idOf(fund, move.lineId()),
                                                move.lineId(),
                                                move.amountPence()))
                        .toList();
        Moves.requireZeroSum(named);
        var on = day(fund.financialYear(), asked.effectiveOn());
        return Moves.called(named, lines.lockAll(named.stream().map(Move::lineId).toList()), on);
    }

    private @Nullable KnownDecision cited(Fund fund, @Nullable String decision) {
        return decision == null ? null : decisions.lock(decision, fund.locality());
    }

    private Virement draft(
            Caller caller, Fund fund, Moves moves, VirementResource.NewVirement asked) {
        var virement = new Virement();
        virement.id = Ids.next();
        virement.fundId = fund.id();
        virement.number = virements.nextNumber(fund);
        virement.reference = "%s-V%d".formatted(fund.reference(), virement.number);
        virement.locality = fund.locality();
        virement.moves.addAll(moves.all());
        virement.amountPence = moves.amount();
        virement.reason = asked.reason();
        virement.effectiveOn = moves.on();
        virement.tier = tier(fund, moves);
        virement.decisionFunction = virement.tier.functions().getFirst();
        virement.basis = moves.basis();
        virement.owners =
                moves.owners().entrySet().stream()
                        .map(one -> new Virement.Owner(one.getKey(), one.getValue()))
                        .toList();
        virement.contentHash = virement.hashOfContent();
        virement.requestedBy = caller.organisation();
        virement.provenance = Entered.by(caller, asked.provenance());
        return virement;
    }

    private ChosenTier tier(Fund fund, Moves moves) {
        var before = virements.before(moves.lines().keySet());
        var function = fund.decisionFunction();
        return schemes.of(fund, moves.on())
                .map(scheme -> ChosenTier.of(scheme, function, moves, before))
                .orElseGet(() -> ChosenTier.withoutAScheme(function, moves, before));
    }

    /// The day said; else today, or of a year that is over its last day.
    private LocalDate day(FinancialYear year, @Nullable LocalDate said) {
        var today = BusinessClock.today(clock);
        var last = today.isAfter(year.end()) ? year.end() : today;
        var day = said == null ? last : said;
        if (day.isAfter(today)) {
            throw new VirementRefusal.LiesAhead(day, today);
        }
        if (day.isAfter(year.end())) {
            throw new VirementRefusal.AfterTheYear(day, year);
        }
        Ledger.requireBegun(year, day);
        return day;
    }

    private VirementEvent make(
            Virement virement,
            Fund fund,
            Moves moves,
            Authority authority,
            Caller caller,
            List<String> warned) {
        moves.make();
        var made = virement.make(authority, Ids.next(), warned);
        virements.persistAndFlush(virement);
        postVirement.handle(virement, fund, authority, made.entryId(), caller.actor());
        return made;
    }

    private VirementEvent requestApproval(Virement virement, Moves moves, List<String> warned) {
        moves.request();
        var due = BusinessClock.today(clock).plusDays(daysToDecide);
        var requested = virement.requestApproval(Ids.next(), due, warned);
        virements.persistAndFlush(virement);
        return requested;
    }
}
