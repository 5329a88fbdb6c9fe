package locality.budget.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Agreements that were recorded with a basis by date alone have terms by date, and lose nothing.
@Tag("B5")
class TermsRecordedBeforeTest {

    private static final String DATABASE = "recorded_before";
    private static final Postgres POSTGRES = Infrastructure.get().postgres();

    @Test
    void areTermsOfEachBasisWithWhatTheAgreementSaid() throws SQLException {
        POSTGRES.createDatabase(DATABASE);
        migrateTo("20261127.1312");
        try (var connection = POSTGRES.as(Postgres.OWNER, DATABASE)) {
            recordAgreement(connection);
        }

        migrateTo("20261128.0101");

        try (var connection = POSTGRES.as(Postgres.OWNER, DATABASE)) {
            assertThat(terms(connection))
                    .containsExactly(
                            "1 1 2018-04-01 {S256} 01D null SHADOW 2018-03-01 09:00:00+00",
                            "2 2 2019-04-01 {S256} 01D null POOLED 2019-03-01 09:00:00+00");
        }
    }

    private static void recordAgreement(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into agreement (id, reference, name, locality, legal_powers, host,
                      provenance, version)
                    values ('018f0000-0000-7000-8000-000000000001', 'ROC-S75', 'Section 75',
                      'E08000005', '{S256}', '01D', '{"kind": "ILLUSTRATIVE"}', 1);
                    insert into agreement_basis (agreement_id, version, basis, starts_on, provenance)
                    select id, 1, 'SHADOW', date '2018-04-01', provenance from agreement
                    union all
                    select id, 2, 'POOLED', date '2019-04-01', provenance from agreement
                    """);
            for (var told : Map.of(1, "2018-03-01", 2, "2019-03-01").entrySet()) {
                statement.execute(
                        """
                        insert into event_log (event_id, type, published, subject_type, subject_id,
                          subject_version, locality, occurred_at, effective_on, recorded_at, actor,
                          correlation_id, dataschema, data)
                        values (gen_random_uuid(), 'budget.agreement-recorded.v1', false,
                          'agreement', '018f0000-0000-7000-8000-000000000001', %d, 'E08000005',
                          '%s 09:00Z', '%s', '%s 09:00Z', 'a-test', 'a-test', 'a-test', '{}')
                        """
                                .formatted(
                                        told.getKey(),
                                        told.getValue(),
                                        told.getValue(),
                                        told.getValue()));
            }
        }
    }

    private static List<String> terms(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select concat_ws(' ', number, agreement_version, starts_on,
                                  legal_powers, host, coalesce(manager_post, 'null'), basis,
                                  recorded_at at time zone 'UTC' || '+00')
                                from agreement_terms order by number
                                """)) {
            var terms = new ArrayList<String>();
            while (rows.next()) {
                terms.add(rows.getString(1));
            }
            return terms;
        }
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(POSTGRES.url(DATABASE), Postgres.OWNER, Postgres.password())
                .placeholders(Map.of("app", Postgres.APP))
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }
}
