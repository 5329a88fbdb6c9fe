package locality.governance.duty;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// That a duty was written down, or its end: the log says who wrote it and when.
@EventType("governance.duty-written.v1")
record DutyRecord(
        UUID dutyId,
        String reference,
        @Nullable UUID bodyId,
        @Nullable UUID postId,
        @Nullable String organisation,
        Locality locality,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @Nullable UUID follows)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "duty";
    }

    @Override
    public String subjectId() {
        return dutyId.toString();
    }
}
