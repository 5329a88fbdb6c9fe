package locality.intervention.inbox;

import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.MANCHESTER;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What governance-service tells of decisions on its topic, and what may be approved by them here.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DecisionsHeardTest {

    private static final LocalDate JULY = LocalDate.of(2014, 7, 1);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject AgroalDataSource database;

    private Topics governance;

    @BeforeEach
    void join() {
        governance = Topics.of("governance");
    }

    @AfterEach
    void leave() {
        governance.close();
    }

    @Test
    @Tag("I3")
    void approvesByADecisionAboutItThatIsInEffect() {
        var intervention = anIntervention(MANCHESTER);
        post(
                        as("programme", MANCHESTER),
                        "/interventions/%s/brief".formatted(intervention),
                        """
                        {"brief": "To do", "managerialLead": "Programme manager", "clinicalLead": "Clinical lead"}
                        """)
                .statusCode(200);
        var invalid = Ids.next();
        var elsewhere = Ids.next();
        var valid = Ids.next();

        governance.tell(
                decided(invalid, "INVALID", intervention),
                decided(elsewhere, "IN_EFFECT", anIntervention(MANCHESTER)),
                decided(valid, "IN_EFFECT", intervention));
        await().atMost(SOON).until(() -> knows(invalid) && knows(elsewhere) && knows(valid));

        approve(intervention, invalid, 422, "DECISION_NOT_IN_EFFECT");
        approve(intervention, elsewhere, 422, "DECISION_ABOUT_SOMETHING_ELSE");
        post(
                        as("programme", MANCHESTER),
                        "/interventions/%s/approve".formatted(intervention),
                        "{\"decisionId\": \"%s\"}".formatted(valid))
                .statusCode(200)
                .body("decisionId", equalTo(valid.toString()));
    }

    @Test
    void citesADecisionNoLongerOnceItWasRescindedAndOneThatWasRatified() throws SQLException {
        var intervention = anIntervention(MANCHESTER);
        post(
                        as("programme", MANCHESTER),
                        "/interventions/%s/brief".formatted(intervention),
                        """
                        {"brief": "To do", "managerialLead": "Programme manager", "clinicalLead": "Clinical lead"}
                        """)
                .statusCode(200);
        var rescinded = Ids.next();
        var calledIn = Ids.next();
        var ratified = Ids.next();

        governance.tell(
                decided(rescinded, "IN_EFFECT", intervention),
                changed(rescinded, "RESCINDED"),
                decided(calledIn, "CARRIED", intervention),
                changed(calledIn, "CALLED_IN"),
                decided(ratified, "INVALID", intervention),
                decided(ratified, "RATIFIED", intervention));
        await().atMost(SOON).until(() -> "RATIFIED".equals(stateKnownOf(ratified)));

        approve(intervention, rescinded, 422, "DECISION_NOT_IN_EFFECT");
        approve(intervention, calledIn, 422, "DECISION_NOT_IN_EFFECT");
        post(
                        as("programme", MANCHESTER),
                        "/interventions/%s/approve".formatted(intervention),
                        "{\"decisionId\": \"%s\"}".formatted(ratified))
                .statusCode(200);
    }

    private static DecisionChanged changed(UUID decision, String state) {
        return new DecisionChanged(
                decision,
                "D-" + decision,
                state,
                "The scrutiny committee asked",
                null,
                MANCHESTER,
                JULY,
                Provenance.illustrative());
    }

    private @Nullable String stateKnownOf(UUID decision) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select state from known_decision where decision_id = ?")) {
            select.setObject(1, decision);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void approve(String intervention, UUID decision, int status, String code) {
        post(
                        as("programme", MANCHESTER),
                        "/interventions/%s/approve".formatted(intervention),
                        "{\"decisionId\": \"%s\"}".formatted(decision))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static DecisionTaken decided(UUID decision, String state, String intervention) {
        return new DecisionTaken(
                decision,
                "D-" + decision,
                "Approve it",
                Ids.next(),
                "Governing Body",
                null,
                "APPROVE",
                "CARRIED",
                state,
                List.of(),
                null,
                null,
                null,
                null,
                new Subject("intervention", intervention),
                null,
                null,
                MANCHESTER,
                JULY,
                Provenance.illustrative());
    }

    private boolean knows(UUID decision) throws SQLException {
        return stateKnownOf(decision) != null;
    }
}
