package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import locality.budget.partnership.Tellings;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;

/// Agreements of Manchester as governance tells of them, and budget has heard it.
public final class SignedAgreements {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SignedAgreements() {}

    /// Governance tells of an agreement whose first version is in force from April 2014.
    ///
    /// @param reference as governance and the money side both name it
    public static void inForce(String reference) {
        var tellings = Tellings.of(reference, Locality.MANCHESTER);
        tell(tellings, tellings.inForce(1, "2014-04-01"));
    }

    /// Governance tells this, and budget has heard all of it.
    public static void tell(Tellings tellings, AgreementChanged... told) {
        var probe = "PROBE-" + Ids.next();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Probe",
                         "governanceReference": "%s", "legalPowers": ["S75"],
                         "host": "E08000003", "basis": "ALIGNED", "startsOn": "2014-04-01"}
                        """
                                .formatted(probe, tellings.reference()))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        int before = heard(probe);
        governance().tell(told);
        await().atMost(PATIENCE).until(() -> heard(probe) >= before + told.length);
    }

    /// Governance tells that the agreement of a fund ends.
    ///
    /// @param on the first day on which it is not in force
    public static void terminate(String fund, String on) {
        var governance = Tellings.of(governedAs(fund), Locality.MANCHESTER);
        tell(governance, governance.version(1, "TERMINATED", on, "2014-04-01"));
    }

    /// Terms that pool from May 2014, as they were recorded while governance was not yet asked.
    public static void pooledBefore(String agreement) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into agreement_terms (id, agreement_id, number, agreement_version,
                      starts_on, legal_powers, host, manager_post, manager_employer, basis,
                      provenance, recorded_at)
                    select gen_random_uuid(), t.agreement_id, 2, 1, '2014-05-01', t.legal_powers,
                      t.host, t.manager_post, t.manager_employer, 'POOLED', t.provenance, now()
                    from agreement_terms t join agreement a on a.id = t.agreement_id
                    where a.reference = '%s'
                    """
                            .formatted(agreement));
        }
    }

    /// A fund of 2014/15 with nothing planned.
    ///
    /// @return its reference
    public static String aFundUnder(String agreement) {
        return aFundUnder(agreement, "2014/15");
    }

    public static String aFundUnder(String agreement, String financialYear) {
        var reference = "F-" + Ids.next();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Better Care Fund",
                         "kind": "POOLED_FUND", "financialYear": "%s", "agreement": "%s",
                         "decisionFunction": "bcf-investment-wave-one"}
                        """
                                .formatted(reference, financialYear, agreement))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
        return reference;
    }

    /// By which reference governance tells of a fund's agreement.
    public static String governedAs(String fund) {
        return agreement(fund).getString("governanceReference");
    }

    /// @return the reference of a fund's agreement
    public static String agreementOf(String fund) {
        return agreement(fund).getString("reference");
    }

    private static JsonPath agreement(String fund) {
        var agreement =
                finance()
                        .get("/api/budget/v1/funds/{fund}", fund)
                        .jsonPath()
                        .getString("agreementId");
        return finance().get("/api/budget/v1/agreements/{agreement}", agreement).jsonPath();
    }

    private static int heard(String agreement) {
        return finance()
                .get("/api/budget/v1/agreements/{agreement}/versions", agreement)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }
}
