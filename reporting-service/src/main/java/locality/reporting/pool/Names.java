package locality.reporting.pool;

import java.util.Objects;
import locality.platform.money.Pence;
import locality.reporting.pool.PooledBudget.Authority;
import locality.reporting.readmodel.Row;

/// What is named the same way in several answers.
final class Names {

    private Names() {}

    /// The fund's reference; topics are not ordered among each other, so it may not be told yet.
    static String fund(Row row) {
        return Objects.requireNonNullElse(row.optionalText("fund"), "not told yet");
    }

    /// `£2,791,000`, `-£148.50`: pence only where there are pence.
    static String pounds(Pence pence) {
        var written = pence.inPounds();
        return written.endsWith(".00") ? written.substring(0, written.length() - 3) : written;
    }

    /// From the columns `decision_id`, `decision`, `body`, `delegation_id` and `delegation`.
    static Authority authority(Row row) {
        return Authority.of(
                row.optionalUuid("decision_id"),
                row.optionalText("decision"),
                row.optionalText("body"),
                row.optionalUuid("delegation_id"),
                row.optionalText("delegation"));
    }
}
