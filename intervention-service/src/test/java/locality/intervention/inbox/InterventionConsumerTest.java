package locality.intervention.inbox;

import static locality.intervention.Service.aReference;
import static locality.intervention.Service.aTheme;
import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What budget-service tells on its topic, and what comes of it here.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class InterventionConsumerTest {

    private static final LocalDate JULY = LocalDate.of(2014, 7, 1);
    private static final Pence PRE_ALLIANCE = Pence.pounds(2_791_000);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject AgroalDataSource database;

    private Topics budget;

    @BeforeEach
    void join() {
        budget = Topics.of("budget");
    }

    @AfterEach
    void leave() {
        budget.close();
    }

    @Test
    @Tag("B17")
    void fundsTheInterventionThatACommitmentNames() {
        var intervention = anIntervention(MANCHESTER);
        var commitment = Ids.next();

        budget.tell(opened(commitment, intervention, PRE_ALLIANCE, MANCHESTER));

        awaitFunding(intervention, 279_100_000L);
        get(as("viewer", MANCHESTER), "/interventions/" + intervention)
                .body("funding", hasSize(1))
                .body("funding[0].commitmentId", equalTo(commitment.toString()))
                .body("funding[0].amountPence", equalTo(279_100_000));
    }

    @Test
    void takesTheIdForTheReference() {
        var intervention = anIntervention(MANCHESTER);

        budget.tell(opened(Ids.next(), idOf(intervention), Pence.of(100), MANCHESTER));

        awaitFunding(intervention, 100L);
    }

    @Test
    void countsEveryCommitmentOnceHoweverOftenItIsTold() throws SQLException {
        var intervention = anIntervention(MANCHESTER);
        budget.tell(
                opened(Ids.next(), intervention, Pence.of(100), MANCHESTER),
                opened(Ids.next(), intervention, Pence.of(20), MANCHESTER));
        budget.repeat();
        var last = anIntervention(MANCHESTER);
        budget.tell(opened(Ids.next(), last, Pence.of(1), MANCHESTER));

        awaitFunding(intervention, 120L);
        awaitFunding(last, 1L);
        assertThat(fundedEvents(intervention)).containsExactly("100 of 100", "20 of 120");
    }

    @Test
    void keepsACommitmentUntilItsInterventionIsProposed() throws SQLException {
        var reference = aReference();
        var known = anIntervention(MANCHESTER);
        budget.tell(
                opened(Ids.next(), reference, Pence.of(70), MANCHESTER),
                opened(Ids.next(), known, Pence.of(1), MANCHESTER));
        awaitFunding(known, 1L);
        await().atMost(SOON).until(() -> waiting(reference) == 1);

        post(
                        as("programme", MANCHESTER),
                        "/interventions",
                        """
                        {"reference": "%s", "name": "Late", "locality": "E08000003", "themes": ["%s"]}
                        """
                                .formatted(reference, aTheme(MANCHESTER)))
                .statusCode(201)
                .body("fundedPence", equalTo(70));

        assertThat(fundedEvents(reference)).containsExactly("70 of 70");
    }

    @Test
    void fundsNothingInAnotherLocality() {
        var intervention = anIntervention(MANCHESTER);
        var known = anIntervention(ROCHDALE);
        budget.tell(
                opened(Ids.next(), intervention, Pence.of(70), ROCHDALE),
                opened(Ids.next(), known, Pence.of(1), ROCHDALE));

        awaitFunding(known, 1L);
        await().atMost(SOON).until(() -> waiting(intervention) == 1);
        assertThat(funded(intervention)).isZero();
    }

    @Test
    void countsNoLongerWhatACommitmentGivesBack() {
        var intervention = anIntervention(MANCHESTER);
        var commitment = Ids.next();
        budget.tell(opened(commitment, intervention, Pence.of(100), MANCHESTER));
        awaitFunding(intervention, 100L);

        budget.tell(
                new CommitmentReleased(
                        commitment,
                        "C-1",
                        Ids.next(),
                        Ids.next(),
                        Pence.of(40),
                        "not needed",
                        MANCHESTER,
                        JULY));

        awaitFunding(intervention, 60L);
    }

    @Test
    void givesBackFromWhatIsBeingCountedMeanwhileAndLosesNothing() throws SQLException {
        var intervention = anIntervention(MANCHESTER);
        var reference = aReference();
        var commitment = Ids.next();
        budget.tell(opened(commitment, reference, Pence.of(100), MANCHESTER));
        await().atMost(SOON).until(() -> waiting(reference) == 1);

        try (var proposing = database.getConnection();
                var statement = proposing.createStatement()) {
            statement.execute("begin");
            statement.execute(
                    "select pg_advisory_xact_lock(hashtextextended('E08000003/%s', 0))"
                            .formatted(reference));
            statement.execute(
                    "update intervention_funding set intervention_id = '%s' where named = '%s'"
                            .formatted(idOf(intervention), reference));
            budget.tell(
                    new CommitmentReleased(
                            commitment,
                            "C-1",
                            Ids.next(),
                            Ids.next(),
                            Pence.of(40),
                            "not needed",
                            MANCHESTER,
                            JULY));
            await().atMost(SOON).until(this::somebodyWaits);
            statement.execute("commit");
        }

        awaitFunding(intervention, 60L);
    }

    private static CommitmentOpened opened(
            UUID commitment, String intervention, Pence amount, Locality locality) {
        return new CommitmentOpened(
                commitment,
                "C-" + commitment,
                Ids.next(),
                Ids.next(),
                amount,
                "RW3",
                "Pre-alliance",
                intervention,
                Ids.next(),
                null,
                locality,
                JULY,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void awaitFunding(String intervention, long pence) {
        await().atMost(SOON).until(() -> funded(intervention) == pence);
    }

    private static long funded(String intervention) {
        return get(as("gm-observer"), "/interventions/" + intervention)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("fundedPence");
    }

    private static String idOf(String intervention) {
        return get(as("gm-observer"), "/interventions/" + intervention)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private boolean somebodyWaits() throws SQLException {
        return count("select count(*) from pg_locks where not granted and mode <> ?", "none") > 0;
    }

    private long waiting(String named) throws SQLException {
        return count(
                """
                select count(*) from intervention_funding where named = ? and intervention_id is null
                """,
                named);
    }

    private long count(String sql, Object parameter) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, parameter.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> fundedEvents(String intervention) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select format('%s of %s', data ->> 'amountPence', data ->> 'totalFundedPence')
                                from event_log
                                where subject_type = 'intervention' and subject_id = ?
                                  and type = 'intervention.intervention-funded.v1'
                                order by subject_version
                                """)) {
            select.setString(1, idOf(intervention));
            var events = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(rows.getString(1));
                }
            }
            return events;
        }
    }
}
