package locality.intervention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page begins. Ids sort by the time they were made, so a list goes on after an id.
public final class Cursor {

    private static final UUID START = new UUID(0, 0);

    private Cursor() {}

    public static UUID orStart(@Nullable UUID after) {
        return after == null ? START : after;
    }
}
