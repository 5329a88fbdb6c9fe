package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Says when a body hands an entry to the body above, from a day on; without a body, when each does
/// that has no rule of its own.
@ApplicationScoped
class SetEscalationRule {

    private final EscalationRules rules;
    private final BodyRegister bodies;
    private final Recorder recorder;
    private final EventLog eventLog;

    SetEscalationRule(
            EscalationRules rules, BodyRegister bodies, Recorder recorder, EventLog eventLog) {
        this.rules = rules;
        this.bodies = bodies;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    EscalationRule handle(
            @Nullable String body,
            int threshold,
            int daysOverdue,
            LocalDate effectiveOn,
            @Nullable Provenance provenance) {
        var of = body == null ? null : bodies.requireForWriting(body, effectiveOn);
        var rule = new EscalationRule();
        rule.id = Ids.next();
        rule.bodyId = of == null ? null : of.id();
        rule.bodyReference = of == null ? null : of.reference();
        rule.locality = of == null ? Locality.GREATER_MANCHESTER : of.locality();
        rule.threshold = threshold;
        rule.daysOverdue = daysOverdue;
        rule.effectiveOn = effectiveOn;
        rule.provenance = recorder.provenance(provenance);
        recorder.requireWriting(rule.locality, "locality", rule.locality.code());
        if (rules.from(rule.bodyId, effectiveOn).isPresent()) {
            throw new EntryRefusal.RuleOfThatDay(rule.bodyReference, effectiveOn);
        }
        rules.persistAndFlush(rule);
        eventLog.append(rule.told());
        return rule;
    }
}
