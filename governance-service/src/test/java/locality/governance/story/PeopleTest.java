package locality.governance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// References of people, opaque as they are, are shown to the secretaries of the place alone.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PeopleTest {

    @Inject AgroalDataSource database;

    private Manchester manchester;
    private String member;
    private String substitute;
    private String holder;
    private List<String> answers;
    private List<String> sheets;

    /// A board decides with a substitute who declares an interest, and a post is held.
    @BeforeEach
    void theBoardMeetsWithASubstitute() {
        manchester = Manchester.in2014();
        member = "post:%s-1".formatted(manchester.board);
        substitute = "person:sub-" + manchester.board;
        holder = "person:holder-" + manchester.board;
        var meeting = manchester.meets(manchester.board);
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"Progress\", \"decision\": {\"type\": \"NOTE\"}}");
        manchester.secretary.does(
                "/meetings/%s/record".formatted(meeting),
                """
                {"attendance": [{"seat": "S1"}, {"seat": "S2"},
                                {"seat": "S3", "substitute": "%1$s"}],
                 "items": [{"item": 1, "votes": {"S1": "FOR", "S2": "FOR", "S3": "FOR"},
                            "interests": [{"seat": "S3", "substitute": "%1$s",
                                           "effect": "DECLARED", "nature": "Governor"}],
                            "outcome": "BY_VOTES"}],
                 "close": true}
                """
                        .formatted(substitute));
        var post = "POST-" + manchester.board;
        manchester.secretary.does(
                "/posts",
                """
                {"reference": "%s", "title": "Accountable Officer", "organisations": ["%s"],
                 "locality": "E08000003", "from": "2013-04-01",
                 "holder": {"personReference": "%s"}}
                """
                        .formatted(post, manchester.ccg, holder));
        answers =
                List.of(
                        "/bodies/" + manchester.board,
                        "/meetings/" + meeting,
                        "/meetings?body=" + manchester.board,
                        "/meetings/%s/record".formatted(meeting),
                        "/meetings/%s/items/1".formatted(meeting),
                        "/meetings/%s/minutes".formatted(meeting),
                        "/decisions/%s/1".formatted(meeting),
                        "/decisions?body=" + manchester.board,
                        "/decision-log?body=" + manchester.board,
                        "/posts/" + post);
        sheets = List.of("/meetings/%s/attendance".formatted(meeting), "/posts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "auditor", "gm-observer", "finance"})
    void nobodyElseIsShownThem(String role) {
        assertThat(seenBy(Caller.of(role, Locality.MANCHESTER)))
                .doesNotContain(member, substitute, holder);
    }

    @Test
    void norIsASecretaryWhoOnlyReadsThatPlace() {
        var body = "GM-" + manchester.board;
        var ofGreaterManchester = Caller.secretaryOf(Locality.GREATER_MANCHESTER);
        ofGreaterManchester.does(
                "/bodies",
                """
                {"reference": "%1$s", "name": "%1$s", "classification": "COMMITTEE",
                 "spatialLevel": "GREATER_MANCHESTER", "locality": "E47000001"}
                """
                        .formatted(body));
        ofGreaterManchester.does(
                "/bodies/%s/memberships".formatted(body),
                """
                {"seat": "S1", "post": "Chair", "personReference": "%s", "from": "2014-04-01"}
                """
                        .formatted(member));

        manchester
                .secretary
                .get("/bodies/" + body)
                .statusCode(200)
                .body("memberships.post", contains("Chair"))
                .body("memberships.personReference", contains(nullValue()));
        ofGreaterManchester
                .get("/bodies/" + body)
                .body("memberships.personReference", contains(member));
    }

    @Test
    void theSecretaryOfThePlaceIs() {
        assertThat(seenBy(manchester.secretary)).contains(member, substitute, holder);
    }

    @Test
    void noEventHasThem() throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select count(*) from event_log
                                where cast(data as text) like any (?)
                                """)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            Stream.of(member, substitute, holder)
                                    .map("%%%s%%"::formatted)
                                    .toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    private String seenBy(Caller caller) {
        return Stream.concat(answers.stream().map(caller::get), sheets.stream().map(caller::getCsv))
                .map(answer -> answer.extract().asString())
                .reduce("", String::concat);
    }
}
