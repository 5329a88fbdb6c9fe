package locality.governance.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EngagementResourceTest {

    private final Caller rochdale = Caller.secretaryOf(Locality.ROCHDALE);

    /// "2 staff briefings have been held and 4 public engagement events" by May 2018 (3.1.2); the
    /// survey of the directorate's staff is of the winter before (2.1.4).
    @Test
    @Tag("G58")
    void rochdalesEngagementIsCountedByPeriodAudienceAndKind() {
        rochdale.postCsv(
                        "/engagements",
                        """
                        reference,title,kind,audience,heldIn,count,reached,locality
                        RCH-T-BRF,Staff briefings,BRIEFING,STAFF,2018-05,2,,E08000005
                        RCH-T-EVT,Public engagement events,EVENT,PUBLIC,2018-05,4,,E08000005
                        RCH-T-SRV,Organisational attachment survey,SURVEY,STAFF,2018-03,1,,E08000005
                        """)
                .statusCode(200)
                .body("added", equalTo(3));

        rochdale.get(
                        "/engagements/counts?locality=E08000005&by=QUARTER&from=2018-01-01"
                                + "&until=2018-06-30")
                .statusCode(200)
                .body("items.period", contains("2017/18-Q4", "2018/19-Q1", "2018/19-Q1"))
                .body("items.audience", contains("STAFF", "STAFF", "PUBLIC"))
                .body("items.kind", contains("SURVEY", "BRIEFING", "EVENT"))
                .body("items.count", contains(1, 2, 4))
                .body("items[2].reached", nullValue())
                .body("items.uncounted", contains(1, 1, 1));
        rochdale.get("/engagements?from=2018-05-01&until=2018-05-31&kind=EVENT")
                .body("items", hasSize(1))
                .body("items[0].heldIn", equalTo("2018-05"))
                .body("items[0].count", equalTo(4));
        assertThat(
                        rochdale.read(
                                "/engagements/counts?by=YEAR&from=2018-04-01&until=2018-06-30",
                                "text/csv"))
                .contains("2018/19,PUBLIC,EVENT,1,4,,1");
        var sheet = rochdale.read("/engagements?from=2018-03-01&until=2018-05-31", "text/csv");
        rochdale.postCsv("/engagements", sheet).statusCode(200).body("unchanged", equalTo(3));
        rochdale.postCsv("/engagements", sheet.replace("2018-05,4,,", "2018-05,4,120,"))
                .statusCode(200)
                .body("changed", equalTo(1));
        rochdale.postCsv("/engagements", sheet).statusCode(412).body("rows", hasSize(1));
        rochdale.get("/engagements/RCH-T-EVT").body("reached", equalTo(120));
        rochdale.postCsv(
                        "/engagements",
                        """
                        reference,version,title,kind,audience,heldIn,locality,document,section
                        RCH-T-EVT,1,Public engagement events,EVENT,PUBLIC,2018-05,E08000005,A review,3
                        """)
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"));
        Caller.secretaryOf(Locality.BURY).get("/engagements/RCH-T-EVT").statusCode(404);
    }

    @Test
    @Tag("G58")
    void whatHasNotTakenPlaceIsNotLogged() {
        refused("\"heldIn\": \"2099-01\"", "IN_THE_FUTURE");
        refused("\"heldIn\": \"soon\"", "NOT_A_DATE");
        refused("\"heldIn\": \"2017-01\", \"count\": 0", "NOTHING_COUNTED");
        refused("\"heldIn\": \"2017-01\", \"reached\": -1", "NOTHING_COUNTED");
        rochdale.does("/engagements", event("\"heldIn\": \"2017-01\", \"reference\": \"RCH-T-1\""));
        rochdale.post("/engagements", event("\"heldIn\": \"2017-01\", \"reference\": \"RCH-T-1\""))
                .statusCode(409)
                .body("code", equalTo("ENGAGEMENT_REFERENCE_TAKEN"));
    }

    private void refused(String more, String code) {
        rochdale.post("/engagements", event(more)).statusCode(422).body("code", equalTo(code));
    }

    private static String event(String more) {
        return """
        {"title": "An event", "kind": "EVENT", "audience": "PUBLIC", "locality": "E08000005", %s}
        """
                .formatted(more);
    }
}
