package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The pages of a partnership that is told once, with what tests read from them.
abstract class PartnershipOfBolton {

    static final Locality PLACE = Locality.BOLTON;
    static final String PARTNERSHIP = "/localities/E08000001/partnership";
    static final String PLAN = "/localities/E08000001/plan";
    static final String API = "/api/reporting/v1";

    private static boolean told;

    @BeforeAll
    static void aPartnershipIn2018() {
        if (told) {
            return;
        }
        told = true;
        var facts = new PartnershipFacts(PLACE);
        try (var governance = Topics.of("governance");
                var intervention = Topics.of("intervention")) {
            governance.tell(facts.governance());
            intervention.tell(facts.intervention());
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> {
                            var today = json(API + PARTNERSHIP);
                            assertThat(today.getList("gateways[0].scope.contractState"))
                                    .contains("LISTED", "REFUSED");
                            assertThat(today.getList("agreements.state"))
                                    .containsExactlyInAnyOrder(
                                            "IN_FORCE", "SUPERSEDED", "FOR_RATIFICATION");
                            assertThat(today.getList("gateways[0].scope")).hasSize(3);
                            assertThat(today.getString("gateways[0].state"))
                                    .isEqualTo("PASSED_WITH_CONDITIONS");
                            assertThat(today.getList("assessments")).hasSize(2);
                            assertThat(today.getList("strategies")).hasSize(1);
                            assertThat(today.getList("principles")).hasSize(1);
                            assertThat(today.getList("engagement")).hasSize(5);
                            assertThat(today.getList("engagement.stage")).contains("FORMAL");
                            assertThat(today.getList("engagement.effectiveOn"))
                                    .contains("2018-06-01", "2018-03-20")
                                    .doesNotContain("2018-06-08", "2018-03-12");
                            assertThat(today.getString("register[2].state")).isEqualTo("CLOSED");
                            assertThat(today.getString("register[0].body")).isNotNull();
                            var plan = json(API + PLAN);
                            assertThat(plan.getString("plans[0].baseline")).isEqualTo("May 2018");
                            assertThat(plan.getString("plans[1].baseline")).isEqualTo("First");
                            assertThat(plan.getList("plans[0].milestones.state"))
                                    .hasSize(4)
                                    .contains("ACHIEVED");
                        });
    }

    static List<String> rows(String path, String on, String region) {
        return page(path, on).select(".scroll" + region + " tbody tr").eachText();
    }

    static Document page(String path, String on) {
        return html(path + "?on=" + on);
    }

    static Document html(String path) {
        return Jsoup.parse(
                given().auth()
                        .oauth2(Tokens.of("viewer").in(PLACE))
                        .accept("text/html")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    static JsonPath json(String path) {
        var place = path.contains(PLACE.code()) ? PLACE : Locality.TRAFFORD;
        return JsonPath.from(
                given().auth()
                        .oauth2(Tokens.of("viewer").in(place))
                        .accept("application/json")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
