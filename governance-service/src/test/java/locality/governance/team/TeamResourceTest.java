package locality.governance.team;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class TeamResourceTest {

    private final Caller secretary = Caller.secretaryOf(Locality.TRAFFORD);

    /// Once is enough: a second time they are refused.
    @BeforeEach
    void theyHaveADirectorate() {
        secretary.post(
                "/organisations",
                """
                {"code": "TMCOUNC", "name": "Council", "kind": "COUNCIL", "locality": "E08000009",
                 "effectiveOn": "2013-04-01"}
                """);
        for (var function : new String[] {"tm-define-outcomes", "tm-shape-market"}) {
            secretary.post(
                    "/functions",
                    """
                    {"code": "%s", "name": "A function"}
                    """
                            .formatted(function));
        }
    }

    @Test
    @Tag("G54")
    void teamsAndFunctionsAreMappedBothWays() {
        secretary
                .postCsv(
                        "/teams",
                        """
                        reference,name,organisation,functions,from
                        TM-ADULTS,Adult Social Care Commissioning,TMCOUNC,tm-define-outcomes;tm-shape-market,2017-11-01
                        TM-PRIMARY,Primary Care,TMCOUNC,tm-define-outcomes,2018-04-01
                        """)
                .statusCode(201)
                .body("imported", equalTo(2));

        secretary
                .get("/teams?function=tm-define-outcomes&on=2018-03-31")
                .body("items.reference", contains("TM-ADULTS"))
                .body("items[0].functions", contains("tm-define-outcomes", "tm-shape-market"));
        secretary
                .get("/teams?function=tm-define-outcomes&on=2018-04-01")
                .body("items.reference", contains("TM-ADULTS", "TM-PRIMARY"));

        secretary.does(
                "/teams/TM-ADULTS/functions",
                "{\"functions\": [\"tm-shape-market\"], \"effectiveOn\": \"2018-06-01\"}");
        secretary
                .get("/teams?function=tm-define-outcomes&on=2018-06-01")
                .body("items.reference", contains("TM-PRIMARY"));
        secretary
                .get("/teams/TM-ADULTS?on=2018-05-31")
                .body("functions", contains("tm-define-outcomes", "tm-shape-market"));

        secretary.does("/teams/TM-PRIMARY/end", "{\"effectiveOn\": \"2019-04-01\"}");
        secretary
                .get("/teams?organisation=TMCOUNC&function=tm-define-outcomes&on=2019-04-01")
                .body("items", empty());
    }

    @Test
    void whatATeamMayNotBeIsRefusedForItsReason() {
        write("TM-NO", "\"organisation\": \"TMCOUNC\"").statusCode(201);

        write("TM-NO", "\"organisation\": \"TMCOUNC\"")
                .statusCode(409)
                .body("code", equalTo("TEAM_REFERENCE_TAKEN"));
        write("TM-NO-2", "\"functions\": []").statusCode(422).body("code", equalTo("ONE_HOME"));
        write("TM-NO-2", "\"organisation\": \"TMCOUNC\", \"functions\": [\"tm-unknown\"]")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FUNCTION"));
        secretary
                .post("/teams/TM-NO/end", "{\"effectiveOn\": \"2012-04-01\"}")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_TEAM_THAT_DAY"))
                .body("from", equalTo("2017-11-01"));
        Caller.secretaryOf(Locality.ROCHDALE).get("/teams/TM-NO").statusCode(404);
        secretary
                .postCsv("/teams", "reference,name,from\nTM-NO-3,,x\n")
                .statusCode(400)
                .body("errors.where", hasItem("line 2, name"));
    }

    private ValidatableResponse write(String reference, String more) {
        return secretary.post(
                "/teams",
                """
                {"reference": "%s", "name": "A team", "locality": "E08000009",
                 "from": "2017-11-01", %s}
                """
                        .formatted(reference, more));
    }
}
