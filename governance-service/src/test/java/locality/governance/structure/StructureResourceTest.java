package locality.governance.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
class StructureResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.BOLTON);

    @Test
    @Tag("G1")
    @Tag("G2")
    void theTreeIsThatOfTheDate() {
        record("BOL-TOP", "SHADOW");
        record("BOL-MID", "ESTABLISHED");
        record("BOL-NEW", "ESTABLISHED");
        record("BOL-REF", "ESTABLISHED");
        relate("BOL-MID", "ACCOUNTABLE_TO", "BOL-TOP", "2014-01-01");
        relate("BOL-NEW", "ACCOUNTABLE_TO", "BOL-TOP", "2015-01-01");
        relate("BOL-REF", "SOUNDING_BOARD", "BOL-TOP", "2014-01-01");
        secretary.does(
                "/bodies/BOL-MID/successions",
                "{\"successor\": \"BOL-NEW\", \"effectiveOn\": \"2015-01-01\"}");
        secretary
                .postCsv(
                        "/bodies/BOL-TOP/memberships",
                        "seat,post,from,personReference\n"
                                + "CHAIR,Leader,2014-01-01,post:leader\nGP,GP,2014-01-01,\n")
                .statusCode(201);
        var asked = "/structure?locality=E08000001&on=";
        var top = "items.find { it.reference == 'BOL-TOP' }.";

        secretary
                .get(asked + "2014-06-01")
                .body("on", equalTo("2014-06-01"))
                .body("items.reference", hasItem("BOL-REF"))
                .body(top + "state", equalTo("SHADOW"))
                .body(top + "spatialLevel", equalTo("LOCALITY"))
                .body(top + "chair", equalTo("Leader"))
                .body(top + "seats", equalTo(2))
                .body(top + "vacancies", equalTo(1))
                .body(top + "below.reference", contains("BOL-MID"))
                .body("links.from", hasItem("BOL-REF"))
                .body("links.kind", hasItem("SOUNDING_BOARD"));
        secretary
                .get(asked + "2015-01-01")
                .body(top + "below.reference", contains("BOL-NEW"))
                .body(top + "below[0].predecessors", contains("BOL-MID"));
        secretary
                .get("/bodies/BOL-NEW/structure?on=2015-01-01")
                .body("items.reference", contains("BOL-NEW"))
                .body("items[0].chair", nullValue());
        secretary.get("/bodies/BOL-MID/structure?on=2015-01-01").body("items", empty());
        assertThat(secretary.read(asked + "2014-06-01", "image/svg+xml"))
                .startsWith("<svg")
                .contains("Who is accountable to whom: Bolton on 1 June 2014")
                .contains("BOL-TOP &lt;&amp;&gt;");
        assertThat(secretary.read("/bodies/BOL-TOP/structure?on=2014-06-01", "image/svg+xml"))
                .contains("<title id=\"title\">Who is accountable to whom: BOL-TOP");
    }

    @Test
    @Tag("G5")
    void levelsRunFromNeighbourhoodToGreaterManchester() {
        var whole = Caller.secretaryOf(Locality.BOLTON, Locality.GREATER_MANCHESTER);
        for (var body :
                new String[][] {
                    {"BOL-GM", "GREATER_MANCHESTER", "E47000001"},
                    {"BOL-LEVEL", "LOCALITY", "E08000001"},
                    {"BOL-HOOD", "NEIGHBOURHOOD", "E08000001"}
                }) {
            whole.does(
                    "/bodies",
                    """
                    {"reference": "%s", "name": "Board", "classification": "PARTNERSHIP_BOARD",
                     "spatialLevel": "%s", "locality": "%s",
                     "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2021-04-01"}]}
                    """
                            .formatted(body[0], body[1], body[2]));
        }
        relate("BOL-LEVEL", "ACCOUNTABLE_TO", "BOL-GM", "2021-04-01");
        relate("BOL-HOOD", "ACCOUNTABLE_TO", "BOL-LEVEL", "2021-04-01");

        secretary
                .get("/bodies/BOL-GM/structure?on=2021-06-01")
                .body("items.spatialLevel", contains("GREATER_MANCHESTER"))
                .body("items[0].below.spatialLevel", contains("LOCALITY"))
                .body("items[0].below[0].below.spatialLevel", contains("NEIGHBOURHOOD"));
    }

    private void relate(String from, String kind, String to, String on) {
        secretary.does(
                "/bodies/%s/relations".formatted(from),
                "{\"kind\": \"%s\", \"to\": \"%s\", \"from\": \"%s\"}".formatted(kind, to, on));
    }

    private void record(String reference, String state) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "%s <&>", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "locality": "E08000001",
                 "lifecycle": [{"state": "%s", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, reference, state));
    }
}
