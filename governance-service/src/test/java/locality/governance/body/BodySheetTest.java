package locality.governance.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Bodies and their seats come in, and go out, as spreadsheets.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodySheetTest {

    private final BodiesOf oldham = new BodiesOf(Locality.OLDHAM, "2021-01-01");
    private final Caller secretary = oldham.secretary();

    @Test
    void aSpreadsheetSaysWhoVotesInWordsThatLeaveNoDoubt() {
        oldham.propose("OLD-VOTES", "Votes");
        var header = "seat,post,from,votingRight\n";

        secretary
                .postCsv("/bodies/OLD-VOTES/memberships", header + "A,Adviser,2021-02-01,never\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, votingRight"));
        secretary
                .postCsv("/bodies/OLD-VOTES/memberships", header + "B 2,Adviser,2021-02-01,FALSE\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, seat"));
        secretary
                .postCsv(
                        "/bodies/OLD-VOTES/memberships",
                        header + "A,Adviser,2021-02-01,FALSE\nM,Member,2021-02-01,\n")
                .statusCode(201);
        secretary
                .get("/bodies/OLD-VOTES?on=2021-03-01")
                .body("memberships.votingRight", contains(false, true));
    }

    @Test
    void aSpreadsheetSpellsReferencesAsJsonDoes() {
        secretary
                .postCsv(
                        "/bodies",
                        """
                        reference,name,classification,spatialLevel,locality,topOfOrganisation
                        OLD/X,Slash,COMMITTEE,LOCALITY,E08000004,FALSE
                        OLD-Y,Top,COMMITTEE,LOCALITY,E08000004,maybe
                        """)
                .statusCode(400)
                .body("errors.where", contains("line 2, reference", "line 3, topOfOrganisation"));
    }

    @Test
    void aSpreadsheetOfBodiesIsRecordedWholeOrNotAtAll() {
        var header = "reference,name,classification,spatialLevel,locality,establishedOn\n";
        var good = "OLD-N1,Neighbourhood 1,PARTNERSHIP_BOARD,NEIGHBOURHOOD,E08000004,2021-04-01\n";
        var bad = "OLD-N2,,PARTNERSHIP_BOARD,STREET,E08000004,yesterday\n";

        secretary
                .postCsv("/bodies", header + good + bad)
                .statusCode(400)
                .body("errors.where", hasItem(containsString("line 3")));
        secretary.get("/bodies/OLD-N1").statusCode(404);

        secretary.postCsv("/bodies", header + good).statusCode(201).body("imported", equalTo(1));
        secretary.get("/bodies/OLD-N1?on=2021-04-01").body("state", equalTo("ESTABLISHED"));

        secretary
                .postCsv(
                        "/bodies/OLD-N1/memberships",
                        "seat,post,from\nCHAIR,Chair,2021-04-01\nGP,General practice,2021-04-01\n")
                .statusCode(201);
        secretary
                .get("/bodies/OLD-N1?on=2021-05-01")
                .body("memberships.seat", contains("CHAIR", "GP"));
    }

    @Test
    @Tag("G6")
    void aSheetOfBodiesComesBackWithRowsAddedToIt() {
        var header =
                "reference,name,classification,spatialLevel,locality,aliases,organisation,"
                        + "topOfOrganisation,proposedOn,shadowOn,establishedOn,dissolvedOn,"
                        + "sunsetOn\r\n";
        var first =
                "OLD-ZS1,\"Zebra Lane, one\",PARTNERSHIP_BOARD,NEIGHBOURHOOD,E08000004,One;First,,"
                        + "false,2020-01-01,,2021-04-01,,2090-01-01\r\n";
        var second =
                "OLD-ZS2,Zebra Lane two,PARTNERSHIP_BOARD,LOCALITY,E08000004,,,false,,2021-04-01,,"
                        + "2022-07-01,\r\n";
        secretary.postCsv("/bodies", header + first).statusCode(201);
        assertThat(zebras("")).isEqualTo(header + first);

        secretary
                .postCsv("/bodies", zebras("").replace(",false,", ",FALSE,") + second)
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(zebras("")).isEqualTo(header + first + second);
        assertThat(zebras("&on=2022-06-30")).isEqualTo(header + first + second);
        assertThat(zebras("&on=2022-07-01")).isEqualTo(header + first);
        secretary
                .postCsv(
                        "/bodies",
                        header + first.replace("one", "none").replace("2021-04", "2021-05"))
                .statusCode(400)
                .body("errors.where", contains("line 2, name", "line 2, establishedOn"))
                .body("errors[0].message", containsString("is \"Zebra Lane, one\" on record"));
        Caller.secretaryOf(Locality.BURY).postCsv("/bodies", header + first).statusCode(404);
    }

    private String zebras(String more) {
        return secretary
                .getCsv("/bodies?name=zebra" + more)
                .statusCode(200)
                .header("Content-Disposition", containsString("bodies.csv"))
                .extract()
                .asString();
    }
}
