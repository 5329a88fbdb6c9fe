package locality.budget.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.identifier.Ids;
import org.jspecify.annotations.Nullable;

/// Records a rule of performance pay, and takes one away.
@ApplicationScoped
class SetPerformancePay {

    private final PerformancePayRules rules;
    private final EventLog eventLog;

    SetPerformancePay(PerformancePayRules rules, EventLog eventLog) {
        this.rules = rules;
        this.eventLog = eventLog;
    }

    @Transactional
    PerformancePayRule handle(Caller caller, PerformancePayResource.NewRule asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (rules.has(asked.reference())) {
            throw new PerformanceRefusal.ReferenceTaken(asked.reference());
        }
        var rule = new PerformancePayRule();
        rule.id = Ids.next();
        rule.reference = asked.reference();
        rule.locality = asked.locality();
        rule.name = asked.name();
        rule.basisPoints = asked.basisPoints();
        rule.startsOn = asked.startsOn();
        rule.endsOn = asked.endsOn();
        rule.provenance = Entered.by(caller, asked.provenance());
        var recorded = rule.record();
        rules.persistAndFlush(rule);
        eventLog.append(recorded);
        return rule;
    }

    @Transactional
    PerformancePayRule handle(
            Caller caller,
            String idOrReference,
            PerformancePayResource.End asked,
            @Nullable String ifMatch) {
        var rule = rules.lock(caller, idOrReference);
        new EntityTag(rule.version).check(ifMatch);
        var ended = rule.end(asked.endsOn(), Entered.by(caller, asked.provenance()));
        rules.flush();
        eventLog.append(ended);
        return rule;
    }
}
