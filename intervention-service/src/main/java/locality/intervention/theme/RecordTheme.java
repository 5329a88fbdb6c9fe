package locality.intervention.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.intervention.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;

/// Puts a theme on record.
@ApplicationScoped
class RecordTheme {

    private final Themes themes;
    private final EventLog eventLog;
    private final Clock clock;

    RecordTheme(Themes themes, EventLog eventLog, Clock clock) {
        this.themes = themes;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Transactional
    Theme handle(Caller caller, ThemeResource.NewTheme asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (themes.has(asked.reference())) {
            throw new ThemeRefusal.ReferenceTaken(asked.reference());
        }
        var theme = new Theme();
        theme.id = Ids.next();
        theme.reference = asked.reference();
        theme.name = asked.name();
        theme.kind = asked.kind();
        theme.gmTheme = asked.gmTheme();
        theme.locality = asked.locality();
        theme.effectiveOn =
                asked.effectiveOn() == null ? BusinessClock.today(clock) : asked.effectiveOn();
        theme.provenance = Entered.by(caller, asked.provenance());
        if (asked.parent() != null) {
            theme.placeUnder(themes.require(caller, asked.parent()));
        }
        themes.persistAndFlush(theme);
        eventLog.append(theme.recorded());
        return theme;
    }
}
