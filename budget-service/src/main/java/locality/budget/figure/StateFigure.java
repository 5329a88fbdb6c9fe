package locality.budget.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;

/// Keeps a figure as a document states it.
@ApplicationScoped
class StateFigure {

    private final Figures figures;
    private final Plans plans;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    StateFigure(Figures figures, Plans plans, EventLog eventLog, DryRun dryRun, Clock clock) {
        this.figures = figures;
        this.plans = plans;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    StatedFigure handle(Caller caller, FigureResource.NewFigure asked, boolean onlyTry) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (figures.withReference(asked.reference()).isPresent()) {
            throw new FigureRefusal.ReferenceTaken(asked.reference());
        }
        var about = About.of(plans, asked.locality(), asked.fund(), asked.line());
        var figure = new StatedFigure();
        figure.id = Ids.next();
        figure.reference = asked.reference();
        figure.locality = asked.locality();
        figure.fundId = about.fundId();
        figure.lineId = about.lineId();
        var said = asked.said(Entered.by(caller, asked.provenance()));
        var stated = figure.state(said, clock.instant(), BusinessClock.today(clock));
        figures.persistAndFlush(figure);
        eventLog.append(stated);
        dryRun.undoIf(onlyTry);
        return figure;
    }
}
