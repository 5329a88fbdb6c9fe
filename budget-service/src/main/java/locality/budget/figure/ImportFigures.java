package locality.budget.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.budget.DryRun;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.Csv;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Takes a spreadsheet of figures: new references are stated, those that say something else are
/// corrected. All of it, or nothing; the same sheet again changes nothing.
@ApplicationScoped
class ImportFigures {

    private final Figures figures;
    private final Plans plans;
    private final EventLog eventLog;
    private final Event<FiguresCorrected> corrections;
    private final DryRun dryRun;
    private final Clock clock;

    ImportFigures(
            Figures figures,
            Plans plans,
            EventLog eventLog,
            Event<FiguresCorrected> corrections,
            DryRun dryRun,
            Clock clock) {
        this.figures = figures;
        this.plans = plans;
        this.eventLog = eventLog;
        this.corrections = corrections;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Schema(name = "FiguresImported")
    record Imported(int stated, int corrected, int unchanged) {}

    @Transactional
    Imported handle(Caller caller, Locality place, String text, boolean onlyTry) {
        caller.requireSight(place, "locality", place);
        var csv = Csv.read(text, FigureSheet.REQUIRED, FigureSheet.OPTIONAL);
        var rows = FigureSheet.read(csv, Entered.by(caller, null));
        var batch = new Batch(place, known(rows));
        rows.forEach(batch::take);
        csv.refuseFaults();

        eventLog.appendAll(batch.told);
        corrections.fire(new FiguresCorrected(Set.copyOf(batch.corrected)));
        dryRun.undoIf(onlyTry);
        int changed = batch.corrected.size();
        return new Imported(batch.told.size() - changed, changed, rows.size() - batch.told.size());
    }

    private Map<String, StatedFigure> known(List<FigureSheet.Row> rows) {
        return figures.lockAllNamed(rows.stream().map(FigureSheet.Row::reference).toList()).stream()
                .collect(Collectors.toMap(StatedFigure::reference, figure -> figure));
    }

    /// One sheet while it is taken.
    private final class Batch {
        private final Locality place;
        private final Map<String, StatedFigure> known;
        private final List<FigureEvent> told = new ArrayList<>();
        private final Set<UUID> corrected = new HashSet<>();
        private final Map<List<@Nullable String>, About> looked = new HashMap<>();

        private Batch(Locality place, Map<String, StatedFigure> known) {
            this.place = place;
            this.known = known;
        }

        private void take(FigureSheet.Row row) {
            var figure = known.get(row.reference());
            var about = about(row);
            if (about == null) {
                return;
            }
            if (figure == null) {
                state(row, about);
            } else if (mayChange(row, figure, about)) {
                correct(row, figure);
            }
        }

        private @Nullable About about(FigureSheet.Row row) {
            try {
                return looked.computeIfAbsent(
                        java.util.Arrays.asList(row.fund(), row.line()),
                        _ -> About.of(plans, place, row.fund(), row.line()));
            } catch (Refusal refused) {
                row.at().fault(row.line() == null ? "fund" : "line", refused.detail());
                return null;
            }
        }

        private void state(FigureSheet.Row row, About about) {
            if (row.version() != null) {
                row.at().fault("version", "is of a figure that is not there");
                return;
            }
            var figure = new StatedFigure();
            figure.id = Ids.next();
            figure.reference = row.reference();
            figure.locality = place;
            figure.fundId = about.fundId();
            figure.lineId = about.lineId();
            told.add(figure.state(row.said(), clock.instant(), BusinessClock.today(clock)));
            figures.persist(figure);
        }

        /// Whether the row is of this figure as it is, and says something else of it.
        private boolean mayChange(FigureSheet.Row row, StatedFigure figure, About about) {
            if (figure.locality != place) {
                row.at().fault("reference", "is taken");
                return false;
            }
            if (row.version() != null && row.version() != figure.version) {
                row.at()
                        .fault(
                                "version",
                                "you read version %d, it is now %d"
                                        .formatted(row.version(), figure.version));
                return false;
            }
            if (!about.equals(new About(figure.fundId, figure.lineId))) {
                row.at().fault("fund", "a figure stays about what it is about");
                return false;
            }
            return !row.said().read(null, clock.instant()).saysTheSameAs(figure.current());
        }

        private void correct(FigureSheet.Row row, StatedFigure figure) {
            if (row.version() == null) {
                row.at()
                        .fault(
                                "version",
                                "%s is there and says \"%s\"; give its version to correct it"
                                        .formatted(figure.reference, figure.current().stated()));
                return;
            }
            if (row.reason() == null) {
                row.at().fault("reason", "a correction says why");
                return;
            }
            var today = BusinessClock.today(clock);
            told.add(figure.correct(row.said(), row.reason(), clock.instant(), today));
            corrected.add(figure.id);
        }
    }
}
