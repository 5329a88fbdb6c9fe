package locality.governance.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How likely something is and how bad it would be, each 1 to 5. What nobody scored is unscored: it
/// is never 0, and neither is what was scored by half.
@Schema(name = "RegisterScore")
record Score(@Nullable Integer likelihood, @Nullable Integer impact) {

    static final Score UNSCORED = new Score(null, null);
    private static final int HIGHEST = 5;

    /// @throws EntryRefusal if one is not between 1 and 5
    Score {
        require("likelihood", likelihood);
        require("impact", impact);
    }

    /// Likelihood times impact, 1 to 25; null when it is unscored.
    @Nullable Integer product() {
        return likelihood == null || impact == null ? null : likelihood * impact;
    }

    private static void require(String field, @Nullable Integer given) {
        if (given != null && (given < 1 || given > HIGHEST)) {
            throw new EntryRefusal.ScoreOutOfRange(field, given, HIGHEST);
        }
    }
}
