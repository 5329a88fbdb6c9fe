package locality.governance.composition;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// That a rule about seats was recorded or ended: the log says by whom and when.
@EventType("governance.seat-rule-written.v1")
public record SeatRuleWritten(
        UUID ruleId,
        UUID bodyId,
        RuleKind kind,
        @Nullable LocalDate endsOn,
        Locality locality,
        LocalDate effectiveOn)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "seat-rule";
    }

    @Override
    public String subjectId() {
        return ruleId.toString();
    }
}
