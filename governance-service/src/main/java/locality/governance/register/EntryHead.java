package locality.governance.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import locality.governance.recorder.PersonalData;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What an entry is, whatever becomes of it.
///
/// @param register it stands in, by name
/// @param neededOn of a DEPENDENCY: the last day on which what is waited for is in time
/// @param dependent of a DEPENDENCY: who waits, null when it is not said
/// @param dependsOn of a DEPENDENCY: what for, null when it is not said
record EntryHead(
        String register,
        EntryKind kind,
        String title,
        Locality locality,
        @Nullable LocalDate neededOn,
        @Nullable Link dependent,
        @Nullable Link dependsOn,
        List<Link> links) {

    static EntryHead of(String register, EntryKind kind, String title, Locality locality) {
        return new EntryHead(register, kind, title, locality, null, null, null, List.of());
    }

    /// @throws EntryRefusal if something else than a dependency waits
    EntryHead {
        if (kind != EntryKind.DEPENDENCY
                && Stream.of(neededOn, dependent, dependsOn).anyMatch(Objects::nonNull)) {
            throw new EntryRefusal.WaitsForNothing(title, kind);
        }
    }

    void requirePostsOnly() {
        PersonalData.requireNone("register", register);
        PersonalData.requireNone("title", title);
    }
}
