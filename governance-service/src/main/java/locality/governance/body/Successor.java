package locality.governance.body;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// A body that takes over from another, seen from the other.
record Successor(
        UUID body,
        String reference,
        UUID predecessor,
        LocalDate effectiveOn,
        boolean alongside,
        Provenance provenance,
        @Nullable Instant recordedAt)
        implements Recorded {}
