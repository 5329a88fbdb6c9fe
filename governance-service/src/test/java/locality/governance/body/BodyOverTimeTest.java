package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyOverTimeTest {

    private final Caller secretary = Caller.secretaryOf(Locality.TAMESIDE);
    private final Caller neighbour = Caller.secretaryOf(Locality.STOCKPORT);

    @Inject AgroalDataSource database;
    @Inject DissolveAtSunset dissolveAtSunset;

    @Test
    @Tag("G10")
    void aRenamedBodyIsShownByTheNameOfTheDayAndFoundByAny() {
        record("TAM-LIB", "Locality Integration Boards");
        secretary.does(
                "/bodies/TAM-LIB/names",
                """
                {"name": "Implementation Groups", "effectiveOn": "2014-04-01",
                 "provenance": {"kind": "STATED", "section": "8.3",
                                "document": "Living Longer, Living Better: Progress Update"}}
                """);

        secretary
                .get("/bodies/TAM-LIB?on=2014-03-31")
                .body("name", equalTo("Locality Integration Boards"))
                .body("names.until", contains("2014-03-31", null));
        secretary
                .get("/bodies/TAM-LIB?on=2014-04-01")
                .body("name", equalTo("Implementation Groups"))
                .body("names[1].from", equalTo("2014-04-01"))
                .body("names[1].provenance.section", equalTo("8.3"));
        for (var name : new String[] {"locality%20INTEGRATION", "implementation%20gr"}) {
            secretary
                    .get("/bodies?locality=E08000008&name=" + name)
                    .body("items.reference", hasItem("TAM-LIB"));
        }
        secretary
                .post(
                        "/bodies/TAM-LIB/names",
                        "{\"name\": \"Implementation Group\", \"effectiveOn\": \"2014-04-01\"}")
                .statusCode(200)
                .body(
                        "names.name",
                        contains("Locality Integration Boards", "Implementation Group"));
        secretary
                .post(
                        "/bodies/TAM-LIB/names",
                        "{\"name\": \"Groups\", \"effectiveOn\": \"2014-03-01\"}")
                .statusCode(422)
                .body("code", equalTo("NAME_OUT_OF_ORDER"))
                .body("lastNameOn", equalTo("2014-04-01"));
    }

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
        record("TAM-ONCE", "Board");
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
        organisation("TMS1", "E08000008");
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

    @Test
    @Tag("G6")
    void aTimeLimitedBodyIsNoMoreOnItsDayBeforeAnybodyDissolvedIt() {
        organisation("TMS2", "E08000008");
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
        record("TAM-MOVE", "Time-limited group");
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
        record("TAM-OLD", "Leadership meeting");
        record("TAM-NEW", "Executive team");
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
        record("TAM-ALONG", "Board");
        record("TAM-HEIR", "Heir");
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
        record("TAM-OURS", "Ours");
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
        organisation("TMS3", "E08000008");
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

    @Test
    void aRelationEndsFromADay() {
        record("TAM-CHILD", "Child");
        record("TAM-PARENT", "Parent");
        var toParent = "{\"kind\": \"ADVISES\", \"to\": \"TAM-PARENT\", \"%s\": \"%s\"}";
        secretary.does("/bodies/TAM-CHILD/relations", toParent.formatted("from", "2016-01-01"));

        secretary
                .post("/bodies/TAM-CHILD/relations", toParent.formatted("from", "2017-01-01"))
                .statusCode(409)
                .body("code", equalTo("ALREADY_RELATED"));
        secretary.does(
                "/bodies/TAM-CHILD/relations/end", toParent.formatted("effectiveOn", "2017-01-01"));

        secretary
                .get("/bodies/TAM-CHILD?on=2016-12-31")
                .body("relations.toReference", contains("TAM-PARENT"))
                .body("relations[0].until", equalTo("2016-12-31"));
        secretary.get("/bodies/TAM-CHILD?on=2017-01-01").body("relations", empty());
        secretary
                .post(
                        "/bodies/TAM-CHILD/relations/end",
                        toParent.formatted("effectiveOn", "2018-01-01"))
                .statusCode(422)
                .body("code", equalTo("NOT_RELATED"))
                .body("on", equalTo("2017-12-31"));
    }

    @Test
    void twoRelationsAtOnceCloseNoCircle() throws Exception {
        record("TAM-X", "X");
        record("TAM-Y", "Y");
        var to = "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"%s\", \"from\": \"2016-01-01\"}";

        var statuses =
                AtOnce.call(
                        2,
                        List.of(
                                () -> relates("TAM-X", to.formatted("TAM-Y")),
                                () -> relates("TAM-Y", to.formatted("TAM-X"))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    @Tag("G11")
    void aBodyIsAnsweredAsItWasKnown() throws SQLException {
        var never = now();
        record("TAM-KNOWN", "Board");
        record("TAM-OVER", "Parent");
        secretary.does(
                "/bodies/TAM-KNOWN/memberships",
                """
                {"seat": "CHAIR", "post": "Chair", "personReference": "post:tam-chair",
                 "from": "2016-01-01"}
                """);
        secretary.does(
                "/bodies/TAM-KNOWN/relations",
                "{\"kind\": \"ADVISES\", \"to\": \"TAM-OVER\", \"from\": \"2016-01-01\"}");
        var then = now();
        secretary.does("/bodies/TAM-KNOWN/establish", "{\"effectiveOn\": \"2016-01-01\"}");
        secretary.does(
                "/bodies/TAM-KNOWN/memberships/CHAIR/end", "{\"effectiveOn\": \"2016-06-01\"}");
        secretary.does(
                "/bodies/TAM-KNOWN/relations/end",
                """
                {"kind": "ADVISES", "to": "TAM-OVER", "effectiveOn": "2016-06-01"}
                """);
        secretary.does(
                "/bodies/TAM-KNOWN/terms-of-reference",
                """
                {"effectiveOn": "2016-01-01", "quorum": {"number": 1},
                 "votingRule": "SIMPLE_MAJORITY"}
                """);
        secretary.does(
                "/bodies/TAM-KNOWN/names",
                "{\"name\": \"Renamed\", \"effectiveOn\": \"2016-01-01\"}");
        var between = now();
        secretary.does(
                "/bodies/TAM-KNOWN/memberships/CHAIR/end", "{\"effectiveOn\": \"2016-03-01\"}");
        var asked = "/bodies/TAM-KNOWN?on=2016-09-01";

        secretary
                .get(asked + "&knownAt=" + then)
                .body("name", equalTo("Board"))
                .body("state", equalTo("PROPOSED"))
                .body("memberships[0].personReference", equalTo("post:tam-chair"))
                .body("relations.toReference", contains("TAM-OVER"))
                .body("termsOfReference", nullValue());
        secretary
                .get(asked)
                .body("name", equalTo("Renamed"))
                .body("state", equalTo("ESTABLISHED"))
                .body("memberships[0].personReference", nullValue())
                .body("memberships[0].from", equalTo("2016-03-01"))
                .body("relations", empty())
                .body("termsOfReference.version", equalTo(1));
        secretary
                .get(asked + "&knownAt=" + between)
                .body("memberships[0].from", equalTo("2016-06-01"));
        secretary.get(asked + "&knownAt=" + never).statusCode(404);
    }

    private int relates(String body, String relation) {
        return secretary
                .post("/bodies/%s/relations".formatted(body), relation)
                .extract()
                .statusCode();
    }

    private String now() throws SQLException {
        try (var connection = database.getConnection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select to_json(clock_timestamp() at time zone 'utc') #>>"
                                                + " '{}' || 'Z'")) {
            row.next();
            return row.getString(1);
        }
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

    private void organisation(String code, String place) {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "Organisation", "kind": "CCG", "locality": "%s",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, place));
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

    private void record(String reference, String name) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "%s", "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "LOCALITY", "locality": "E08000008",
                 "lifecycle": [{"state": "PROPOSED", "effectiveOn": "2013-01-01"}]}
                """
                        .formatted(reference, name));
    }
}
