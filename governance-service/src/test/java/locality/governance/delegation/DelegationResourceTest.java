package locality.governance.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DelegationResourceTest {

    @Inject AgroalDataSource database;

    private Manchester manchester;
    private Caller secretary;
    private String number;
    private String matter;

    @BeforeEach
    void settleManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
        number = manchester.board.substring("HWBB-".length());
        matter = "matter-of-manchester-" + number;
    }

    @Test
    @Tag("G13")
    void aDissolvedBodyTakesTheDelegationsFromItAndWhatRestsOnThemAlong() {
        var officers = granted("OFF", manchester.governingBody, officers(), "commissioning");
        granted("BOARD", manchester.governingBody, board(), "commissioning");
        granted("BELOW", manchester.board, officers(), "commissioning");

        secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"2017-04-01\"}");

        shown("OFF")
                .body("endedOn", equalTo("2017-04-01"))
                .body("inForce", equalTo(false))
                .body("endReason", equalTo(manchester.governingBody + " was dissolved"));
        shown("BOARD").body("endedOn", equalTo("2017-04-01"));
        shown("BELOW")
                .body("endedOn", equalTo("2017-04-01"))
                .body("endReason", containsString(reference("BOARD")));
        listed("on=2017-04-01&from=" + manchester.governingBody).body("items", empty());
        listed("on=2017-03-31&toOrganisation=" + manchester.council)
                .body("items.reference", containsInAnyOrder(reference("OFF"), reference("BELOW")));
        assertThat(Told.of(database, officers))
                .extracting(Told::type)
                .containsExactly(
                        "governance.delegation-granted.v1", "governance.delegation-ended.v1");
    }

    @Test
    @Tag("G13")
    void aDissolvedBodyHoldsNothingAnyLonger() {
        granted("IN", manchester.governingBody, board(), "commissioning");

        secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.board),
                "{\"effectiveOn\": \"2016-10-01\"}");

        shown("IN").body("endedOn", equalTo("2016-10-01"));
    }

    @Test
    @Tag("G13")
    void noDelegationOutlivesTheBodiesItIsBetween() {
        secretary.does(
                "/bodies",
                """
                {"reference": "SUNSET-%s", "name": "Until 2017", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"},
                               {"state": "DISSOLVED", "effectiveOn": "2017-04-01"}]}
                """
                        .formatted(number));
        var holder = "\"to\": \"SUNSET-%s\"".formatted(number);

        grant("LONG", manchester.governingBody, holder, "commissioning")
                .statusCode(422)
                .body("code", equalTo("OUTLIVES_A_BODY"))
                .body("dissolvedOn", equalTo("2017-04-01"));
        grant(
                        "SHORT",
                        manchester.governingBody,
                        holder + ", \"expiresOn\": \"2017-03-31\"",
                        "commissioning")
                .statusCode(201);
    }

    @Test
    @Tag("G16")
    void aReservationEndsWhatWasDelegatedOfTheFunctionAndLeavesTheRest() throws SQLException {
        recordTheMatter();
        granted("ONE", manchester.governingBody, officers(), matter);
        granted("TWO", manchester.governingBody, officers(), matter, "commissioning");

        secretary.does(
                places(),
                "{\"place\": \"E08000003\", \"reserved\": true,"
                        + " \"effectiveOn\": \"2015-04-01\"}");

        shown("ONE")
                .body("endedOn", equalTo("2015-04-01"))
                .body("endReason", equalTo(matter + " is reserved in Manchester"));
        secretary.get("/delegations/%s-2".formatted(reference("ONE"))).statusCode(404);
        shown("TWO").body("endedOn", equalTo("2015-04-01"));
        var rest =
                secretary
                        .get("/delegations/%s-2".formatted(reference("TWO")))
                        .statusCode(200)
                        .body("functions", contains("commissioning"))
                        .body("effectiveOn", equalTo("2015-04-01"))
                        .body("limitPence", equalTo(1000))
                        .body("toOrganisation", equalTo(manchester.council))
                        .body("endedOn", nullValue())
                        .extract()
                        .<String>path("id");
        assertThat(Told.of(database, rest))
                .extracting(Told::type, one -> one.data().getString("fromOrganisation"))
                .containsExactly(tuple("governance.delegation-granted.v1", manchester.ccg));
    }

    @Test
    @Tag("G16")
    void partsOfADelegationShareItsAnnualLimitWhenTheirUseIsEnteredLate() throws SQLException {
        recordTheMatter();
        var annual = officers() + ", \"limitKind\": \"ANNUAL\"";
        var whole = granted("WHOLE", manchester.governingBody, annual, matter, "commissioning");
        secretary.does(
                places(),
                "{\"place\": \"E08000003\", \"reserved\": true,"
                        + " \"effectiveOn\": \"2014-10-01\"}");

        used(whole, 250);

        secretary
                .get(
                        "/authority?function=commissioning&place=E08000003&valuePence=1"
                                + "&on=2014-11-01&owner="
                                + manchester.ccg)
                .statusCode(200)
                .body("officers.capPence", contains(750));
    }

    @Test
    @Tag("G16")
    void whatAReservationBarsIsDelegatedAgainOnlyOnceItIsLifted() {
        recordTheMatter();
        secretary.does(
                places(),
                "{\"place\": \"E08000003\", \"reserved\": true,"
                        + " \"effectiveOn\": \"2015-04-01\"}");

        grant("OVER", manchester.governingBody, officers(), matter)
                .statusCode(422)
                .body("code", equalTo("RESERVED"));
        grant(
                        "BEFORE",
                        manchester.governingBody,
                        officers() + ", \"expiresOn\": \"2015-03-31\"",
                        matter)
                .statusCode(201);
        secretary.does(places() + "/E08000003/end", "{\"effectiveOn\": \"2015-04-01\"}");
        grant("AFTER", manchester.governingBody, officers(), matter).statusCode(201);
    }

    @Test
    @Tag("G16")
    void aReservationOfThePastLeavesWhatBeganAfterIt() {
        recordTheMatter();
        granted("LATER", manchester.governingBody, officers(), matter);

        secretary.does(
                places(),
                "{\"place\": \"E08000003\", \"reserved\": true,"
                        + " \"effectiveOn\": \"2012-04-01\", \"endsOn\": \"2013-03-31\"}");

        shown("LATER").body("endedOn", nullValue());
    }

    @Test
    void aLimitIsNothingOrMore() {
        grant("NEG", manchester.governingBody, officers() + ", \"limitPence\": -1", "commissioning")
                .statusCode(422)
                .body("code", equalTo("LIMIT_NEGATIVE"))
                .body("limitPence", equalTo(-1));
    }

    @Test
    void aListIsCutIntoPagesAfterItIsFiltered() {
        recordTheMatter();
        granted("A", manchester.governingBody, officers(), matter);
        granted("B", manchester.governingBody, officers(), "commissioning");
        granted("C", manchester.governingBody, board(), matter);
        granted("D", manchester.governingBody, officers(), matter);

        listed("limit=2&function=" + matter)
                .body("items.reference", contains(reference("A"), reference("C")))
                .body("next", equalTo(reference("C")));
        listed("limit=2&function=%s&after=%s".formatted(matter, reference("C")))
                .body("items.reference", contains(reference("D")))
                .body("next", nullValue());
        listed("function=%s&to=%s".formatted(matter, manchester.board))
                .body("items.reference", contains(reference("C")));
    }

    @Test
    void anotherPlacesTopBodyIsNamedOnlyWhereItDelegates() {
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);
        rochdale.does(
                "/bodies",
                """
                {"reference": "RCH-SEEN-%s", "name": "Seen", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "locality": "E08000005",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(number));
        var question =
                "/authority?function=commissioning&place=E08000005&on=2014-05-14&owner="
                        + manchester.ccg;

        var before = rochdale.get(question).statusCode(200);

        assertThat(before.extract().body().asString()).doesNotContain(manchester.governingBody);
        before.body("holders", empty())
                .body(
                        "refused.find { it.reference == 'RCH-SEEN-%s' }.code".formatted(number),
                        equalTo("OWNER_NOT_COVERED"));

        Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE)
                .does(
                        "/delegations",
                        """
                        {"from": "%s", "to": "RCH-SEEN-%s", "functions": ["commissioning"],
                         "place": "E08000005", "effectiveOn": "2014-04-01"}
                        """
                                .formatted(manchester.governingBody, number));

        rochdale.get(question)
                .statusCode(200)
                .body(
                        "holders.reference",
                        containsInAnyOrder(manchester.governingBody, "RCH-SEEN-" + number));
    }

    private String granted(String name, String from, String holder, String... functions) {
        return grant(name, from, holder, functions).statusCode(201).extract().path("id");
    }

    private ValidatableResponse grant(
            String name, String from, String holder, String... functions) {
        var limit = holder.contains("limitPence") ? "" : "\"limitPence\": 1000, ";
        return secretary.post(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", %s"functions": ["%s"], "place": "E08000003",
                 "maySubDelegate": true, "effectiveOn": "2014-04-01", %s}
                """
                        .formatted(
                                reference(name),
                                from,
                                limit,
                                String.join("\", \"", functions),
                                holder));
    }

    private String officers() {
        return "\"toOrganisation\": \"%s\"".formatted(manchester.council);
    }

    private String board() {
        return "\"to\": \"%s\"".formatted(manchester.board);
    }

    private String reference(String name) {
        return "DR-%s-%s".formatted(number, name);
    }

    private ValidatableResponse shown(String name) {
        return secretary.get("/delegations/" + reference(name)).statusCode(200);
    }

    private ValidatableResponse listed(String query) {
        return secretary.get("/delegations?" + query).statusCode(200);
    }

    private void recordTheMatter() {
        secretary.does(
                "/functions", "{\"code\": \"%s\", \"name\": \"A matter\"}".formatted(matter));
    }

    private String places() {
        return "/functions/%s/places".formatted(matter);
    }

    /// As if a decision of the governing body had used so much of it.
    private void used(String delegation, long pence) throws SQLException {
        secretary.does(
                "/meetings/%s/items".formatted(manchester.meets(manchester.governingBody)),
                """
                {"title": "A matter",
                 "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": 250,
                              "basis": "POOLED", "owners": [{"organisation": "%s"}]}}
                """
                        .formatted(manchester.ccg));
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into delegation_use
                                  (delegation_id, decision_id, amount_pence, used_on)
                                select ?::uuid, d.id, ?, '2014-06-11'
                                from decision d join body b on b.id = d.body_id
                                where b.reference = ?
                                """)) {
            insert.setString(1, delegation);
            insert.setLong(2, pence);
            insert.setString(3, manchester.governingBody);
            insert.executeUpdate();
        }
    }
}
