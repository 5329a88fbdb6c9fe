package locality.governance.action;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistRow.Call;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;

/// Actions that wait: late, to be reviewed, or without a date to be held to.
@ApplicationScoped
class ActionsDue implements WorklistSource {

    private final Actions actions;

    ActionsDue(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return Stream.of(ActionState.OPEN, ActionState.IN_PROGRESS)
                .map(state -> new Actions.Wanted(on, null, null, null, state, null))
                .flatMap(wanted -> actions.inPlaces(places, wanted, "", Page.ALL).stream())
                .flatMap(action -> action.on(on).flatMap(was -> row(action, was, on)).stream())
                .toList();
    }

    private static Optional<WorklistRow> row(Action action, ActionStep was, LocalDate on) {
        return switch (was.duePrecision()) {
            case DAY, MONTH -> was.isOverdueOn(on) ? Optional.of(late(action, was, on)) : none();
            case ONGOING -> reviewed(action, was, on);
            case UNDATED ->
                    Optional.of(
                            waiting(
                                    action,
                                    WorklistKind.ACTION_UNDATED,
                                    "Say by when it is to be done",
                                    Call.post(
                                            path(action, "move"),
                                            "dueOn",
                                            on.plusDays(WorklistSource.DAYS_AHEAD),
                                            "reason",
                                            "No date was said when it was given")));
        };
    }

    private static WorklistRow late(Action action, ActionStep was, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.ACTION_OVERDUE,
                action.reference,
                action.title,
                requireNonNull(was.dueOn()),
                on,
                at(action),
                "Was to be done by %s by %s: complete it, or move it with a reason"
                        .formatted(was.dueOn(), responsible(action)),
                Call.post(path(action, "complete"), "note", "What was done"));
    }

    private static Optional<WorklistRow> reviewed(Action action, ActionStep was, LocalDate on) {
        var next =
                Call.post(
                        path(action, "move"),
                        "precision",
                        DuePrecision.ONGOING,
                        "reviewOn",
                        on.plusDays(WorklistSource.DAYS_AHEAD),
                        "reason",
                        "Reviewed");
        if (was.reviewOn() == null) {
            return Optional.of(
                    waiting(
                            action,
                            WorklistKind.ACTION_WITHOUT_REVIEW,
                            "It goes on: say when it is reviewed next",
                            next));
        }
        return was.reviewOn().isAfter(on)
                ? none()
                : Optional.of(
                        WorklistRow.due(
                                WorklistKind.ACTION_TO_REVIEW,
                                action.reference,
                                action.title,
                                was.reviewOn(),
                                on,
                                at(action),
                                "Its review was due on %s: say when the next is"
                                        .formatted(was.reviewOn()),
                                next));
    }

    private static WorklistRow waiting(
            Action action, WorklistKind kind, String inWords, Call clear) {
        return WorklistRow.waiting(
                kind,
                action.reference,
                action.title,
                action.given().effectiveOn(),
                at(action),
                inWords,
                clear);
    }

    private static String responsible(Action action) {
        return Stream.of(action.post, action.organisation)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" of "));
    }

    private static WorklistRow.Place at(Action action) {
        return new WorklistRow.Place(action.locality, action.bodyReference, Roles.GOVERNANCE);
    }

    private static String path(Action action, String verb) {
        return "/actions/%s/%s".formatted(action.reference, verb);
    }

    private static Optional<WorklistRow> none() {
        return Optional.empty();
    }
}
