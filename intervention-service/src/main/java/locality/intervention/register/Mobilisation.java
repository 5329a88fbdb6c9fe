package locality.intervention.register;

import java.util.Collection;
import java.util.EnumSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far something is mobilised. Always derived, never told.
@Schema(name = "Mobilisation")
enum Mobilisation {
    NONE,
    PARTIAL,
    FULL;

    /// FULL when every part is, NONE when every part is or there is none, else PARTIAL.
    static Mobilisation of(Collection<Mobilisation> parts) {
        if (parts.isEmpty()) {
            return NONE;
        }
        var met = EnumSet.copyOf(parts);
        return met.size() == 1 ? met.iterator().next() : PARTIAL;
    }
}
