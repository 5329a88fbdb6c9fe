package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import locality.platform.event.PerformancePayEvent;
import locality.platform.event.PerformancePayEvent.PerformancePayRuleEnded;
import locality.platform.event.PerformancePayEvent.PerformancePayRuleRecorded;

/// Rules of performance pay that began or were taken away, of one batch.
final class PerformancePayBatch {

    private final Map<UUID, PerformancePayRuleRecorded> recorded = new LinkedHashMap<>();
    private final Map<UUID, PerformancePayRuleEnded> ended = new LinkedHashMap<>();

    void take(PerformancePayEvent event) {
        switch (event) {
            case PerformancePayRuleRecorded it -> recorded.put(it.ruleId(), it);
            case PerformancePayRuleEnded it -> ended.put(it.ruleId(), it);
        }
    }

    void write(Connection connection) throws SQLException {
        writeRecorded(connection);
        writeEnded(connection);
    }

    /// Told again, a rule stays ended: it ends once.
    private void writeRecorded(Connection connection) throws SQLException {
        Rows.of(recorded.values())
                .uuid(PerformancePayRuleRecorded::ruleId)
                .text(PerformancePayRuleRecorded::reference)
                .text(PerformancePayRuleRecorded::name)
                .number(it -> (long) it.basisPoints())
                .date(PerformancePayRuleRecorded::effectiveOn)
                .date(PerformancePayRuleRecorded::endsOn)
                .text(it -> it.locality().code())
                .provenance(PerformancePayRuleRecorded::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.performance_pay_rule
                          (rule_id, reference, name, basis_points, starts_on, ends_on, locality,
                           provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (rule_id) do nothing
                        """);
    }

    private void writeEnded(Connection connection) throws SQLException {
        Rows.of(ended.values())
                .uuid(PerformancePayRuleEnded::ruleId)
                .date(PerformancePayRuleEnded::effectiveOn)
                .provenance(PerformancePayRuleEnded::provenance)
                .write(
                        connection,
                        """
                        update read_model.performance_pay_rule set
                          ends_on = told.ends_on, end_provenance = told.provenance
                        from unnest(?, ?, ?) as told (rule_id, ends_on, provenance)
                        where performance_pay_rule.rule_id = told.rule_id
                        """);
    }
}
