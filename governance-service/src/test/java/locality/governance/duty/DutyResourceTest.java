package locality.governance.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DutyResourceTest {

    private Manchester manchester;
    private Caller secretary;
    private String prefix;

    @BeforeEach
    void theyHaveABoard() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
        prefix = "COMPACT-" + manchester.ccg;
    }

    @Test
    @Tag("G12")
    void theCompactIsListedForEveryTier() {
        secretary
                .postCsv(
                        "/duties",
                        """
                        reference,text,body,organisation,from,document,section
                        %1$s-1,"Approve the overall vision, and direction",%2$s,,2014-05-14,Progress Update,8.2
                        %1$s-2,Provide support and challenge,%2$s,,2014-05-14,Progress Update,8.2
                        %1$s-3,Develop business cases,%3$s,,2014-05-14,Progress Update,8.3
                        %1$s-4,Align commissioning,,%4$s,2014-05-14,,
                        """
                                .formatted(
                                        prefix,
                                        manchester.board,
                                        manchester.governingBody,
                                        manchester.ccg))
                .statusCode(201)
                .body("imported", equalTo(4));

        secretary
                .get("/duties?on=2014-05-14&body=" + manchester.board)
                .body("items.reference", contains(prefix + "-1", prefix + "-2"))
                .body("items[0].text", equalTo("Approve the overall vision, and direction"))
                .body("items[0].body", equalTo(manchester.board))
                .body("items[0].provenance.section", equalTo("8.2"));
        secretary.get("/duties?on=2014-05-13&body=" + manchester.board).body("items", empty());
        secretary
                .get("/duties?on=2014-05-14&organisation=" + manchester.ccg)
                .body("items.reference", contains(prefix + "-4"));
    }

    @Test
    @Tag("G12")
    void aDutyIsPassedOnAndEarlierDaysKeepItsFormerHolder() {
        write("-5", "\"organisation\": \"%s\"".formatted(manchester.ccg)).statusCode(201);
        var to =
                """
                {"to": {"organisation": "%s"}, "effectiveOn": "2017-04-01"}
                """;

        secretary
                .post("/duties/%s-5/transfer".formatted(prefix), to.formatted(manchester.council))
                .statusCode(201)
                .body("reference", equalTo(prefix + "-5-2"))
                .body("follows", equalTo(prefix + "-5"))
                .body("organisation", equalTo(manchester.council));

        secretary
                .get("/duties/%s-5".formatted(prefix))
                .body("organisation", equalTo(manchester.ccg))
                .body("endsOn", equalTo("2017-03-31"))
                .body("followedBy", equalTo(prefix + "-5-2"));
        secretary
                .get("/duties?on=2017-03-31&organisation=" + manchester.ccg)
                .body("items.reference", contains(prefix + "-5"));
        secretary
                .post("/duties/%s-5/transfer".formatted(prefix), to.formatted(manchester.council))
                .statusCode(409)
                .body("code", equalTo("DUTY_ENDED_ALREADY"));
    }

    @Test
    void aDutyIsOfOneHolder() {
        write(
                        "-6",
                        "\"body\": \"%s\", \"organisation\": \"%s\""
                                .formatted(manchester.board, manchester.ccg))
                .statusCode(422)
                .body("code", equalTo("ONE_HOLDER"))
                .body("given", equalTo(2));
        write("-6", "\"post\": null")
                .statusCode(422)
                .body("code", equalTo("ONE_HOLDER"))
                .body("given", equalTo(0));
        write("-6", "\"body\": \"NO-SUCH-BODY\"").statusCode(404);
    }

    @Test
    void aDutyEndsOnceAndIsOfItsPlaceOnly() {
        write("-7", "\"body\": \"%s\"".formatted(manchester.board)).statusCode(201);
        var end = "/duties/%s-7/end".formatted(prefix);
        write("-7", "\"body\": \"%s\"".formatted(manchester.board))
                .statusCode(409)
                .body("code", equalTo("DUTY_REFERENCE_TAKEN"));
        secretary.get("/duties/%s-7".formatted(prefix)).body("endsOn", nullValue());

        Caller.secretaryOf(Locality.ROCHDALE)
                .post(end, "{\"effectiveOn\": \"2016-04-01\"}")
                .statusCode(404);
        secretary.does(end, "{\"effectiveOn\": \"2016-04-01\"}");

        secretary
                .post(end, "{\"effectiveOn\": \"2016-04-01\"}")
                .statusCode(409)
                .body("code", equalTo("DUTY_ENDED_ALREADY"))
                .body("endsOn", equalTo("2016-03-31"));
    }

    @Test
    @Tag("G12")
    void aSheetOfDutiesComesBackWithRowsAddedToIt() {
        var header =
                "reference,text,from,body,post,organisation,locality,until,document,section\r\n";
        var first =
                "%s-S1,\"Approve the vision, \"\"LLLB\"\"\",2014-05-14,%s,,,E08000003,2015-03-31,"
                                .formatted(prefix, manchester.board)
                        + "Progress Update,8.2\r\n";
        var second =
                "%s-S2,Support,2014-05-14,%s,,,E08000003,,Progress Update,8.2\r\n"
                        .formatted(prefix, manchester.board);
        var path = "/duties?on=2014-05-14&body=" + manchester.board;
        secretary.postCsv("/duties", header + first).statusCode(201);
        var sheet = secretary.getCsv(path).statusCode(200).extract().asString();
        assertThat(sheet).isEqualTo(header + first);

        secretary
                .postCsv("/duties", sheet + second)
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(secretary.getCsv(path).extract().asString()).isEqualTo(sheet + second);
        secretary
                .postCsv("/duties", sheet.replace("8.2", "8.3").replace("2015", "2016"))
                .statusCode(400)
                .body("errors.where", contains("line 2, until", "line 2, section"));
        Caller.secretaryOf(Locality.ROCHDALE).postCsv("/duties", sheet).statusCode(404);
    }

    @Test
    void everyFaultyCellIsNamed() {
        secretary
                .postCsv("/duties", "reference,text,from\n%s-8,,today\n".formatted(prefix))
                .statusCode(400)
                .body("errors.where", hasItem("line 2, text"));
    }

    private ValidatableResponse write(String suffix, String holder) {
        return secretary.post(
                "/duties",
                """
                {"reference": "%s", "text": "Role model the behaviours", %s, "from": "2014-05-14"}
                """
                        .formatted(prefix + suffix, holder));
    }
}
