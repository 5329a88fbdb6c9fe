package locality.governance.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OrganisationResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.BOLTON);

    @Inject DataSource database;

    @Test
    void anOrganisationIsKnownOnTheDaysItsCodeHolds() {
        secretary.does(
                "/organisations",
                """
                {"code": "BOL01", "name": "Bolton CCG", "kind": "CCG", "locality": "E08000001",
                 "effectiveOn": "2013-04-01", "endsOn": "2022-06-30", "predecessors": ["5HQ"],
                 "provenance": {"kind": "ILLUSTRATIVE"}}
                """);

        secretary.get("/organisations/BOL01?on=2022-06-30").body("current", equalTo(true));
        secretary
                .get("/organisations/BOL01?on=2022-07-01")
                .body("current", equalTo(false))
                .body("predecessors", hasItem("5HQ"))
                .body("provenance.kind", equalTo("ILLUSTRATIVE"));
    }

    @Test
    void aFactWithoutASourceSaysWhoEnteredIt() {
        secretary
                .does(
                        "/organisations",
                        """
                        {"code": "BOL02", "name": "Bolton Council", "kind": "COUNCIL",
                         "locality": "E08000001"}
                        """)
                .body("provenance.document", equalTo("Entered by E08000003"));
    }

    @Test
    void aSpreadsheetIsRecordedWholeOrNotAtAll() {
        var header = "code,name,kind,locality,effectiveOn,predecessors\n";

        secretary
                .postCsv(
                        "/organisations",
                        header + "BOL03,One,CCG,E08000001,2013-04-01,\nBOL04,,SHOP,E08000099,x,\n")
                .statusCode(400)
                .body("errors.where", hasItem(containsString("line 3")));
        secretary.get("/organisations/BOL03").statusCode(404);

        secretary
                .postCsv("/organisations", header + "BOL03,One,CCG,E08000001,2013-04-01,A1;A2\n")
                .statusCode(201);
        secretary.get("/organisations/BOL03").body("predecessors", hasItems("A1", "A2"));
    }

    @Test
    @Tag("G59")
    void aSheetOfOrganisationsComesBackWithRowsAddedToIt() {
        var header = "code,name,kind,locality,effectiveOn,endsOn,predecessors\r\n";
        var first = "BOL30,\"One, of two\",CCG,E08000001,2013-04-01,2022-06-30,A1;A2\r\n";
        var second = "BOL31,Two,NHS_TRUST,E08000001,2013-04-01,,\r\n";
        secretary.postCsv("/organisations", header + first).statusCode(201);

        secretary
                .postCsv("/organisations", exported("BOL30", "") + second)
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(exported("BOL3[01]", "")).isEqualTo(header + first + second);
        secretary.does(
                "/organisations/BOL31/names", "{\"name\": \"Later\", \"from\": \"2015-04-01\"}");
        assertThat(exported("BOL31", "?on=2015-03-31")).isEqualTo(header + second);
        secretary
                .postCsv("/organisations", header + first.replace("CCG", "ICB") + second)
                .statusCode(400)
                .body("errors.where", contains("line 2, kind", "line 3, name"))
                .body("errors[1].message", containsString("is \"Later\" on record"));
        Caller.secretaryOf(Locality.BURY).postCsv("/organisations", header + first).statusCode(404);
    }

    /// The sheet of the organisations whose code is like this.
    private String exported(String code, String query) {
        return secretary
                .getCsv("/organisations" + query)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.matches("(code|%s),.*".formatted(code)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    @Test
    void aSpreadsheetSpellsCodesAsJsonDoes() {
        secretary
                .postCsv("/organisations", "code,name,kind,locality\nbol 6,Six,CCG,E08000001\n")
                .statusCode(400)
                .body("errors.where", hasItem("line 2, code"));
    }

    @Test
    void aCodeOfThePublicRegistersStandsForWhatTheySayItDoes() {
        secretary
                .post(
                        "/organisations",
                        """
                        {"code": "00T", "name": "Bolton Council", "kind": "COUNCIL",
                         "locality": "E08000001"}
                        """)
                .statusCode(422)
                .body("code", equalTo("REGISTERED_AS_ANOTHER_KIND"))
                .body("name", equalTo("NHS Bolton CCG"))
                .body("registeredKind", equalTo("CCG"));
    }

    @Test
    void aCodeIsRecordedOnce() {
        var json =
                """
                {"code": "BOL05", "name": "Once", "kind": "VCSE", "locality": "E08000001"}
                """;
        secretary.does("/organisations", json);

        secretary
                .post("/organisations", json)
                .statusCode(409)
                .body("code", equalTo("ORGANISATION_ALREADY_RECORDED"));
    }

    @Test
    @Tag("G59")
    void twoTrustsMergeIntoOneAndEachDayKeepsWhatItWas() {
        trust("BOL10", "Central Trust");
        trust("BOL11", "South Trust");
        secretary.does(
                "/organisations",
                """
                {"code": "BOL12", "name": "Merged Trust", "kind": "NHS_TRUST",
                 "locality": "E08000001", "effectiveOn": "2017-10-01"}
                """);
        var closing = "{\"endsOn\": \"2017-09-30\", \"successors\": [\"BOL12\"]}";

        secretary.does("/organisations/BOL10/close", closing);
        secretary.does("/organisations/BOL11/close", closing);

        secretary
                .get("/organisations/BOL12?on=2017-10-01")
                .body("predecessors", contains("BOL10", "BOL11"))
                .body("state", equalTo("OPEN"));
        secretary
                .get("/organisations/BOL10?on=2017-09-30")
                .body("state", equalTo("OPEN"))
                .body("successors", contains("BOL12"));
        secretary.get("/organisations/BOL10?on=2017-10-01").body("state", equalTo("CLOSED"));
        secretary.get("/organisations/BOL12?on=2017-09-30").body("state", equalTo("TO_COME"));
        secretary
                .post("/organisations/BOL10/close", closing)
                .statusCode(409)
                .body("code", equalTo("ORGANISATION_ENDED_ALREADY"))
                .body("endsOn", equalTo("2017-09-30"));
        assertThat(Told.of(database, "BOL12"))
                .extracting(told -> told.data().getList("predecessors"))
                .containsExactly(List.of(), List.of("BOL10"), List.of("BOL10", "BOL11"));
    }

    @Test
    @Tag("G59")
    void aSuccessorOfAnotherPlaceIsNamedAndLeftAsItIs() {
        trust("BOL20", "Local commissioner");
        Caller.secretaryOf(Locality.GREATER_MANCHESTER)
                .does(
                        "/organisations",
                        """
                        {"code": "QOP20", "name": "Integrated care board", "kind": "ICB",
                         "locality": "E47000001", "effectiveOn": "2022-07-01"}
                        """);

        secretary.does(
                "/organisations/BOL20/close",
                "{\"endsOn\": \"2022-06-30\", \"successors\": [\"QOP20\"]}");

        secretary.get("/organisations/BOL20").body("successors", contains("QOP20"));
        secretary.get("/organisations/QOP20").body("version", equalTo(0));
        assertThat(Told.of(database, "QOP20")).hasSize(1);
    }

    @Test
    @Tag("G59")
    void aNameHoldsFromItsDayInTheListToo() {
        trust("BOL13", "Former name");

        secretary.does(
                "/organisations/BOL13/names",
                "{\"name\": \"Later name\", \"from\": \"2015-04-01\"}");

        secretary
                .get("/organisations/BOL13?on=2015-03-31")
                .body("name", equalTo("Former name"))
                .body("names.name", contains("Former name", "Later name"));
        secretary
                .get("/organisations?locality=E08000001&on=2015-04-01&after=BOL12&limit=1")
                .body("items[0].name", equalTo("Later name"));
        secretary
                .post(
                        "/organisations/BOL13/names",
                        "{\"name\": \"Early\", \"from\": \"2012-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("NOT_THERE_ON_THAT_DAY"))
                .body("effectiveOn", equalTo("2013-04-01"));
    }

    @Test
    void aSuccessorIsKnownAndAnother() {
        trust("BOL14", "Trust");

        secretary
                .post("/organisations/BOL14/close", "{\"successors\": [\"NOBODY\"]}")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"))
                .body("organisation", equalTo("NOBODY"));
        secretary
                .post("/organisations/BOL14/close", "{\"successors\": [\"BOL14\"]}")
                .statusCode(422)
                .body("code", equalTo("SUCCEEDS_ITSELF"));
        secretary
                .get("/organisations/BOL14")
                .body("endsOn", nullValue())
                .body("state", equalTo("OPEN"));
    }

    private void trust(String code, String name) {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "%s", "kind": "NHS_TRUST", "locality": "E08000001",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, name));
    }
}
