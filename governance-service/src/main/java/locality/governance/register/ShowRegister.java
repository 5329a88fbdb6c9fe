package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.body.BodyOnDate;
import locality.governance.body.BodyRegister;
import locality.governance.guidance.GuidanceStatuses;
import org.jspecify.annotations.Nullable;

/// Shows entries with what stands beside them.
@ApplicationScoped
class ShowRegister {

    private final RegisterEntries entries;
    private final BodyRegister bodies;
    private final GuidanceStatuses guidance;

    ShowRegister(RegisterEntries entries, BodyRegister bodies, GuidanceStatuses guidance) {
        this.entries = entries;
        this.bodies = bodies;
        this.guidance = guidance;
    }

    /// One entry whole: also where it would go, and what came of it.
    EntryView whole(RegisterEntry entry, EntryStep step, LocalDate day) {
        return EntryView.of(
                entry,
                step,
                day,
                new EntryView.Around(
                        step.bodyId == null ? List.of() : pathUp(step.bodyId, day),
                        guidanceOf(entry, day),
                        causeOf(entry, referencesOf(List.of(entry))),
                        entries.causedBy(entry.id).stream().map(one -> one.reference).toList()));
    }

    /// Entries in a list, each as it was on the day.
    List<EntryView> listed(List<RegisterEntry> found, LocalDate day) {
        var references = referencesOf(found);
        return found.stream()
                .map(
                        entry ->
                                EntryView.of(
                                        entry,
                                        entry.on(day).orElseGet(entry::last),
                                        day,
                                        new EntryView.Around(
                                                null,
                                                guidanceOf(entry, day),
                                                causeOf(entry, references),
                                                null)))
                .toList();
    }

    /// The bodies above one, the nearest first: of several, the first in the order of their
    /// references, as the rule takes it. No body is accountable in a circle, so it ends.
    private List<String> pathUp(UUID body, LocalDate day) {
        var path = new ArrayList<String>();
        var above = bodies.parentsOf(body, day);
        while (!above.isEmpty()) {
            BodyOnDate next = above.getFirst();
            path.add(next.reference());
            above = bodies.parentsOf(next.id(), day);
        }
        return path;
    }

    private @Nullable List<String> guidanceOf(RegisterEntry entry, LocalDate day) {
        var awaited = entry.dependsOn;
        return awaited == null || !awaited.type().equals(Link.GUIDANCE)
                ? null
                : guidance.on(awaited.id(), day);
    }

    private static @Nullable String causeOf(RegisterEntry entry, Map<UUID, String> references) {
        return entry.causedBy == null ? null : references.get(entry.causedBy);
    }

    private Map<UUID, String> referencesOf(Collection<RegisterEntry> of) {
        var causes = of.stream().map(entry -> entry.causedBy).filter(Objects::nonNull).toList();
        return causes.isEmpty()
                ? Map.of()
                : entries.list("id in ?1", causes).stream()
                        .collect(Collectors.toMap(one -> one.id, one -> one.reference));
    }
}
