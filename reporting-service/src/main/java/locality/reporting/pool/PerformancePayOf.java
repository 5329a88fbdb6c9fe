package locality.reporting.pool;

import java.time.LocalDate;
import java.util.List;
import locality.platform.place.Locality;
import locality.reporting.pool.PooledBudget.PerformancePayRule;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// The rules of performance pay of a locality that had begun by a day, those taken away among them.
final class PerformancePayOf {

    private static final String RULES =
            """
            select *, ends_on is null or ends_on >= ? as holds
            from read_model.performance_pay_rule
            where locality = ? and starts_on <= ?
            order by starts_on desc, reference
            """;

    private PerformancePayOf() {}

    static List<PerformancePayRule> rules(Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(RULES, PerformancePayOf::rule, on, locality.code(), on);
    }

    private static PerformancePayRule rule(Row row) {
        return new PerformancePayRule(
                row.text("reference"),
                row.text("name"),
                row.count("basis_points"),
                row.flag("holds"),
                row.date("starts_on"),
                row.optionalDate("ends_on"),
                row.provenance("provenance"),
                row.optionalProvenance("end_provenance"));
    }
}
