package locality.governance.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.authority.Authority.Transferable;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.delegation.DelegationRefusal.GrantingDecisionNotValid;
import locality.governance.function.Functions;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Passes a power on. A grant is a part of the grantor's own: in function, limit and time.
@ApplicationScoped
class GrantDelegation {

    private final Delegations delegations;
    private final PassingOn passingOn;
    private final BodyRegister bodies;
    private final Functions functions;
    private final Organisations organisations;
    private final GrantingDecisions decisions;
    private final Recorder recorder;
    private final EventLog eventLog;

    GrantDelegation(
            Delegations delegations,
            PassingOn passingOn,
            BodyRegister bodies,
            Functions functions,
            Organisations organisations,
            GrantingDecisions decisions,
            Recorder recorder,
            EventLog eventLog) {
        this.delegations = delegations;
        this.passingOn = passingOn;
        this.bodies = bodies;
        this.functions = functions;
        this.organisations = organisations;
        this.decisions = decisions;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Delegation handle(Delegation delegation, BodyOnDate grantor) {
        return grant(delegation, grantor);
    }

    /// As a part of a larger transaction, which a refusal does not end.
    Delegation grant(Delegation delegation, BodyOnDate grantor) {
        recorder.requireWriting(delegation.place, "place", delegation.place.code());
        requireOneHolder(delegation, grantor);
        if (delegations.lookUp(delegation.reference).isPresent()) {
            throw new DelegationRefusal.ReferenceTaken(delegation.reference);
        }
        delegation.requireSound();
        functions.requireKnown(delegation.functions);
        for (var function : delegation.functions) {
            requirePartOfOwn(delegation, grantor, function);
        }
        requireWithinTheirLives(delegation);
        requireDecided(delegation, grantor);
        delegations.persistAndFlush(delegation);
        eventLog.append(delegation.granted(grantor.organisation()));
        return delegation;
    }

    private void requireOneHolder(Delegation delegation, BodyOnDate grantor) {
        if ((delegation.toBody == null) == (delegation.toOrganisation == null)) {
            throw new DelegationRefusal.OneHolder();
        }
        if (grantor.id().equals(delegation.toBody)) {
            throw new DelegationRefusal.Circular(grantor.reference());
        }
        organisations.requireOnRecord(delegation.toOrganisation);
    }

    private void requireWithinTheirLives(Delegation delegation) {
        Stream.of(delegation.fromBody, delegation.toBody)
                .filter(Objects::nonNull)
                .flatMap(body -> bodies.dissolution(body).stream())
                .filter(dissolved -> delegation.outlasts(dissolved.from()))
                .findFirst()
                .ifPresent(
                        dissolved -> {
                            throw new DelegationRefusal.OutlivesABody(
                                    dissolved.reference(), dissolved.from(), delegation.expiresOn);
                        });
    }

    /// A decision of ours that is named is in effect, is the grantor's, and came first.
    private void requireDecided(Delegation delegation, BodyOnDate grantor) {
        var named = delegation.grantingDecision;
        if (named == null) {
            return;
        }
        var decision =
                decisions
                        .find(named)
                        .orElseThrow(() -> GrantingDecisionNotValid.notOnRecord(named));
        if (!decision.inEffect()) {
            throw GrantingDecisionNotValid.notInEffect(decision);
        }
        if (!decision.body().equals(grantor.id())) {
            throw GrantingDecisionNotValid.ofAnotherBody(decision, grantor.reference());
        }
        var takenOn = decision.effectiveOn();
        if (takenOn == null || takenOn.isAfter(delegation.effectiveOn)) {
            throw GrantingDecisionNotValid.later(decision, delegation.effectiveOn);
        }
    }

    private void requirePartOfOwn(Delegation delegation, BodyOnDate grantor, String function) {
        if (functions.isReserved(function, delegation.place, delegation.period())) {
            throw new DelegationRefusal.Reserved(function, delegation.place);
        }
        var own = own(delegation, grantor.id(), function);
        if (own.isEmpty()) {
            throw new DelegationRefusal.NotTheirsToDelegate(
                    grantor.reference(), function, delegation.effectiveOn);
        }
        var wideEnough = own.stream().filter(one -> within(delegation.limit, one.cap())).toList();
        if (wideEnough.isEmpty()) {
            throw new DelegationRefusal.LimitWiderThanOwn(
                    function, delegation.limit, own.getFirst().cap());
        }
        if (wideEnough.stream().noneMatch(one -> lasts(delegation.expiresOn, one.until()))) {
            throw new DelegationRefusal.LongerThanOwn(
                    function, delegation.expiresOn, wideEnough.getFirst().until());
        }
    }

    private List<Transferable> own(Delegation delegation, UUID grantor, String function) {
        return passingOn.held(grantor, function, delegation.place, delegation.effectiveOn);
    }

    private static boolean within(@Nullable Pence asked, @Nullable Pence own) {
        return own == null || asked != null && !asked.exceeds(own);
    }

    private static boolean lasts(@Nullable LocalDate asked, @Nullable LocalDate own) {
        return own == null || asked != null && !asked.isAfter(own);
    }
}
