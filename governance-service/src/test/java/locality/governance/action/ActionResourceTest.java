package locality.governance.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Actions over HTTP.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ActionResourceTest extends ActionsOfManchester {

    @Inject AgroalDataSource database;

    /// As many as Rochdale had in May 2018, with the same dates: nine by a month, eleven ongoing,
    /// one that says nothing, and ten done (*Twelve Month Review*, action plan).
    @Test
    @Tag("G22")
    void ofTwentyOneOpenActionsNineAreOverdueOnTheFirstOfOctoberWhenNoneIsClosed() {
        var months =
                Stream.of(
                                "2018-07", "2018-06", "2018-06", "2018-06", "2018-09", "2018-09",
                                "2018-06", "2018-09", "2018-09")
                        .map(month -> month + ",,OPEN");
        var open =
                Stream.concat(
                        months,
                        Stream.concat(
                                IntStream.range(0, 11).mapToObj(_ -> ",ONGOING,OPEN"),
                                Stream.of(",UNDATED,OPEN")));
        var sheet =
                open.map(dates -> "Action,%s,2018-05-14,%s".formatted(manchester.board, dates))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "title,body,givenOn,dueOn,precision,state,organisation\n",
                                        ",%s\n".formatted(manchester.council)))
                        .replace("OPEN\n", "OPEN,%s\n".formatted(manchester.council));
        secretary
                .postCsv("/actions", sheet)
                .statusCode(200)
                .body("added", equalTo(21))
                .body("changed", equalTo(0));
        for (int i = 0; i < 10; i++) {
            var done = given("\"givenOn\": \"2018-04-01\"");
            does(done, "complete", "{\"note\": \"Agreed\", \"effectiveOn\": \"2018-05-01\"}");
        }

        listed("on=2018-10-01").body("items", hasSize(31));
        listed("on=2018-10-01&state=OPEN").body("items", hasSize(21));
        listed("on=2018-10-01&state=COMPLETE").body("items", hasSize(10));
        listed("on=2018-10-01&overdue=true")
                .body("items", hasSize(9))
                .body("items.overdue", everyItem(equalTo(true)));
        listed("on=2018-06-30&overdue=true").body("items", empty());
        listed("on=2018-07-01&overdue=true").body("items", hasSize(4));
        listed("on=2018-05-13&state=OPEN").body("items", empty());
        listed("on=2018-04-15&state=OPEN").body("items", hasSize(10));
        assertThat(
                        listed("on=2018-10-01&state=OPEN")
                                .extract()
                                .jsonPath()
                                .<String>getList("items.flags.flatten()"))
                .hasSize(12)
                .contains("UNDATED", "NO_REVIEW_DATE");
    }

    @Test
    @Tag("G22")
    void anActionIsMovedAndCompletedAndItsPastStaysAsItWas() {
        var action =
                given(
                        "\"givenOn\": \"2018-05-14\", \"dueOn\": \"2018-06\", \"precision\":"
                                + " \"MONTH\"");
        does(action, "start", "{\"effectiveOn\": \"2018-05-21\"}")
                .body("state", equalTo("IN_PROGRESS"));
        does(
                        action,
                        "move",
                        """
                        {"dueOn": "2018-09-14", "reason": "Waits for the peer review",
                         "effectiveOn": "2018-06-20"}
                        """)
                .body("dueOn", equalTo("2018-09-14"))
                .body("precision", equalTo("DAY"));
        does(
                        action,
                        "complete",
                        """
                        {"note": "Approved", "evidence": "Minutes, item 4",
                         "effectiveOn": "2018-09-10",
                         "provenance": {"kind": "STATED", "document": "Minutes", "section": "4"}}
                        """)
                .body("state", equalTo("COMPLETE"))
                .body("evidence", equalTo("Minutes, item 4"))
                .body(
                        "history.dueOn",
                        contains("2018-06-30", "2018-06-30", "2018-09-14", "2018-09-14"))
                .body("history[2].note", equalTo("Waits for the peer review"));

        shown(action, "on=2018-06-19")
                .body("state", equalTo("IN_PROGRESS"))
                .body("dueOn", equalTo("2018-06-30"))
                .body("history", hasSize(2));
        secretary.get("/actions/%s?on=2018-05-13".formatted(action)).statusCode(404);
        assertThat(Told.of(database, shown(action, "").extract().path("id")))
                .extracting(told -> told.data().getString("state"))
                .containsExactly("OPEN", "IN_PROGRESS", "IN_PROGRESS", "COMPLETE");
    }

    @Test
    void anotherActionTakesThePlaceOfOne() {
        var first = given("\"dueOn\": \"2018-06\"");
        var second = given("\"dueOn\": \"2018-09\"");

        does(first, "supersede", "{\"by\": \"%s\"}".formatted(second))
                .body("state", equalTo("SUPERSEDED"))
                .body("supersededBy", equalTo(shown(second, "").extract().path("id")));

        posts(second, "supersede", "{\"by\": \"%s\"}".formatted(first))
                .statusCode(422)
                .body("code", equalTo("NO_SUCCESSOR"));
        posts(first, "start", "{}").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        posts(second, "supersede", "{\"by\": \"NONE\"}").statusCode(404);
    }

    @Test
    @Tag("G22")
    void anActionOfAnItemIsNumberedThereAndFoundByItsDecision() {
        var meeting = manchester.noticed(manchester.board);
        secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"A paper\", \"decision\": {\"type\": \"NOTE\"}}");
        secretary.does("/meetings/%s/items".formatted(meeting), "{\"title\": \"Talk\"}");
        var decision =
                secretary.get("/decisions/%s/1".formatted(meeting)).extract().<String>path("id");
        var give = "{\"title\": \"Act\", \"post\": \"Chair\", \"%s\": \"%s\"}";

        secretary
                .does("/actions", give.formatted("item", meeting + "/1"))
                .body("reference", equalTo(meeting + "/1/A1"))
                .body("givenOn", equalTo(Manchester.DAY))
                .body("precision", equalTo("UNDATED"))
                .body("flags", contains("UNDATED"));
        secretary
                .does("/actions", give.formatted("decision", decision))
                .body("reference", equalTo(meeting + "/1/A2"))
                .body("item", equalTo(meeting + "/1"));
        secretary
                .does("/actions", give.formatted("item", meeting + "/2"))
                .body("reference", equalTo(meeting + "/2/A1"))
                .body("decision", nullValue());

        secretary
                .get("/actions?decision=%s/1".formatted(meeting))
                .body("items.reference", contains(meeting + "/1/A1", meeting + "/1/A2"));
        secretary.get("/actions?meeting=" + meeting).body("items", hasSize(3));
        shown(meeting + "/1/A2", "").body("decision", equalTo(decision));
        secretary.post("/actions", give.formatted("item", meeting + "/9")).statusCode(404);
        secretary.post("/actions", give.formatted("item", "nonsense")).statusCode(404);
    }

    @Test
    void whatNamesNobodyOrNoOriginIsRefused() {
        var board = manchester.board;
        posts("{\"title\": \"A\", \"body\": \"%s\"}".formatted(board))
                .statusCode(422)
                .body("code", equalTo("NOBODY_RESPONSIBLE"))
                .body("action", equalTo("A"));
        posts("{\"title\": \"A\", \"post\": \"P\"}")
                .statusCode(422)
                .body("code", equalTo("ONE_ORIGIN"));
        posts("{\"title\": \"A\", \"organisation\": \"ZZ99\", \"body\": \"%s\"}".formatted(board))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        Caller.secretaryOf(Locality.ROCHDALE)
                .postCsv("/actions", "title,post,body\nA,P,%s\n".formatted(board))
                .statusCode(422)
                .body("rows.line", contains(2))
                .body("rows.code", contains("NOT_FOUND"));
        Caller.secretaryOf(Locality.ROCHDALE)
                .post(
                        "/actions",
                        "{\"title\": \"A\", \"post\": \"P\", \"body\": \"%s\"}".formatted(board))
                .statusCode(404);
    }

    @Test
    @Tag("G22")
    void whatIsStillToComeIsNotRecordedAsDone() {
        var action = given("\"givenOn\": \"2018-05-14\"");
        var done = "{\"note\": \"Done\", \"effectiveOn\": \"2999-01-01\"}";

        posts(action, "complete", done)
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("effectiveOn"))
                .body("given", equalTo("2999-01-01"));
        posts(action, "start", "{\"effectiveOn\": \"2999-01-01\"}")
                .body("code", equalTo("IN_THE_FUTURE"));
        secretary.get("/actions/" + action).body("state", equalTo("OPEN"));
    }

    @Test
    void aStaleReaderChangesNothing() {
        var action = given("\"dueOn\": \"2018-06\"");

        secretary
                .post("/actions/%s/start".formatted(action), "{}", Map.of("If-Match", "\"7\""))
                .statusCode(412);
        secretary
                .post("/actions/%s/start".formatted(action), "{}", Map.of("If-Match", "\"0\""))
                .statusCode(200);
    }

    private ValidatableResponse posts(String action) {
        return secretary.post("/actions", action);
    }

    private ValidatableResponse posts(String action, String verb, String json) {
        return secretary.post("/actions/%s/%s".formatted(action, verb), json);
    }

    private ValidatableResponse does(String action, String verb, String json) {
        return secretary.does("/actions/%s/%s".formatted(action, verb), json);
    }
}
