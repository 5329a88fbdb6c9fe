package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.UUID;
import locality.governance.story.Caller;
import locality.governance.story.Statements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyResourceTest {

    private final BodiesOf oldham = new BodiesOf(Locality.OLDHAM, "2021-01-01");
    private final Caller secretary = oldham.secretary();
    @Inject EntityManagerFactory entities;

    @Test
    @Tag("G6")
    void aBodyIsShownAsItWasOnADate() {
        oldham.propose("OLD-IDB", "Integrated Delivery Board");
        secretary.does("/bodies/OLD-IDB/shadow", "{\"effectiveOn\": \"2021-04-01\"}");
        secretary.does("/bodies/OLD-IDB/establish", "{\"effectiveOn\": \"2021-07-01\"}");
        secretary.does("/bodies/OLD-IDB/dissolve", "{\"effectiveOn\": \"2022-07-01\"}");

        secretary.get("/bodies/OLD-IDB?on=2020-12-31").body("state", nullValue());
        secretary.get("/bodies/OLD-IDB?on=2021-03-31").body("state", equalTo("PROPOSED"));
        secretary.get("/bodies/OLD-IDB?on=2021-04-01").body("state", equalTo("SHADOW"));
        secretary
                .get("/bodies/OLD-IDB?effectiveAt=2022-06-30")
                .body("state", equalTo("ESTABLISHED"));
        secretary
                .get("/bodies/OLD-IDB?on=2022-07-01")
                .body("state", equalTo("DISSOLVED"))
                .body(
                        "lifecycle.state",
                        contains("PROPOSED", "SHADOW", "ESTABLISHED", "DISSOLVED"));
        secretary
                .post("/bodies/OLD-IDB/establish", "{\"effectiveOn\": \"2023-01-01\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", empty());
    }

    @Test
    @Tag("G6")
    void aListOnADateNamesTheBodiesThatExistedThatDay() {
        oldham.propose("OLD-ICP", "Integrated Care Partnership");
        secretary.does("/bodies/OLD-ICP/dissolve", "{\"effectiveOn\": \"2022-07-01\"}");

        secretary.get("/bodies?on=2020-12-31").body("items.reference", not(hasItem("OLD-ICP")));
        secretary.get("/bodies?on=2022-06-30").body("items.reference", hasItem("OLD-ICP"));
        secretary.get("/bodies?on=2022-07-01").body("items.reference", not(hasItem("OLD-ICP")));
        secretary.get("/bodies").body("items.reference", hasItem("OLD-ICP"));
    }

    @Test
    @Tag("G10")
    void aBodyIsFoundByAnyOfItsNames() {
        secretary.does(
                "/bodies",
                """
                {"reference": "OLD-LIB", "name": "Locality Integration Board",
                 "aliases": ["Implementation Group"], "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "NEIGHBOURHOOD", "locality": "E08000004"}
                """);

        secretary.get("/bodies?name=implementation").body("items.reference", contains("OLD-LIB"));
        secretary.get("/bodies?name=INTEGRATION%20BO").body("items.reference", contains("OLD-LIB"));
    }

    @Test
    void aListOfManyBodiesIsReadInAsManyStatementsAsAListOfOne() {
        for (int i = 1; i <= 4; i++) {
            oldham.propose("OLD-YAK-" + i, "Yak %d".formatted(i));
            secretary.does(
                    "/bodies/OLD-YAK-%d/memberships".formatted(i),
                    "{\"seat\": \"A\", \"post\": \"Chair\", \"from\": \"2021-01-01\"}");
        }

        assertThat(statementsToList("yak")).isEqualTo(statementsToList("yak%204"));
    }

    private long statementsToList(String name) {
        return Statements.toGet("/bodies?name=" + name, secretary, entities);
    }

    @Test
    void aRepeatedCommandWithTheSameKeyDoesNothingTwice() {
        oldham.propose("OLD-ONCE", "Once");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var json = "{\"effectiveOn\": \"2021-02-01\"}";

        var first = secretary.post("/bodies/OLD-ONCE/shadow", json, key).statusCode(200);
        var again = secretary.post("/bodies/OLD-ONCE/shadow", json, key).statusCode(200);

        assertThat(again.extract().<Integer>path("version"))
                .isEqualTo(first.extract().<Integer>path("version"));
        secretary
                .post("/bodies/OLD-ONCE/shadow", "{\"effectiveOn\": \"2021-03-01\"}", key)
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aStaleCommandIsRefusedWhenItSaysWhatItRead() {
        oldham.propose("OLD-STALE", "Stale");
        var tag = secretary.get("/bodies/OLD-STALE").extract().header("ETag");
        secretary.does("/bodies/OLD-STALE/shadow", "{\"effectiveOn\": \"2021-02-01\"}");

        secretary
                .post(
                        "/bodies/OLD-STALE/establish",
                        "{\"effectiveOn\": \"2021-03-01\"}",
                        Map.of("If-Match", tag))
                .statusCode(412);
    }

    @Test
    void aReferenceIsTakenOnce() {
        oldham.propose("OLD-TWICE", "First");

        secretary
                .post("/bodies", oldham.proposed("OLD-TWICE", "Second"))
                .statusCode(409)
                .body("code", equalTo("BODY_REFERENCE_TAKEN"));
    }

    @Test
    void anUnknownOrganisationIsNamed() {
        secretary
                .post(
                        "/bodies",
                        """
                        {"name": "Board", "classification": "COMMITTEE", "organisation": "NOBODY",
                         "spatialLevel": "LOCALITY", "locality": "E08000004"}
                        """)
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"))
                .body("organisation", equalTo("NOBODY"));
    }

    @Test
    void nobodyWritesForAPlaceThatIsNotTheirs() {
        Caller.secretaryOf(Locality.BURY)
                .post("/bodies", oldham.proposed("BUR-X", "Theirs"))
                .statusCode(404);
    }
}
