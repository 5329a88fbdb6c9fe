package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
                        step.bodyId == null
                                ? List.of()
                                : WayUp.from(step.bodyId, body -> bodies.parentsOf(body, day)),
                        guidanceOf(entry, guidanceOf(List.of(entry), day)),
                        causeOf(entry, referencesOf(List.of(entry))),
                        entries.causedBy(entry.id).stream().map(one -> one.reference).toList()));
    }

    /// Entries in a list, each as it was on the day.
    List<EntryView> listed(List<RegisterEntry> found, LocalDate day) {
        var references = referencesOf(found);
        var awaited = guidanceOf(found, day);
        return found.stream()
                .map(
                        entry ->
                                EntryView.of(
                                        entry,
                                        entry.on(day).orElseGet(entry::last),
                                        day,
                                        new EntryView.Around(
                                                null,
                                                guidanceOf(entry, awaited),
                                                causeOf(entry, references),
                                                null)))
                .toList();
    }

    private static @Nullable List<String> guidanceOf(
            RegisterEntry entry, Map<String, List<String>> awaited) {
        return guidanceOf(entry).map(awaited::get).orElse(null);
    }

    private Map<String, List<String>> guidanceOf(List<RegisterEntry> of, LocalDate day) {
        return guidance.on(
                of.stream()
                        .flatMap(entry -> guidanceOf(entry).stream())
                        .collect(Collectors.toSet()),
                day);
    }

    private static Optional<String> guidanceOf(RegisterEntry entry) {
        return Optional.ofNullable(entry.dependsOn)
                .filter(awaited -> awaited.type().equals(Link.GUIDANCE))
                .map(Link::id);
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
