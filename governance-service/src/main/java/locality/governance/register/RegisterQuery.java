package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What is asked of the registers.
@ApplicationScoped
class RegisterQuery {

    private final RegisterEntries entries;
    private final BodyRegister bodies;
    private final Recorder recorder;

    RegisterQuery(RegisterEntries entries, BodyRegister bodies, Recorder recorder) {
        this.entries = entries;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// What is asked for; null restricts nothing.
    ///
    /// @param body by id or reference
    record Asked(
            @Nullable Locality locality,
            @Nullable String register,
            @Nullable EntryKind kind,
            @Nullable EntryState state,
            @Nullable String body,
            LocalDate day) {}

    List<RegisterEntry> find(Asked asked, String after, int limit) {
        return entries.inPlaces(
                recorder.shown(asked.locality),
                new RegisterEntries.Wanted(
                        asked.day,
                        asked.register,
                        asked.kind,
                        asked.state,
                        asked.body == null ? null : bodies.require(asked.body, asked.day).id()),
                after,
                limit);
    }
}
