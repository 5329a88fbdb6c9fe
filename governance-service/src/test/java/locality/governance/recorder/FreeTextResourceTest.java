package locality.governance.recorder;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import locality.governance.story.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Free text that ends in events and rows nobody can change has no telephone numbers and e-mail
/// addresses in it, wherever it is sent.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class FreeTextResourceTest {

    private static final String PERSON = "Ask a.person@manchester.gov.uk, 0161 234 5678";

    private Manchester manchester;
    private String meeting;

    @BeforeEach
    void thereIsAMeetingWithAnItem() {
        manchester = Manchester.in2014();
        meeting = manchester.meets(manchester.board);
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting), "{\"title\": \"Progress\"}");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("places")
    void namesNobody(String path, String field, String json) {
        manchester
                .secretary
                .post(filled(path), filled(json))
                .statusCode(422)
                .body("code", equalTo("PERSONAL_DATA"))
                .body("field", equalTo(field))
                .body("detail", not(containsString("a.person")));
    }

    private static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of(
                        "/actions",
                        "title",
                        "{'title': '{person}', 'post': 'Chief Officer', 'body': '{board}'}"),
                Arguments.of(
                        "/actions",
                        "post",
                        "{'title': 'Sign', 'post': '{person}', 'body': '{board}'}"),
                Arguments.of("/actions/{action}/complete", "note", "{'note': '{person}'}"),
                Arguments.of(
                        "/actions/{action}/complete",
                        "evidence",
                        "{'note': 'Done', 'evidence': '{person}'}"),
                Arguments.of(
                        "/actions/{action}/move",
                        "reason",
                        "{'dueOn': '2018-06', 'reason': '{person}'}"),
                Arguments.of(
                        "/decisions/{meeting}/1/call-in",
                        "reason",
                        "{'by': '{board}', 'reason': '{person}'}"),
                Arguments.of(
                        "/decisions/{meeting}/1/uphold",
                        "reason",
                        "{'by': '{board}', 'reason': '{person}'}"),
                Arguments.of(
                        "/decisions/{meeting}/1/send-back",
                        "reason",
                        "{'by': '{board}', 'reason': '{person}'}"),
                Arguments.of("/decisions/{meeting}/1/rescind", "reason", BY_ANOTHER),
                Arguments.of("/decisions/{meeting}/1/supersede", "reason", BY_ANOTHER),
                Arguments.of("/decisions/{meeting}/1/ratify", "reason", BY_ANOTHER),
                Arguments.of(
                        "/officer-decisions",
                        "title",
                        """
                        {'delegation': 'D', 'title': '{person}', 'function': 'commissioning',
                         'owners': [{'organisation': '{ccg}'}], 'takenOn': '2014-05-14',
                         'post': 'Chief Officer', 'reasons': 'Best value'}
                        """),
                Arguments.of("/delegations/D/revoke", "reason", "{'reason': '{person}'}"),
                Arguments.of(
                        "/bodies/{board}/memberships",
                        "post",
                        "{'seat': 'S99', 'post': '{person}', 'from': '2014-04-01'}"),
                Arguments.of(
                        "/posts",
                        "title",
                        """
                        {'title': '{person}', 'organisations': ['{ccg}'],
                         'locality': 'E08000003'}
                        """),
                Arguments.of(
                        "/meetings/{meeting}/move",
                        "reason",
                        "{'startsAt': '2014-06-11T10:00', 'reason': '{person}'}"),
                Arguments.of(
                        "/meetings/{meeting}/adjourn",
                        "reason",
                        "{'at': '2014-05-14T11:00', 'reason': '{person}'}"),
                Arguments.of("/meetings/{meeting}/cancel", "reason", "{'reason': '{person}'}"),
                Arguments.of("/meetings/{meeting}/items", "title", "{'title': '{person}'}"),
                Arguments.of(
                        "/meetings/{meeting}/items/1/interests",
                        "nature",
                        "{'member': 'S1', 'effect': 'DECLARED', 'nature': '{person}'}"),
                Arguments.of("/meetings/{meeting}/minutes", "text", "{'text': '{person}'}"));
    }

    /// A record names every place at fault by its pointer.
    @ParameterizedTest
    @MethodSource("records")
    void neitherDoesTheRecordOfAMeeting(String json) {
        manchester
                .secretary
                .post("/meetings/%s/record".formatted(meeting), filled(json))
                .statusCode(422)
                .body("errors.code", org.hamcrest.Matchers.hasItem("PERSONAL_DATA"));
    }

    private static Stream<String> records() {
        return Stream.of(
                "{'items': [{'item': 1, 'note': '{person}'}]}",
                "{'items': [{'title': '{person}'}]}",
                """
                {'items': [{'item': 1,
                            'actions': [{'title': '{person}', 'post': 'Chief Officer'}]}]}
                """);
    }

    private static final String BY_ANOTHER = "{'byDecision': 'D', 'reason': '{person}'}";

    private String filled(String template) {
        var text = template.replace('\'', '"');
        if (text.contains("{action}")) {
            text = text.replace("{action}", action());
        }
        return text.replace("{person}", PERSON)
                .replace("{board}", manchester.board)
                .replace("{ccg}", manchester.ccg)
                .replace("{meeting}", meeting);
    }

    private String action() {
        return manchester
                .secretary
                .does(
                        "/actions",
                        "{\"title\": \"Sign\", \"post\": \"Chief Officer\", \"body\": \"%s\"}"
                                .formatted(manchester.board))
                .extract()
                .path("reference");
    }
}
