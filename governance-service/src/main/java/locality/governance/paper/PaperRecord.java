package locality.governance.paper;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// That a version of a paper's content was kept: the log says who gave it and when, and which bytes
/// they were.
///
/// @param link null when the bytes are kept here
@EventType("governance.paper-content-kept.v1")
public record PaperRecord(
        UUID paperId,
        int number,
        String mediaType,
        String sha256,
        @Nullable String link,
        Locality locality,
        LocalDate effectiveOn)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "paper-content";
    }

    @Override
    public String subjectId() {
        return paperId.toString();
    }
}
