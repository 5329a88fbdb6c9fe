package locality.budget.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Says a figure anew; what was said before is kept, and whoever compared it hears of it.
@ApplicationScoped
class CorrectFigure {

    private final Figures figures;
    private final EventLog eventLog;
    private final Event<FiguresCorrected> corrections;
    private final DryRun dryRun;
    private final Clock clock;

    CorrectFigure(
            Figures figures,
            EventLog eventLog,
            Event<FiguresCorrected> corrections,
            DryRun dryRun,
            Clock clock) {
        this.figures = figures;
        this.eventLog = eventLog;
        this.corrections = corrections;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    StatedFigure handle(
            Caller caller,
            String idOrReference,
            FigureResource.Correction asked,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var figure = figures.lock(caller, idOrReference);
        new EntityTag(figure.version).check(ifMatch);
        var said = asked.said(Entered.by(caller, asked.provenance()));
        var corrected =
                figure.correct(said, asked.reason(), clock.instant(), BusinessClock.today(clock));
        figures.flush();
        eventLog.append(corrected);
        corrections.fire(new FiguresCorrected(Set.of(figure.id)));
        dryRun.undoIf(onlyTry);
        return figure;
    }
}
