package locality.budget;

import java.time.DateTimeException;
import java.time.Instant;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// The moment up to which something was known when a past answer is asked for again.
public final class KnownAt {

    private static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");

    private KnownAt() {}

    /// @param asked an instant as in `2014-10-01T12:00:00Z`; null for everything known so far
    /// @throws Malformed if it is none
    public static Instant of(@Nullable String asked) {
        try {
            return asked == null ? EVERYTHING : Instant.parse(asked);
        } catch (DateTimeException wrong) {
            throw new Malformed("knownAt is an instant as in 2014-10-01T12:00:00Z, not " + asked);
        }
    }
}
