package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A body is of its own place, and serves others for a time.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ServedPlacesTest {

    private final BodiesOf tameside = new BodiesOf(Locality.TAMESIDE, "2013-01-01");
    private final Caller secretary = tameside.secretary();
    private final Caller neighbour = Caller.secretaryOf(Locality.STOCKPORT);

    @Test
    @Tag("G3")
    void aBodyOfSeveralPlacesIsShownUnderEachAndWrittenInItsOwn() {
        secretary.does(
                "/bodies",
                """
                {"reference": "TAM-JOINT", "name": "Joint board", "classification": "COMMITTEE",
                 "spatialLevel": "SECTOR", "locality": "E08000008",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2016-01-01"}],
                 "alsoServes": [{"locality": "E08000007", "from": "2016-04-01"}]}
                """);
        secretary.does(
                "/bodies/TAM-JOINT/places/E08000007/end", "{\"effectiveOn\": \"2018-04-01\"}");

        assertThat(shownInStockport("&on=2016-03-31")).isFalse();
        assertThat(shownInStockport("&on=2016-04-01")).isTrue();
        assertThat(shownInStockport("&on=2018-03-31")).isTrue();
        assertThat(shownInStockport("&on=2018-04-01")).isFalse();
        assertThat(shownInStockport("")).isTrue();
        neighbour
                .get("/bodies/TAM-JOINT?on=2017-01-01")
                .statusCode(200)
                .body("locality", equalTo("E08000008"))
                .body("alsoServes.locality", contains("E08000007"))
                .body("alsoServes[0].until", equalTo("2018-03-31"));
        neighbour
                .post("/bodies/TAM-JOINT/shadow", "{\"effectiveOn\": \"2017-01-01\"}")
                .statusCode(404);
        Caller.secretaryOf(Locality.WIGAN).get("/bodies/TAM-JOINT").statusCode(404);
    }

    @Test
    @Tag("G3")
    void aPlaceIsServedOnceAtATime() {
        tameside.propose("TAM-ONCE", "Board");
        var serves = "{\"locality\": \"%s\", \"from\": \"2016-04-01\"}";
        secretary.does("/bodies/TAM-ONCE/places", serves.formatted("E08000007"));

        secretary
                .post("/bodies/TAM-ONCE/places", serves.formatted("E08000007"))
                .statusCode(409)
                .body("code", equalTo("PLACE_ALREADY_SERVED"))
                .body("from", equalTo("2016-04-01"));
        secretary
                .post("/bodies/TAM-ONCE/places", serves.formatted("E08000008"))
                .statusCode(422)
                .body("code", equalTo("OWN_PLACE"));
        secretary
                .post("/bodies/TAM-ONCE/places/E08000001/end", "{\"effectiveOn\": \"2017-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("PLACE_NOT_SERVED"))
                .body("on", equalTo("2017-03-31"));
    }

    @Test
    @Tag("G3")
    void whoMayDecideInAPlaceIsAskedOfABodyThatServesIt() {
        tameside.organisation("TMS1");
        secretary.does(
                "/bodies",
                """
                {"reference": "TAM-TOP", "name": "Joint board", "classification": "GOVERNING_BODY",
                 "spatialLevel": "SECTOR", "locality": "E08000008", "organisation": "TMS1",
                 "topOfOrganisation": true,
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2016-01-01"}],
                 "alsoServes": [{"locality": "E08000007", "from": "2016-04-01"}]}
                """);

        assertThat(mayDecideInStockport("2016-03-31")).doesNotContain("TAM-TOP");
        assertThat(mayDecideInStockport("2016-04-01")).contains("TAM-TOP");
    }

    private boolean shownInStockport(String more) {
        return neighbour
                .get("/bodies?locality=E08000007" + more)
                .extract()
                .jsonPath()
                .getList("items.reference")
                .contains("TAM-JOINT");
    }

    private String mayDecideInStockport(String on) {
        return Caller.secretaryOf(Locality.STOCKPORT, Locality.TAMESIDE)
                .get("/authority?function=commissioning&place=E08000007&owner=TMS1&on=" + on)
                .statusCode(200)
                .extract()
                .asString();
    }
}
