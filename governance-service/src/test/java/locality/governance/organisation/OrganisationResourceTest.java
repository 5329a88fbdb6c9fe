package locality.governance.organisation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OrganisationResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.BOLTON);

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
}
