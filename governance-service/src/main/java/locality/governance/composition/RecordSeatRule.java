package locality.governance.composition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.period.Period;
import locality.governance.recorder.Numbering;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Puts a rule about the seats of a body on record, and ends it.
@ApplicationScoped
class RecordSeatRule {

    private final SeatRules rules;
    private final BodyRegister bodies;
    private final Numbering numbering;
    private final EventLog eventLog;

    RecordSeatRule(SeatRules rules, BodyRegister bodies, Numbering numbering, EventLog eventLog) {
        this.rules = rules;
        this.bodies = bodies;
        this.numbering = numbering;
        this.eventLog = eventLog;
    }

    @Transactional
    SeatRule handle(BodyOnDate body, Rule rule, Period period, Provenance source) {
        if (rule.kind() == RuleKind.RECIPROCAL && rule.otherBodies().contains(body.id())) {
            throw new CompositionRefusal.AboutItself(body.reference());
        }
        bodies.requireEverHad(body.id(), rule.ownSeats());
        var recorded =
                new SeatRule(body, numbering.next(SeatRule.class, body.id()), rule, period, source);
        rules.persistAndFlush(recorded);
        eventLog.append(recorded.written());
        return recorded;
    }

    @Transactional
    SeatRule end(
            BodyOnDate body,
            int number,
            @Nullable String ifMatch,
            LocalDate firstDayWithout,
            Provenance source) {
        var rule = rules.require(body.id(), body.reference(), number);
        new EntityTag(rule.version).check(ifMatch);
        var told = rule.end(firstDayWithout, source);
        rules.flush();
        eventLog.append(told);
        return rule;
    }
}
