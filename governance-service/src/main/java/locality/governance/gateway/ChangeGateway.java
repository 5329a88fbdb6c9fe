package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import locality.governance.action.Due;
import locality.governance.assessment.Standings;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Takes a gateway through its due diligence and its decision to its end.
@ApplicationScoped
class ChangeGateway {

    private final Gateways gateways;
    private final Standings standings;
    private final FindReadiness findReadiness;
    private final Recorder recorder;
    private final EventLog eventLog;

    ChangeGateway(
            Gateways gateways,
            Standings standings,
            FindReadiness findReadiness,
            Recorder recorder,
            EventLog eventLog) {
        this.gateways = gateways;
        this.standings = standings;
        this.findReadiness = findReadiness;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    /// Which gateway, on which day, and who says so.
    ///
    /// @param gateway its id or reference
    /// @param ifMatch the version of it the caller read
    record At(String gateway, @Nullable String ifMatch, LocalDate on, Provenance provenance) {}

    /// A condition as it is said.
    ///
    /// @param covers the code or title of a criterion of the due diligence, null for none
    record ToAgree(String text, Due due, @Nullable String covers) {}

    /// @param assessment its id or reference; null for the one it has
    @Transactional
    Gateway startDueDiligence(At at, @Nullable String assessment) {
        return change(
                at,
                gateway ->
                        gateway.startDueDiligence(
                                assessment == null
                                        ? null
                                        : standings.require(assessment, gateway.locality),
                                at.on,
                                at.provenance));
    }

    @Transactional
    Gateway submit(At at) {
        return change(at, gateway -> gateway.submit(at.on, at.provenance));
    }

    /// @param decision that approves it, by id or reference; null for the one about it
    /// @param conditions that the decision makes
    @Transactional
    Gateway pass(At at, @Nullable String decision, List<ToAgree> conditions) {
        var gateway = require(at);
        conditions.forEach(condition -> gateway.agree(agreed(gateway, at, condition)));
        var readiness = findReadiness.of(gateway, at.on, decision);
        var going = gateway.pass(readiness, at.on, at.provenance);
        tell(gateway);
        going.forEach(eventLog::append);
        return gateway;
    }

    @Transactional
    Gateway notPass(At at, String reason) {
        return change(at, gateway -> gateway.notPass(at.on, reason, at.provenance));
    }

    @Transactional
    Gateway defer(At at, String reason) {
        return change(at, gateway -> gateway.defer(at.on, reason, at.provenance));
    }

    @Transactional
    Gateway agree(At at, ToAgree condition) {
        return change(at, gateway -> gateway.agree(agreed(gateway, at, condition)));
    }

    @Transactional
    Gateway meet(At at, int condition, String evidence) {
        return change(at, gateway -> gateway.meet(condition, at.on, evidence));
    }

    @Transactional
    Gateway learn(At at, String text) {
        return change(at, gateway -> gateway.learn(text, at.on, at.provenance));
    }

    @Transactional
    Gateway close(At at) {
        return change(at, gateway -> gateway.close(at.on, at.provenance));
    }

    private Condition agreed(Gateway gateway, At at, ToAgree said) {
        var covered = said.covers == null ? null : covered(gateway, said.covers);
        return Condition.agreed(said.text, said.due, covered, at.on, at.provenance);
    }

    /// @throws GatewayRefusal if it has no due diligence yet
    private Condition.Covered covered(Gateway gateway, String criterion) {
        var assessment = gateway.last().assessmentId();
        if (assessment == null) {
            throw new GatewayRefusal.NoDueDiligence(gateway.reference);
        }
        return new Condition.Covered(
                assessment, standings.requireCriterion(assessment, criterion).code());
    }

    private Gateway change(At at, Consumer<Gateway> step) {
        var gateway = require(at);
        step.accept(gateway);
        tell(gateway);
        return gateway;
    }

    private Gateway require(At at) {
        var gateway = gateways.requireAlone(at.gateway);
        recorder.requireWriting(gateway.locality, "gateway", at.gateway);
        gateway.requireUnchanged(at.ifMatch);
        if (at.on.isAfter(recorder.today())) {
            throw new GatewayRefusal.InTheFuture(at.on, recorder.today());
        }
        return gateway;
    }

    private void tell(Gateway gateway) {
        gateways.flush();
        eventLog.append(gateway.changed());
    }
}
