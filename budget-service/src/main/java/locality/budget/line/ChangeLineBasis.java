package locality.budget.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.budget.agreement.Agreement;
import locality.budget.agreement.Agreements;
import locality.budget.agreement.Basis;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.Matter;
import locality.budget.fund.Fund;
import locality.budget.fund.Funds;
import locality.budget.partnership.Standing;
import locality.platform.caller.Caller;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Changes the basis of a line from a later period on: under the version of the fund's agreement
/// that is signed and in force that day, or, where none is, under a decision.
@ApplicationScoped
class ChangeLineBasis {

    private final Funds funds;
    private final Lines lines;
    private final Agreements agreements;
    private final KnownDecisions decisions;
    private final NextPlan nextPlan;
    private final Event<FundPlanned> plans;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    ChangeLineBasis(
            Funds funds,
            Lines lines,
            Agreements agreements,
            KnownDecisions decisions,
            NextPlan nextPlan,
            Event<FundPlanned> plans,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.agreements = agreements;
        this.decisions = decisions;
        this.nextPlan = nextPlan;
        this.plans = plans;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    record Changed(BudgetLine line, Fund fund) {}

    @Transactional
    Changed handle(
            Caller caller,
            String idOrReference,
            LineBasisResource.NewBasis asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var fund = funds.lock(caller, lines.fundOf(caller, idOrReference).toString());
        var all = lines.lockAllOf(fund);
        var line = lines.findById(lines.idOf(fund, idOrReference));
        new EntityTag(line.version).check(ifMatch);
        var next = allowed(caller, fund, line, asked);
        var lastMovedOn = lines.lastMovedOn(line.id).orElse(null);
        boolean wasOnlyInView = line.isOnlyInView();
        eventLog.append(line.change(next, fund.financialYear(), lastMovedOn));
        if (wasOnlyInView && !line.isOnlyInView()) {
            planAnew(caller, fund, all, line);
        }
        lines.flush();
        dryRun.undoIf(onlyTry);
        return new Changed(line, fund);
    }

    /// What was only in view becomes the fund's money, which nobody approved so far.
    private void planAnew(Caller caller, Fund fund, List<BudgetLine> all, BudgetLine line) {
        var planned = nextPlan.again(fund, all, null, caller);
        line.planVersion = fund.planVersion();
        eventLog.append(planned);
        plans.fire(planned);
    }

    private LineBasis allowed(
            Caller caller, Fund fund, BudgetLine line, LineBasisResource.NewBasis asked) {
        var agreement =
                Optional.ofNullable(fund.agreementId()).flatMap(agreements::findByIdOptional);
        var version = agreement.flatMap(one -> signedOn(one, asked.startsOn())).orElse(null);
        requireVersion(line, asked, version);
        requirePooling(line, asked, agreement);
        requireInForce(fund, asked);
        var decision = decided(fund, line, asked.decisionId());
        if (version == null && decision == null) {
            throw new LineRefusal.NoAuthority(line.reference, asked.startsOn());
        }
        return new LineBasis(
                asked.startsOn(),
                asked.basis(),
                version,
                decision,
                Entered.by(caller, asked.provenance()));
    }

    /// The version in force on a day, once the money side of the agreement has begun.
    private Optional<Integer> signedOn(Agreement agreement, LocalDate day) {
        return agreement
                .termsOn(day)
                .flatMap(_ -> agreements.governed(agreement.id()).inForceOn(day))
                .map(Standing::agreementVersion);
    }

    private static void requireVersion(
            BudgetLine line, LineBasisResource.NewBasis asked, @Nullable Integer inForce) {
        var named = asked.agreementVersion();
        if (named != null && !named.equals(inForce)) {
            throw new LineRefusal.OtherAgreementVersion(
                    line.reference, asked.startsOn(), named, inForce);
        }
    }

    private static void requirePooling(
            BudgetLine line, LineBasisResource.NewBasis asked, Optional<Agreement> agreement) {
        var basis = agreement.flatMap(one -> one.basisOn(asked.startsOn())).orElse(null);
        var pools = agreement.filter(one -> one.poolsOn(asked.startsOn())).isPresent();
        if (asked.basis() == Basis.POOLED && !pools) {
            throw new LineRefusal.AgreementDoesNotPool(
                    line.reference,
                    asked.startsOn(),
                    agreement.map(Agreement::reference).orElse(null),
                    basis);
        }
    }

    /// Money is pooled from a day only under an agreement that is in force on it.
    private void requireInForce(Fund fund, LineBasisResource.NewBasis asked) {
        if (asked.basis() == Basis.POOLED) {
            agreements.pool(fund.agreementId()).ifPresent(p -> p.requireInForce(asked.startsOn()));
        }
    }

    /// A decision on the line or its fund, by its commissioner among others; it moves no money.
    private @Nullable UUID decided(Fund fund, BudgetLine line, @Nullable String decision) {
        if (decision == null) {
            return null;
        }
        var names = new HashSet<>(fund.names("fund"));
        names.addAll(line.names());
        return decisions
                .lock(decision, fund.locality())
                .requireCovering(
                        new Matter(
                                names,
                                Pence.ZERO,
                                null,
                                BusinessClock.today(clock),
                                fund.locality(),
                                Map.of(line.commissioner, Pence.ZERO)))
                .id();
    }
}
