package locality.reporting.projection;

import static locality.reporting.Facts.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.DecisionNotApplied;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.InterventionEvent.InterventionFunded;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ReportingConsumerTest {

    @Inject AgroalDataSource database;

    private final Topics budget = Topics.of("budget");
    private final Topics governance = Topics.of("governance");
    private final Topics interventions = Topics.of("intervention");

    @AfterEach
    void hangUp() {
        budget.close();
        governance.close();
        interventions.close();
    }

    @Test
    void followsTheMoneyFromThePlanThroughTheDecisionToTheSpend() {
        var facts = new Facts(Locality.BURY);
        var decision = Ids.next();
        budget.tell(
                facts.fundOpened(),
                facts.planned(500_000_000, 1_322_100_000),
                facts.approvalRequested(279_100_000));
        var taken = facts.decision(decision, "Central CCG Governing Body", "IN_EFFECT");
        governance.tell(deferredAt("CMCCG-GB-2014-06-11/1", taken));

        var asked = Reports.dashboardAfter(Locality.BURY, 4);
        assertThat(asked.getLong("pool.plannedPence")).isEqualTo(1_822_100_000);
        assertThat(asked.getLong("pool.requestedPence")).isEqualTo(279_100_000);
        assertThat(asked.getLong("pool.committedPence")).isZero();
        assertThat(asked.getString("attention[0].kind")).isEqualTo("WAITS_FOR_APPROVAL");

        governance.tell(taken);
        budget.tell(facts.commitmentOpened(279_100_000, decision), facts.spent(100_000_000));

        var decided = Reports.dashboardAfter(Locality.BURY, 7);
        assertThat(decided.getList("decisions.reference")).containsExactly(taken.reference());
        assertThat(decided.getLong("pool.requestedPence")).isZero();
        assertThat(decided.getLong("pool.committedPence")).isEqualTo(279_100_000);
        assertThat(decided.getLong("pool.spentPence")).isEqualTo(100_000_000);
        assertThat(decided.getLong("pool.availablePence")).isEqualTo(1_443_000_000);
        assertThat(decided.getLong("pool.funds[0].lines[1].committedPence")).isEqualTo(279_100_000);
        assertThat(decided.getString("commitments[0].decidedBy"))
                .isEqualTo("Central CCG Governing Body");
        assertThat(decided.getList("attention")).isEmpty();
    }

    private static DecisionTaken deferredAt(String item, DecisionTaken told) {
        return new DecisionTaken(
                told.decisionId(),
                item,
                told.title(),
                told.bodyId(),
                told.bodyName(),
                told.meetingId(),
                told.decisionType(),
                "DEFERRED",
                "DEFERRED",
                told.validityCodes(),
                told.function(),
                told.valuePence(),
                told.basis(),
                told.owners(),
                told.subject(),
                told.requestId(),
                told.contentHash(),
                told.locality(),
                told.effectiveOn(),
                told.provenance());
    }

    @Test
    void aRepeatedEventHasNoSecondEffect() {
        var facts = new Facts(Locality.OLDHAM);
        var before = Reports.events(Reports.dashboard(Locality.OLDHAM).jsonPath());
        budget.tell(
                facts.fundOpened(),
                facts.planned(1_000, 2_000),
                facts.spent(700),
                facts.spent(300));
        var once = Reports.dashboardAfter(Locality.OLDHAM, before + 4);

        budget.repeat();
        budget.repeat();
        budget.tell(facts.spent(1));

        var again = Reports.dashboardAfter(Locality.OLDHAM, before + 5);
        assertThat(once.getLong("pool.spentPence")).isEqualTo(1_000);
        assertThat(again.getLong("pool.spentPence")).isEqualTo(1_001);
        assertThat(Reports.events(again)).isEqualTo(before + 5);
    }

    @Test
    void aNewPlanTakesThePlaceOfTheOld() {
        var facts = new Facts(Locality.WIGAN);
        budget.tell(facts.fundOpened(), facts.planned(1_000, 2_000), facts.planned(1_500, 2_500));

        var dashboard = Reports.dashboardAfter(Locality.WIGAN, 3);

        assertThat(dashboard.getLong("pool.plannedPence")).isEqualTo(4_000);
        assertThat(dashboard.getList("pool.funds[0].lines.plannedPence", Long.class))
                .containsExactlyInAnyOrder(1_500L, 2_500L);
        assertThat(dashboard.getString("pool.funds[0].lines[0].provenance.kind"))
                .isEqualTo("STATED");
        budget.tell(facts.approvalRequested(4_001));
        Reports.dashboardAfter(Locality.WIGAN, 4);
        var anotherYear =
                Reports.get(
                                "/api/reporting/v1/localities/%s/dashboard?financialYear=2020/21"
                                        .formatted(Locality.WIGAN.code()),
                                Locality.WIGAN)
                        .jsonPath();
        assertThat(anotherYear.getList("pool.funds")).isEmpty();
        assertThat(anotherYear.getList("attention.kind")).contains("OVER_PLAN");
    }

    @Test
    void saysWhyADecisionDidNotBindAndThatTheMoneyStillWaits() {
        var facts = new Facts(Locality.TRAFFORD);
        var refused = Ids.next();
        budget.tell(
                facts.fundOpened(), facts.planned(0, 500_000_000), facts.approvalRequested(300));
        governance.tell(
                facts.decision(refused, "Health and Wellbeing Board", "INVALID", "RESERVED"));
        budget.tell(
                new DecisionNotApplied(
                        facts.commitment, refused, "RESERVED", Locality.TRAFFORD, DAY, null));

        var dashboard = Reports.dashboardAfter(Locality.TRAFFORD, 5);

        assertThat(dashboard.getString("decisions[0].state")).isEqualTo("INVALID");
        assertThat(dashboard.getBoolean("decisions[0].inEffect")).isFalse();
        assertThat(dashboard.getList("decisions[0].validityCodes")).containsExactly("RESERVED");
        assertThat(dashboard.getString("decisions[0].validity"))
                .isEqualTo("the matter is reserved to another body");
        assertThat(dashboard.getString("commitments[0].state")).isEqualTo("PENDING_APPROVAL");
        assertThat(dashboard.getString("commitments[0].interventionId"))
                .isEqualTo(facts.reference("INT"));
        assertThat(dashboard.getString("commitments[0].notApplied[0].decidedBy"))
                .isEqualTo("Health and Wellbeing Board");
        assertThat(dashboard.getString("attention[0].text"))
                .contains("A decision of Health and Wellbeing Board did not bind it");
    }

    @Test
    void aRejectedCommitmentHoldsNoMoney() {
        var facts = new Facts(Locality.SALFORD);
        budget.tell(facts.fundOpened(), facts.planned(0, 1_000), facts.approvalRequested(400));
        budget.tell(
                new CommitmentRefused(
                        facts.commitment,
                        facts.reference("COM"),
                        facts.fund,
                        facts.development,
                        Pence.of(400),
                        "LAPSED",
                        "No decision by 31 July 2014",
                        null,
                        Locality.SALFORD,
                        DAY));

        var dashboard = Reports.dashboardAfter(Locality.SALFORD, 4);

        assertThat(dashboard.getString("commitments[0].state")).isEqualTo("LAPSED");
        assertThat(dashboard.getLong("pool.requestedPence")).isZero();
        assertThat(dashboard.getLong("pool.availablePence")).isEqualTo(1_000);
    }

    @Test
    void sumsWhatAnInterventionMaySpend() {
        var facts = new Facts(Locality.BOLTON);
        var before = Reports.events(Reports.dashboard(Locality.BOLTON).jsonPath());
        interventions.tell(
                facts.intervention("PROPOSED", 0, 2),
                funded(facts, Ids.next(), 200),
                funded(facts, Ids.next(), 50),
                facts.intervention("MOBILISING", 1, 2));

        var dashboard = Reports.dashboardAfter(Locality.BOLTON, before + 4);

        assertThat(dashboard.getLong("interventions[0].fundedPence")).isEqualTo(250);
        assertThat(dashboard.getString("interventions[0].state")).isEqualTo("MOBILISING");
        assertThat(dashboard.getString("interventions[0].mobilised")).isEqualTo("PARTIAL");
    }

    @Test
    void aThousandEntriesArriveInFewStatementsAndSumToThePenny() {
        var facts = new Facts(Locality.STOCKPORT);
        var before = Reports.events(Reports.dashboard(Locality.STOCKPORT).jsonPath());
        budget.tell(facts.fundOpened(), facts.planned(0, 1_000_000));
        budget.tell(
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(pence -> facts.spent(pence))
                        .toArray(PublishedEvent[]::new));

        var dashboard = Reports.dashboardAfter(Locality.STOCKPORT, before + 1_002);

        assertThat(dashboard.getLong("pool.spentPence")).isEqualTo(500_500);
        var totals = Reports.get("/api/reporting/v1/control-totals", Locality.STOCKPORT).jsonPath();
        assertThat(totals.getLong("funds[0].postings")).isEqualTo(2_000);
        assertThat(totals.getLong("funds[0].postingsSumPence")).isZero();
        assertThat(totals.getLong("topics[0].events")).isEqualTo(1_002);
    }

    @Test
    void whatIsToldOfADissolvedBodysPastDoesNotBringItBack() {
        var board = Ids.next();
        governance.tell(
                body(board, "Board", "ESTABLISHED", 2013), body(board, "Board", "DISSOLVED", 2017));
        governance.tell(
                body(board, "Late name", "ESTABLISHED", 2013),
                body(board, "Last name", "ESTABLISHED", 2014));

        var shown =
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> bodyAsShown(board), it -> it.startsWith("Last name"));

        assertThat(shown).isEqualTo("Last name is DISSOLVED from 2017-04-01");
    }

    private String bodyAsShown(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select name || ' is ' || state || ' from ' || effective_on
                                from read_model.body where body_id = ?
                                """)) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static BodyChanged body(UUID id, String name, String state, int year) {
        return new BodyChanged(
                id,
                "GM-BOARD",
                name,
                "COMMITTEE",
                "LOCALITY",
                state,
                null,
                Locality.GREATER_MANCHESTER,
                LocalDate.of(year, 4, 1),
                Facts.STATED,
                null,
                null,
                null);
    }

    private static InterventionFunded funded(Facts facts, UUID commitment, long pence) {
        return new InterventionFunded(
                facts.intervention,
                commitment,
                Pence.of(pence),
                Pence.of(pence),
                null,
                facts.place,
                DAY);
    }
}
