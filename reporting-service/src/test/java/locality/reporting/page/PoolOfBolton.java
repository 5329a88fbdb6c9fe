package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import locality.platform.event.PublishedEvent;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The page of a pool that is told once, with what tests read from it.
abstract class PoolOfBolton {

    static final Locality PLACE = Locality.BOLTON;
    static final String POOL = "/localities/E08000001/pool";
    static final String API = "/api/reporting/v1";
    static final String BCF = "funds.find { it.reference == '" + PoolFacts.FUND + "' }";

    private static boolean told;

    @BeforeAll
    static void aFundAtWork() {
        if (told) {
            return;
        }
        told = true;
        var facts = new PoolFacts(PLACE);
        try (var governance = Topics.of("governance");
                var budget = Topics.of("budget")) {
            governance.tell(facts.governance());
            budget.tell(facts.budget().toArray(PublishedEvent[]::new));
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> {
                            var all = json(API + POOL);
                            assertThat(all.getList("funds")).hasSizeGreaterThanOrEqualTo(2);
                            assertThat(all.getList(ours("virements.authority.body")))
                                    .containsOnly("Executive Health Group")
                                    .hasSize(3);
                            assertThat(all.getList(ours("contributions.paidPence")))
                                    .containsExactlyInAnyOrder(272_258_334, 50_000);
                            assertThat(all.getList(ours("commitments.state")))
                                    .containsExactlyInAnyOrder("PART_DISCHARGED", "RELEASED");
                            assertThat(all.getList(ours("comparisons.verdict"))).hasSize(2);
                            assertThat(all.getList(ours("retrospective"))).hasSize(1);
                            assertThat(all.getList(ours("variations.state"))).contains("LAPSED");
                            assertThat(all.getList("performancePay.endsOn")).contains("2014-04-03");
                        });
    }

    /// What a path says of the two funds that are told here, and of no other test's.
    private static String ours(String path) {
        return path.replaceFirst("^[a-z]+", "$0.findAll { it.fund?.startsWith('TST-BCF') }");
    }

    static Map<String, Object> line(String on, String reference) {
        return on(on).getMap(
                        BCF
                                + ".lines.find { it.reference == '%s-%s' }.amounts"
                                        .formatted(PoolFacts.FUND, reference));
    }

    static List<String> attention(String on) {
        return page(on).select(".attention__item").eachText();
    }

    static String text(String on, String section) {
        return page(on).select("section[aria-labelledby=%s]".formatted(section)).text();
    }

    static Document page(String on) {
        return html(POOL + asked(on));
    }

    static JsonPath on(String on) {
        return json(API + POOL + asked(on));
    }

    /// Other tests tell of other funds of the place.
    static String asked(String on) {
        return "?on=%s&fund=%s".formatted(on, PoolFacts.FUND);
    }

    static JsonPath json(String path) {
        return JsonPath.from(got(path, "application/json"));
    }

    static Document html(String path) {
        return Jsoup.parse(got(path, "text/html"));
    }

    static String got(String path, String type) {
        return given().auth()
                .oauth2(Tokens.of("viewer").in(PLACE))
                .accept(type)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
