package locality.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DashboardResourceTest {

    private static final Locality PLACE = Locality.TAMESIDE;
    private static final String PATH = "/api/reporting/v1/localities/E08000008/dashboard";
    private static final Facts THIS_YEAR = new Facts(PLACE);
    private static final Facts NEXT_YEAR = new Facts(PLACE);

    @Inject AgroalDataSource database;

    @BeforeAll
    static void twoYearsOfAFund() {
        try (var budget = Topics.of("budget");
                var governance = Topics.of("governance")) {
            budget.tell(
                    THIS_YEAR.fundOpened("2014/15"),
                    THIS_YEAR.planned(1_945_000_000, 1_322_100_000),
                    NEXT_YEAR.fundOpened("2015/16"),
                    NEXT_YEAR.planned(2_145_000_000L, 2_144_000_000L));
            governance.tell(THIS_YEAR.decision(Ids.next(), "Shadow Board", "IN_EFFECT"));
        }
    }

    @Test
    @Tag("R5")
    void hasWhatPartnersWereTold() {
        Reports.dashboardAfter(PLACE, 5);

        Reports.dashboard(PLACE)
                .then()
                .statusCode(200)
                .body("locality", equalTo("E08000008"))
                .body("$", hasKey("asOf"))
                .body("pool.plannedPence", equalTo(7_556_100_000L))
                .body("pool.committedPence", equalTo(0))
                .body("pool.spentPence", equalTo(0))
                .body("interventions", hasSize(0))
                .body("decisions", hasSize(1))
                .body("decisions[0].body", equalTo("Shadow Board"))
                .body("$", hasKey("indicator"))
                .body("freshness", hasSize(3))
                .body("freshness[1].source", equalTo("budget"))
                .body("pool.funds[0].lines[0].provenance.section", equalTo("3.2.1"));
    }

    @Test
    void showsOneFinancialYearWhenAsked() {
        Reports.dashboardAfter(PLACE, 5);

        var dashboard = Reports.get(PATH + "?financialYear=2014/15", PLACE).jsonPath();

        assertThat(dashboard.getLong("pool.plannedPence")).isEqualTo(3_267_100_000L);
        assertThat(dashboard.getList("financialYears")).isEqualTo(List.of("2014/15", "2015/16"));
        assertThat(dashboard.getList("pool.financialYears")).isEqualTo(List.of("2014/15"));
        assertThat(Reports.dashboard(PLACE).jsonPath().getList("pool.financialYears"))
                .isEqualTo(List.of("2014/15", "2015/16"));
    }

    @Test
    void answersUnchangedUntilSomethingHappens() {
        Reports.dashboardAfter(PLACE, 5);
        var first = Reports.dashboard(PLACE);
        var tag = Objects.requireNonNull(first.header("ETag"));

        assertThat(tag).as("weak, as the gateway would make it by compressing").startsWith("W/");
        given().auth()
                .oauth2(Tokens.of("viewer").in(PLACE))
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(304);

        var events = Reports.events(first.jsonPath());
        try (var governance = Topics.of("governance")) {
            governance.tell(NEXT_YEAR.decision(Ids.next(), "Shadow Board", "IN_EFFECT"));
        }
        Reports.dashboardAfter(PLACE, events + 1);
        given().auth()
                .oauth2(Tokens.of("viewer").in(PLACE))
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void showsAServiceWhoseEventsCouldNotBeAppliedOrThatIsNotReadAsStale() throws SQLException {
        Reports.dashboardWhen(PLACE, it -> !it.getBoolean("freshness[1].stale"));
        var before = tag();

        try {
            run(
                    """
                    insert into parked_event (id, consumer, topic, partition, record_offset, source,
                      subject_type, subject_id, subject_version, type, headers, data, reason,
                      parked_at)
                    select gen_random_uuid(), 'reporting', 'budget.events.v1', 999, n, 'budget',
                      'fund', 'a-test', n, 'budget.fund-opened.v1',
                      '{"ce_locality": "E08000008"}', '{}', 'a test', now()
                    from generate_series(1, 3) n
                    """);

            var parked = Reports.dashboard(PLACE).jsonPath();
            assertThat(parked.getBoolean("freshness[1].stale")).isTrue();
            assertThat(parked.getString("freshness[1].words"))
                    .isEqualTo("3 events could not be applied");
            assertThat(tag()).isNotEqualTo(before);
        } finally {
            run("delete from parked_event where partition = 999");
        }
        try {
            run(
                    """
                    insert into consumer_offset
                      (consumer, topic, partition, next_offset, caught_up_at)
                    values ('reporting', 'budget.events.v1', 999, 0, now() - interval '61 seconds')
                    """);

            var silent = Reports.dashboard(PLACE).jsonPath();
            assertThat(silent.getBoolean("freshness[1].stale")).isTrue();
            assertThat(silent.getString("freshness[1].words"))
                    .isEqualTo("has not been read to its end for a minute");
            assertThat(silent.getBoolean("freshness[0].stale")).isFalse();
            assertThat(tag()).isNotEqualTo(before);
        } finally {
            run("delete from consumer_offset where partition = 999");
        }
    }

    @Test
    void itsVersionCountsWhatIsToldOfGreaterManchesterAndOfOrganisationsAnywhere()
            throws SQLException {
        Reports.dashboardWhen(PLACE, it -> !it.getBoolean("freshness[1].stale"));
        var first = tag();
        try (var governance = Topics.of("governance")) {
            governance.tell(
                    new Facts(Locality.GREATER_MANCHESTER)
                            .decision(Ids.next(), "Joint Commissioning Board", "IN_EFFECT"));
            var second = tagAfter(first);

            governance.tell(
                    new OrganisationRecorded(
                            "T3ST",
                            "An organisation",
                            "TRUST",
                            Locality.ROCHDALE,
                            Facts.DAY,
                            null,
                            List.of(),
                            Facts.STATED,
                            Facts.DAY));
            tagAfter(second);
        }
        var told = tag();
        run("update read_model.generation set generation_id = gen_random_uuid()");
        assertThat(tag()).isNotEqualTo(told);
    }

    @Test
    void showsTheLatestHundredDecisionsAndSaysHowManyThereAre() {
        var place = Locality.GREATER_MANCHESTER;
        var facts = new Facts(place);
        try (var governance = Topics.of("governance")) {
            for (int i = 0; i < 101; i++) {
                governance.tell(facts.decision(Ids.next(), "Reform Board", "IN_EFFECT"));
            }
        }

        var dashboard = Reports.dashboardWhen(place, it -> it.getInt("decisionCount") > 100);

        assertThat(dashboard.getList("decisions")).hasSize(100);
        var csv = Reports.get("/localities/E47000001/decisions.csv", place).asString();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                Reports.get("/localities/E47000001/decisions.csv", place)
                                                .asString()
                                                .lines()
                                                .filter(row -> row.contains("Reform Board"))
                                                .count()
                                        == 101);
        assertThat(csv).startsWith("reference,");
        assertThat(
                        given().auth()
                                .oauth2(Tokens.of("viewer").in(place))
                                .accept("text/html")
                                .get("/localities/E47000001")
                                .asString())
                .contains("The latest 100 of ");
    }

    private static String tag() {
        return Objects.requireNonNull(Reports.dashboard(PLACE).header("ETag"));
    }

    private static String tagAfter(String before) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !tag().equals(before));
        return tag();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anotherLocalityIsNotThere() {
        Reports.get(PATH, Locality.ROCHDALE)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
        Reports.get("/api/reporting/v1/localities/E99999999/dashboard", PLACE)
                .then()
                .statusCode(404);
        Reports.get(PATH + "?indicator=none", PLACE).then().statusCode(404);
    }

    @Test
    void withoutATokenItAsksForOneAndDoesNotRedirect() {
        given().redirects()
                .follow(false)
                .get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void controlTotalsNameOnlyTheCallersLocalities() {
        Reports.dashboardAfter(PLACE, 5);

        var own = Reports.get("/api/reporting/v1/control-totals", PLACE).jsonPath();
        var others = Reports.get("/api/reporting/v1/control-totals", Locality.ROCHDALE);

        assertThat(own.getList("funds.plannedPence", Long.class))
                .containsExactly(3_267_100_000L, 4_289_000_000L);
        assertThat(own.getLong("localities[0].decisionsInEffect")).isPositive();
        assertThat(others.asString()).doesNotContain(PLACE.code());
    }

    @Test
    void tellsWhoeverListensThatSomethingHappened() {
        Reports.dashboardAfter(PLACE, 5);

        given().auth()
                .oauth2(Tokens.of("viewer").in(PLACE))
                .get("/api/reporting/v1/localities/E08000008/changes?timeout=2")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .body(containsString("event:version"));
        Reports.get("/api/reporting/v1/localities/E08000008/changes", Locality.ROCHDALE)
                .then()
                .statusCode(404);
    }
}
