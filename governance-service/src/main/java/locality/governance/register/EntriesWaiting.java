package locality.governance.register;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import org.jspecify.annotations.Nullable;

/// Entries of registers that wait: to be reviewed, to be accepted by the body above, to be opened
/// again; at the top, where no rule can hand them further.
@ApplicationScoped
class EntriesWaiting implements WorklistSource {

    /// How many days ahead the end of a tolerance is told: a month, in which a board still meets
    /// **(default)**.
    private static final int DAYS_BEFORE_THE_END = 30;

    private final RegisterEntries entries;
    private final EscalationRules rules;
    private final BodyRegister bodies;

    EntriesWaiting(RegisterEntries entries, EscalationRules rules, BodyRegister bodies) {
        this.entries = entries;
        this.rules = rules;
        this.bodies = bodies;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var rulesOf = new HashMap<UUID, EscalationRule>();
        return entries.waiting(places, on, on.plusDays(DAYS_BEFORE_THE_END)).stream()
                .flatMap(
                        entry ->
                                entry.on(on).stream()
                                        .flatMap(was -> rows(entry, was, on, rulesOf).stream()))
                .toList();
    }

    /// @param rulesOf the rules of bodies on the day, as far as they were looked up
    private List<WorklistRow> rows(
            RegisterEntry entry, EntryStep was, LocalDate on, Map<UUID, EscalationRule> rulesOf) {
        var rows = new ArrayList<WorklistRow>();
        toReview(entry, was, on).ifPresent(rows::add);
        if (entry.isLateOn(on, was.stateOn(on))) {
            rows.add(late(entry, was, on));
        }
        switch (was.stateOn(on)) {
            case ESCALATED -> rows.add(toAccept(entry, was));
            case TOLERATED -> ending(entry, was, on).ifPresent(rows::add);
            case OPEN -> atTheTop(entry, was, on, rulesOf).ifPresent(rows::add);
            case MATERIALISED, CLOSED -> {}
        }
        return rows;
    }

    private static Optional<WorklistRow> toReview(
            RegisterEntry entry, EntryStep was, LocalDate on) {
        if (was.reviewOn == null || was.reviewOn.isAfter(on)) {
            return Optional.empty();
        }
        return Optional.of(
                WorklistRow.due(
                        WorklistKind.REGISTER_ENTRY_TO_REVIEW,
                        entry.reference,
                        entry.title,
                        was.reviewOn,
                        on,
                        at(entry, was.bodyReference),
                        "Its review was due on %s: review it, and say when the next is"
                                .formatted(was.reviewOn),
                        ClearingCall.post(
                                path(entry, "review"),
                                "nextReviewOn",
                                on.plusDays(WorklistSource.DAYS_AHEAD),
                                "note",
                                "Reviewed")));
    }

    private static WorklistRow toAccept(RegisterEntry entry, EntryStep was) {
        return WorklistRow.waiting(
                WorklistKind.REGISTER_ENTRY_TO_ACCEPT,
                entry.reference,
                entry.title,
                handedUpOn(entry, was),
                at(entry, was.escalatedToReference),
                "%s handed it up: accept it, or return it with a reason"
                        .formatted(was.bodyReference),
                ClearingCall.post(path(entry, "accept"), "note", "Accepted"));
    }

    private static Optional<WorklistRow> ending(RegisterEntry entry, EntryStep was, LocalDate on) {
        var until = requireNonNull(was.toleratedUntil);
        if (until.minusDays(DAYS_BEFORE_THE_END).isAfter(on)) {
            return Optional.empty();
        }
        return Optional.of(
                WorklistRow.due(
                        WorklistKind.TOLERANCE_ENDING,
                        entry.reference,
                        entry.title,
                        until,
                        on,
                        at(entry, was.bodyReference),
                        "It is tolerated until %s: open it, or decide anew".formatted(until),
                        ClearingCall.post(path(entry, "reopen"), "reason", "Tolerated no longer")));
    }

    private Optional<WorklistRow> atTheTop(
            RegisterEntry entry, EntryStep was, LocalDate on, Map<UUID, EscalationRule> rulesOf) {
        var body = was.bodyId;
        if (body == null) {
            return Optional.empty();
        }
        return entry.isTooHighFor(rulesOf.computeIfAbsent(body, one -> rules.of(one, on)), on)
                .filter(_ -> bodies.parentsOf(body, on).isEmpty())
                .map(
                        reason ->
                                WorklistRow.waiting(
                                        WorklistKind.REGISTER_ENTRY_AT_THE_TOP,
                                        entry.reference,
                                        entry.title,
                                        was.effectiveOn,
                                        at(entry, was.bodyReference),
                                        "%s, and no body is above %s: deal with it, or tolerate it"
                                                .formatted(reason, was.bodyReference),
                                        ClearingCall.post(
                                                path(entry, "tolerate"),
                                                "until",
                                                on.plusDays(WorklistSource.DAYS_AHEAD),
                                                "reason",
                                                "Nothing more can be done before then")));
    }

    private static WorklistRow late(RegisterEntry entry, EntryStep was, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.DEPENDENCY_LATE,
                entry.reference,
                entry.title,
                requireNonNull(entry.neededOn),
                on,
                at(entry, was.bodyReference),
                "Was needed by %s: close it if it has come".formatted(entry.neededOn),
                ClearingCall.post(path(entry, "close"), "note", "It has come"));
    }

    /// The day it was handed up: what was done with it since does not make it wait anew.
    private static LocalDate handedUpOn(RegisterEntry entry, EntryStep was) {
        return entry.steps.subList(0, entry.steps.indexOf(was) + 1).reversed().stream()
                .filter(step -> step.what == EntryEvent.ESCALATED)
                .map(step -> step.effectiveOn)
                .findFirst()
                .orElse(was.effectiveOn);
    }

    private static WorklistRow.Place at(RegisterEntry entry, @Nullable String body) {
        return new WorklistRow.Place(entry.locality, body, Roles.GOVERNANCE);
    }

    private static String path(RegisterEntry entry, String verb) {
        return "/register-entries/%s/%s".formatted(entry.reference, verb);
    }
}
