package locality.governance.body;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A body by the names it had, and as it was known.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BodyOverTimeTest {

    private final BodiesOf tameside = new BodiesOf(Locality.TAMESIDE, "2013-01-01");
    private final Caller secretary = tameside.secretary();
    @Inject AgroalDataSource database;

    @Test
    @Tag("G10")
    void aRenamedBodyIsShownByTheNameOfTheDayAndFoundByAny() {
        tameside.propose("TAM-LIB", "Locality Integration Boards");
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
    @Tag("G11")
    void aBodyIsAnsweredAsItWasKnown() throws SQLException {
        var never = now();
        tameside.propose("TAM-KNOWN", "Board");
        tameside.propose("TAM-OVER", "Parent");
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
}
