package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;

import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;

/// Pools that partners leave, as the tests let them.
public final class Pools {

    private Pools() {}

    /// From a day on each partner keeps its money.
    public static void endFrom(String fund, String day) {
        finance()
                .body(
                        """
                        {"startsOn": "%s", "legalPowers": ["S75"], "host": "E08000003",
                         "basis": "ALIGNED",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"}}
                        """
                                .formatted(day))
                .post(
                        "/api/budget/v1/agreements/{agreement}/terms",
                        SignedAgreements.agreementOf(fund))
                .then()
                .statusCode(200);
    }

    /// Terms that pool until a day, as they were recorded before what had moved since was asked
    /// for.
    public static void endedFrom(String fund, String day) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    begin;
                    alter table agreement_terms disable trigger user;
                    insert into agreement_terms (id, agreement_id, number, agreement_version,
                      starts_on, legal_powers, host, manager_post, manager_employer, basis,
                      provenance, recorded_at)
                    select gen_random_uuid(), t.agreement_id, 2, 1, '%s', t.legal_powers,
                      t.host, t.manager_post, t.manager_employer, 'ALIGNED', t.provenance,
                      clock_timestamp()
                    from agreement_terms t join fund f on f.agreement_id = t.agreement_id
                    where f.reference = '%s';
                    alter table agreement_terms enable trigger user;
                    commit
                    """
                            .formatted(day, fund));
        }
    }
}
