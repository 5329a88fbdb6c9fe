package locality.governance.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// At which moment's knowledge a question is answered.
///
/// @param instant what was recorded later is left out; null leaves out nothing
/// @param asked the instant that was asked for, where the record does not reach so far; null
///   otherwise
public record AsKnown(@Nullable Instant instant, @Nullable Instant asked) {

    /// With all that is known.
    public static final AsKnown NOW = new AsKnown(null, null);

    /// @param reaches the instant up to which the record reaches
    public static AsKnown at(Instant asked, Instant reaches) {
        return asked.isAfter(reaches) ? new AsKnown(reaches, asked) : new AsKnown(asked, null);
    }
}
