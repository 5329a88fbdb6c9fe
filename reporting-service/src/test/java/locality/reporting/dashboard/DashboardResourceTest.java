package locality.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
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
    }

    @Test
    void answersUnchangedUntilSomethingHappens() {
        Reports.dashboardAfter(PLACE, 5);
        var first = Reports.dashboard(PLACE);
        var tag = Objects.requireNonNull(first.header("ETag"));

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
