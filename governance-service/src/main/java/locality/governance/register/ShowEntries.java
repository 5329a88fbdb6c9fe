package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;

/// Entries of registers for the features that refer to them.
@ApplicationScoped
public class ShowEntries {

    private final RegisterEntries entries;
    private final Recorder recorder;

    ShowEntries(RegisterEntries entries, Recorder recorder) {
        this.entries = entries;
        this.recorder = recorder;
    }

    /// An entry as another feature shows it.
    public record Shown(
            UUID id,
            String reference,
            EntryKind kind,
            String title,
            EntryState state,
            Locality locality) {

        static Shown of(RegisterEntry entry, LocalDate on) {
            return new Shown(
                    entry.id,
                    entry.reference,
                    entry.kind,
                    entry.title,
                    entry.last().stateOn(on),
                    entry.locality);
        }
    }

    /// Empty when there is none that the caller reads.
    public Optional<Shown> find(String idOrReference) {
        return entries.lookUp(idOrReference, LockModeType.NONE)
                .filter(entry -> recorder.shown(null).contains(entry.locality))
                .map(entry -> Shown.of(entry, recorder.today()));
    }

    /// Those that the caller reads and that are linked to something or wait for it, in the order of
    /// their references.
    public List<Shown> about(Link link) {
        return entries.linkedTo(link, recorder.shown(null)).stream()
                .map(entry -> Shown.of(entry, recorder.today()))
                .toList();
    }
}
