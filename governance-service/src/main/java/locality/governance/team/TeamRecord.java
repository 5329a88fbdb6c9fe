package locality.governance.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// That a team was written down, moved, or ended: the log says who wrote it and when.
@EventType("governance.team-written.v1")
record TeamRecord(
        UUID teamId,
        String reference,
        @Nullable String organisation,
        @Nullable UUID bodyId,
        List<String> functions,
        Locality locality,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "team";
    }

    @Override
    public String subjectId() {
        return teamId.toString();
    }
}
