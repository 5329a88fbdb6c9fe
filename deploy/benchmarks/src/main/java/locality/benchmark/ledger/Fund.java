package locality.benchmark.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A fund with one line and a plan that is approved, so that all that is posted meets one hot row.
final class Fund {

    static final String REFERENCE = "BEN-FUND";
    static final String LINE = "BEN-FUND-L01";
    static final String ID = "00000000-0000-7000-8000-000000000001";
    static final String LINE_ID = "00000000-0000-7000-8000-000000000002";
    static final String DECISION_ID = "00000000-0000-7000-8000-000000000003";
    static final String PLACE = "E08000005";

    private static final List<String> FILL =
            List.of(
                    """
                    insert into fund (id, reference, name, kind, locality, financial_year, host,
                      decision_function, planned_pence, plan_version, approved_plan_version,
                      approved_pence, approved_decision_id, provenance, version)
                    values ('%s', '%s', 'Benchmark', 'POOLED_FUND', '%s', '2014/15', '%s',
                      'pooled-budget', 1000000000000, 1, 1, 1000000000000, '%s',
                      '{"kind": "ILLUSTRATIVE"}', 0)
                    """
                            .formatted(ID, REFERENCE, PLACE, PLACE, DECISION_ID),
                    """
                    insert into budget_line (id, fund_id, number, reference, locality, scheme,
                      area_of_spend, commissioner, provider_type, funding_source, kind, recurrent,
                      basis, planned_pence, current_pence, plan_version, provenance, version)
                    values ('%s', '%s', 1, '%s', '%s', 'Reablement', 'Social care', '%s', 'NHS',
                      'CCG allocation', 'REVENUE', true, 'ALIGNED', 1000000000000, 1000000000000,
                      1, '{"kind": "ILLUSTRATIVE"}', 0)
                    """
                            .formatted(LINE_ID, ID, LINE, PLACE, PLACE));

    private Fund() {}

    static void fill(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : FILL) {
                statement.execute(sql);
            }
        }
    }
}
