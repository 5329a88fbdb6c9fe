package locality.intervention.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Retires a theme: what stands under it stays, nothing new is put there.
@ApplicationScoped
class RetireTheme {

    private final Themes themes;
    private final EventLog eventLog;
    private final Clock clock;

    RetireTheme(Themes themes, EventLog eventLog, Clock clock) {
        this.themes = themes;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Transactional
    Theme handle(
            Caller caller,
            String idOrReference,
            @Nullable LocalDate effectiveOn,
            @Nullable String ifMatch) {
        var theme = themes.lock(caller, idOrReference);
        new EntityTag(theme.version).check(ifMatch);
        var retired = theme.retire(effectiveOn == null ? BusinessClock.today(clock) : effectiveOn);
        themes.flush();
        eventLog.append(retired);
        return theme;
    }
}
