package locality.governance.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.governance.story.Statements;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class StandingResourceTest {

    @Inject DataSource database;
    @Inject EntityManagerFactory entities;

    private Manchester manchester;
    private Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    @Test
    @Tag("G19")
    void standingItemsArePlacedWhenAMeetingIsPlanned() {
        secretary
                .postCsv(
                        "/standing-items",
                        """
                        body,title,everyMonths,from
                        %1$s,Performance,,2014-04-01
                        %1$s,Finance,3,2014-04-01
                        %1$s,Later,,2015-04-01
                        """
                                .formatted(manchester.board))
                .statusCode(201)
                .body("imported", equalTo(3));

        var may = planned("2014-05-14");
        var june = planned("2014-06-11");
        var august = planned("2014-08-06");

        agenda(may, "Performance", "Finance");
        agenda(june, "Performance");
        agenda(august, "Performance", "Finance");
        secretary
                .get("/standing-items/%s-SI-2".formatted(manchester.board))
                .body("placedOn", contains("2014-05-14", "2014-08-06"));
        secretary
                .get("/standing-items?body=" + manchester.board)
                .body("items.title", contains("Performance", "Finance", "Later"))
                .body("items[1].placedOn", contains("2014-05-14", "2014-08-06"))
                .body("items[2].placedOn", empty());
    }

    @Test
    void aListOfManyItemsIsReadInAsManyStatementsAsAListOfOne() {
        secretary
                .postCsv(
                        "/standing-items",
                        """
                        body,title,from
                        %1$s,Performance,2014-04-01
                        %1$s,Finance,2014-04-01
                        %1$s,Quality,2014-04-01
                        %2$s,Performance,2014-04-01
                        """
                                .formatted(manchester.board, manchester.governingBody))
                .statusCode(201);
        planned("2014-05-14");

        assertThat(statementsToList(manchester.board))
                .isEqualTo(statementsToList(manchester.governingBody));
    }

    private long statementsToList(String body) {
        return Statements.toGet("/standing-items?body=" + body, secretary, entities);
    }

    @Test
    @Tag("G19")
    void anItemSetLaterIsPlacedOnMeetingsThatArePlannedAndOnceOnEach() {
        var ahead = planned("2999-05-14");
        var past = planned("2014-05-14");

        secretary.does(
                "/standing-items",
                "{\"body\": \"%s\", \"title\": \"Performance\", \"from\": \"2014-04-01\"}"
                        .formatted(manchester.board));
        secretary.does("/meetings/%s/notice".formatted(ahead), "{\"noticedOn\": \"2014-05-01\"}");

        agenda(ahead, "Performance");
        agenda(past);
        secretary.does(
                "/standing-items/%s-SI-1/end".formatted(manchester.board),
                "{\"until\": \"2999-12-31\"}");
        agenda(planned("3000-01-14"));
        secretary
                .post(
                        "/standing-items/%s-SI-1/end".formatted(manchester.board),
                        "{\"until\": \"2000-12-31\"}")
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"));
    }

    @Test
    @Tag("G19")
    void whatACancelledOrMovedMeetingHadForItsMonthsIsPlacedAnew() {
        secretary.does(
                "/standing-items",
                """
                {"body": "%s", "title": "Finance", "everyMonths": 3, "from": "2014-04-01"}
                """
                        .formatted(manchester.board));
        var may = planned("2999-05-14");
        var june = planned("2999-06-11");
        var july = planned("2999-07-09");
        agenda(june);

        secretary.does("/meetings/%s/cancel".formatted(may), "{\"reason\": \"No quorum\"}");
        agenda(june, "Finance");
        agenda(july);

        secretary.does(
                "/meetings/%s/move".formatted(june),
                "{\"startsAt\": \"2999-12-10T10:00\", \"reason\": \"No room\"}");
        agenda(june, "Finance");
        agenda(july, "Finance");
    }

    @Test
    @Tag("G19")
    void aDeepDiveWaitsForAMeetingAndIsHeldThere() {
        var dive = raised();
        secretary
                .get("/deep-dives/" + dive)
                .body("state", equalTo("RAISED"))
                .body("meeting", nullValue())
                .body("subject.type", equalTo("indicator"));

        var meeting = planned("2014-05-14");
        agenda(meeting, "Deep dive: Delays rose");
        secretary
                .get("/deep-dives/" + dive)
                .body("state", equalTo("PLACED"))
                .body("item", equalTo(1))
                .body("meeting", notNullValue());
        secretary.does("/meetings/%s/notice".formatted(meeting), "{\"noticedOn\": \"2014-05-01\"}");
        secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        secretary.does("/meetings/%s/close".formatted(meeting), "{}");

        var id =
                secretary
                        .get("/deep-dives/" + dive)
                        .body("state", equalTo("HELD"))
                        .extract()
                        .<String>path("id");
        agenda(planned("2014-06-11"));
        secretary
                .get("/deep-dives?state=HELD&body=" + manchester.board)
                .body("items.reference", contains(dive));
        assertThat(Told.of(database, id))
                .extracting(told -> told.data().getString("state"))
                .containsExactly("RAISED", "PLACED", "HELD");
    }

    @Test
    @Tag("G19")
    void aDeepDiveWhoseMeetingIsCancelledGoesToTheNext() {
        var first = planned("2999-05-14");
        var second = planned("2999-06-11");
        var dive = raised();
        agenda(first, "Deep dive: Delays rose");
        agenda(second);

        secretary.does("/meetings/%s/cancel".formatted(first), "{\"reason\": \"Too few\"}");

        agenda(second, "Deep dive: Delays rose");
        secretary.does("/meetings/%s/cancel".formatted(second), "{\"reason\": \"Too few\"}");
        secretary
                .get("/deep-dives/" + dive)
                .body("state", equalTo("RAISED"))
                .body("meeting", nullValue());
    }

    @Test
    void badInputIsRefusedByName() {
        secretary
                .post(
                        "/deep-dives",
                        """
                        {"body": "%s", "concern": "Delays", "raisedOn": "2999-01-01"}
                        """
                                .formatted(manchester.board))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
        secretary
                .post(
                        "/deep-dives",
                        "{\"body\": \"%s\", \"concern\": \"Call 0161 234 3952\"}"
                                .formatted(manchester.board))
                .statusCode(422)
                .body("code", equalTo("PERSONAL_DATA"));
        secretary
                .post(
                        "/standing-items",
                        """
                        {"body": "%s", "title": "X", "from": "2014-04-01", "until": "2014-03-01"}
                        """
                                .formatted(manchester.board))
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"));
    }

    private String raised() {
        return secretary
                .does(
                        "/deep-dives",
                        """
                        {"body": "%s", "concern": "Delays rose", "raisedOn": "2014-05-01",
                         "subject": {"type": "indicator", "id": "MCR-DTOC"}}
                        """
                                .formatted(manchester.board))
                .extract()
                .path("reference");
    }

    private String planned(String day) {
        return secretary
                .does(
                        "/meetings",
                        "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}"
                                .formatted(manchester.board, day))
                .extract()
                .path("reference");
    }

    private void agenda(String meeting, String... titles) {
        secretary
                .get("/meetings/" + meeting)
                .body("items.title", titles.length == 0 ? empty() : contains(titles));
    }
}
