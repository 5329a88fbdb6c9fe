package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A body ends at its sunset, or as another takes its place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyEndsTest {

    private final BodiesOf tameside = new BodiesOf(Locality.TAMESIDE, "2013-01-01");
    private final Caller secretary = tameside.secretary();
    @Inject DissolveAtSunset dissolveAtSunset;

    @Test
    @Tag("G6")
    void aTimeLimitedBodyIsNoMoreOnItsDayBeforeAnybodyDissolvedIt() {
        tameside.organisation("TMS2");
        secretary.does(
                "/bodies",
                """
                {"reference": "TAM-TF", "name": "Task and finish", "classification": "GOVERNING_BODY",
                 "spatialLevel": "LOCALITY", "locality": "E08000008", "organisation": "TMS2",
                 "topOfOrganisation": true,
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2016-01-01"}]}
                """);
        grant("TAM-TF-DEL", "TAM-TF", "TMS2", "2016-02-01");
        secretary.does("/bodies/TAM-TF/sunset", "{\"sunsetOn\": \"2099-04-01\"}");

        secretary
                .get("/bodies/TAM-TF?on=2099-03-31")
                .body("state", equalTo("ESTABLISHED"))
                .body("sunsetOn", equalTo("2099-04-01"));
        secretary.get("/bodies/TAM-TF?on=2099-04-01").body("state", equalTo("DISSOLVED"));
        secretary.get("/bodies?on=2099-04-01").body("items.reference", not(hasItem("TAM-TF")));
        secretary
                .get("/authority?function=commissioning&place=E08000008&owner=TMS2&on=2099-04-01")
                .body("holders", empty())
                .body("refused.find { it.reference == 'TAM-TF' }.code", equalTo("DISSOLVED"));
        secretary
                .post("/bodies/TAM-TF/shadow", "{\"effectiveOn\": \"2099-05-01\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));

        dissolveAtSunset.handle(LocalDate.of(2099, 4, 1));

        secretary
                .get("/bodies/TAM-TF?on=2099-04-01")
                .body("lifecycle.state", contains("ESTABLISHED", "DISSOLVED"))
                .body("lifecycle[1].effectiveOn", equalTo("2099-04-01"));
        secretary.get("/delegations/TAM-TF-DEL").body("endedOn", equalTo("2099-04-01"));
        assertThat(dissolveAtSunset.handle(LocalDate.of(2099, 4, 1))).isZero();
    }

    @Test
    @Tag("G6")
    void aSunsetMayBeMovedUntilItHasCome() {
        tameside.propose("TAM-MOVE", "Time-limited group");
        secretary.does("/bodies/TAM-MOVE/sunset", "{\"sunsetOn\": \"2098-04-01\"}");
        secretary.does("/bodies/TAM-MOVE/sunset", "{\"sunsetOn\": \"2098-10-01\"}");

        secretary.get("/bodies/TAM-MOVE?on=2098-09-30").body("state", equalTo("PROPOSED"));
        secretary
                .post("/bodies/TAM-MOVE/sunset", "{\"sunsetOn\": \"2010-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"));

        secretary
                .post("/bodies/TAM-MOVE/sunset", "{\"sunsetOn\": \"2017-01-01\"}")
                .statusCode(200)
                .body("lifecycle.state", contains("PROPOSED", "DISSOLVED"));
        secretary
                .post("/bodies/TAM-MOVE/sunset", "{\"sunsetOn\": \"2098-01-01\"}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    @Tag("G6")
    void aReplacedBodyIsDissolvedAndPointsToItsSuccessor() {
        tameside.propose("TAM-OLD", "Leadership meeting");
        tameside.propose("TAM-NEW", "Executive team");
        secretary.does(
                "/bodies/TAM-OLD/successions",
                "{\"successor\": \"TAM-NEW\", \"effectiveOn\": \"2018-02-01\"}");

        secretary
                .get("/bodies/TAM-OLD?on=2018-01-31")
                .body("state", equalTo("PROPOSED"))
                .body("successors.reference", contains("TAM-NEW"));
        secretary.get("/bodies/TAM-OLD?on=2018-02-01").body("state", equalTo("DISSOLVED"));
        secretary
                .get("/bodies/TAM-NEW?on=2018-02-01")
                .body("predecessors.reference", contains("TAM-OLD"))
                .body("predecessors[0].effectiveOn", equalTo("2018-02-01"));
        secretary
                .get("/bodies?name=Executive%20team")
                .body("items[0].predecessors.reference", contains("TAM-OLD"));
        secretary
                .post(
                        "/bodies/TAM-OLD/successions",
                        "{\"successor\": \"TAM-NEW\", \"effectiveOn\": \"2018-02-01\"}")
                .statusCode(409)
                .body("code", equalTo("ALREADY_SUCCEEDED"));
        secretary
                .post(
                        "/bodies/TAM-NEW/successions",
                        "{\"successor\": \"TAM-OLD\", \"effectiveOn\": \"2019-02-01\"}")
                .statusCode(422)
                .body("code", equalTo("SUCCEEDED_IN_A_CIRCLE"));
    }

    @Test
    @Tag("G6")
    void aPredecessorGoesOnAlongsideOnlyWhereThatIsSaid() {
        tameside.propose("TAM-ALONG", "Board");
        tameside.propose("TAM-HEIR", "Heir");
        secretary.does("/bodies/TAM-ALONG/dissolve", "{\"effectiveOn\": \"2018-06-01\"}");
        var heir =
                """
                {"successor": "TAM-HEIR", "effectiveOn": "2018-02-01", "alongside": %s}
                """;

        secretary
                .post("/bodies/TAM-ALONG/successions", heir.formatted(false))
                .statusCode(422)
                .body("code", equalTo("DISSOLVED_LATER"))
                .body("dissolvedOn", equalTo("2018-06-01"));
        secretary
                .post("/bodies/TAM-ALONG/successions", heir.formatted(true))
                .statusCode(200)
                .body("successors.alongside", contains(true));
        secretary.get("/bodies/TAM-ALONG?on=2018-05-31").body("state", equalTo("PROPOSED"));
    }

    /// What is of Greater Manchester everybody reads, and few write.
    @Test
    @Tag("G6")
    void aBodyTakesOverOnlyByThoseWhoWriteBoth() {
        tameside.propose("TAM-OURS", "Ours");
        var both = Caller.secretaryOf(Locality.GREATER_MANCHESTER, Locality.TAMESIDE);
        both.does(
                "/bodies",
                """
                {"reference": "TAM-GM", "name": "Theirs", "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "GREATER_MANCHESTER", "locality": "E47000001",
                 "lifecycle": [{"state": "PROPOSED", "effectiveOn": "2013-01-01"}]}
                """);
        var by = "{\"successor\": \"%s\", \"effectiveOn\": \"2018-02-01\"}";
        secretary.get("/bodies/TAM-GM").statusCode(200);

        secretary
                .post("/bodies/TAM-GM/successions", by.formatted("TAM-OURS"))
                .statusCode(404)
                .body("id", equalTo("TAM-GM"));
        secretary
                .post("/bodies/TAM-OURS/successions", by.formatted("TAM-GM"))
                .statusCode(404)
                .body("id", equalTo("TAM-GM"));
        both.does("/bodies/TAM-OURS/successions", by.formatted("TAM-GM"));
    }

    @Test
    @Tag("G6")
    void aReplacedBodyDecidesNothingAfterItsLastDay() {
        tameside.organisation("TMS3");
        for (var body : new String[] {"TAM-BEFORE", "TAM-AFTER"}) {
            secretary.does(
                    "/bodies",
                    """
                    {"reference": "%s", "name": "Board", "classification": "GOVERNING_BODY",
                     "spatialLevel": "LOCALITY", "locality": "E08000008", "organisation": "TMS3",
                     "topOfOrganisation": true,
                     "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2016-01-01"}]}
                    """
                            .formatted(body));
        }
        secretary.does(
                "/bodies/TAM-BEFORE/successions",
                "{\"successor\": \"TAM-AFTER\", \"effectiveOn\": \"2018-02-01\"}");
        var asked = "/authority?function=commissioning&place=E08000008&owner=TMS3&on=";

        secretary.get(asked + "2018-01-31").body("holders.reference", hasItem("TAM-BEFORE"));
        secretary
                .get(asked + "2018-02-01")
                .body("holders.reference", not(hasItem("TAM-BEFORE")))
                .body("holders.reference", hasItem("TAM-AFTER"));
    }

    private void grant(String reference, String from, String officersOf, String on) {
        secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000008", "effectiveOn": "%s"}
                """
                        .formatted(reference, from, officersOf, on));
    }
}
