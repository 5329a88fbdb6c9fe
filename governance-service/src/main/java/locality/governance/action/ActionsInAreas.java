package locality.governance.action;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.recorder.Recorder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The actions of a body that stand in areas, for whoever shows the action plan.
@ApplicationScoped
public class ActionsInAreas {

    private final Actions actions;
    private final Recorder recorder;

    ActionsInAreas(Actions actions, Recorder recorder) {
        this.actions = actions;
        this.recorder = recorder;
    }

    /// An action as it was on a day.
    ///
    /// @param open whether it is neither complete nor superseded
    /// @param dueOn the last day: of a month, the month's last
    @Schema(name = "ActionInArea")
    public record InArea(
            String reference,
            String title,
            String area,
            @Nullable String workArea,
            @Nullable String post,
            @Nullable String organisation,
            String state,
            boolean open,
            @Nullable LocalDate dueOn,
            DuePrecision precision,
            @Nullable LocalDate reviewOn,
            boolean overdue) {

        private static InArea of(Action action, ActionStep was, LocalDate on) {
            return new InArea(
                    action.reference,
                    action.title,
                    requireNonNull(action.area),
                    action.workArea,
                    action.post,
                    action.organisation,
                    was.state().name(),
                    was.state().isUnfinished(),
                    was.dueOn(),
                    was.duePrecision(),
                    was.reviewOn(),
                    was.isOverdueOn(on));
        }
    }

    /// Those given by the day that the caller reads, in the order of their references.
    public List<InArea> of(UUID body, LocalDate on) {
        var readable = recorder.shown(null);
        return actions.inAreas(body).stream()
                .filter(action -> readable.contains(action.locality))
                .flatMap(
                        action ->
                                action.on(on)
                                        .map(was -> Stream.of(InArea.of(action, was, on)))
                                        .orElseGet(Stream::empty))
                .toList();
    }
}
