package locality.governance.scrutiny;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;

/// That a committee's quota was set: the log says who set it.
///
/// @param until the last day of the period
/// @param effectiveOn the first
@EventType("governance.scrutiny-quota-set.v1")
record QuotaSet(
        UUID quotaId,
        String reference,
        UUID bodyId,
        String subject,
        int reportsWanted,
        LocalDate until,
        Locality locality,
        LocalDate effectiveOn)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "scrutiny-quota";
    }

    @Override
    public String subjectId() {
        return quotaId.toString();
    }
}
