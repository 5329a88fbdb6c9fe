package locality.governance.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is recorded of a meeting in one document.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RecordResourceTest extends AMeetingToRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @Tag("G22")
    void aMeetingIsRecordedInOneDocument() {
        var meeting = meetingOnTheInvestment();

        var recorded = records(meeting, WHOLE).statusCode(200);

        recorded.body("changed", equalTo(true))
                .body("state", equalTo("CLOSED"))
                .body("items[0].state", equalTo("IN_EFFECT"))
                .body("items[0].outcome", equalTo("CARRIED"))
                .body("items[0].quorum.eligible", equalTo(3))
                .body("items[0].count.votesFor", equalTo(2))
                .body("items[0].validity", empty())
                .body("items[1].title", equalTo("Any other business"))
                .body("items[1].state", nullValue());
        secretary
                .get("/decisions/%s/1".formatted(meeting))
                .body("state", equalTo("IN_EFFECT"))
                .body("evidence.votedAt", equalTo("10:40:00"));
        secretary
                .get("/actions?decision=%s/1".formatted(meeting))
                .body("items.reference", contains(meeting + "/1/A1"))
                .body("items[0].dueOn", equalTo("2014-06-30"))
                .body("items[0].givenOn", equalTo("2014-05-14"));
    }

    /// What the OpenAPI document and the README show is what the tests here record.
    @Test
    @Tag("G22")
    void theExampleThatIsShownIsTheOneThatIsRecorded() throws IOException {
        var shown =
                JSON.readTree(
                                given().get("/api/governance/v1/openapi?format=json")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString())
                        .at("/components/examples/record/value");
        var readme = Files.readString(Path.of("README.md"));
        var heading = readme.indexOf("### A meeting in one document");
        var block = readme.indexOf("```json\n", heading) + "```json\n".length();

        assertThat(shown).isEqualTo(JSON.readTree(WHOLE));
        assertThat(JSON.readTree(readme.substring(block, readme.indexOf("```", block))))
                .isEqualTo(shown);
    }

    @Test
    void theRecordIsWrittenInParts() {
        var meeting = meetingOnTheInvestment();
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\"}, {\"seat\": \"S2\"}]}")
                .body("state", equalTo("OPEN"));
        records(meeting, "{\"attendance\": [{\"seat\": \"S2\"}, {\"seat\": \"S3\"}]}")
                .body("written", contains("Attendance of 1 seat"));
        records(meeting, "{\"items\": [{\"item\": 1, \"votes\": {\"S1\": \"FOR\"}}]}")
                .body("items[0].state", equalTo("TABLED"));

        records(
                        meeting,
                        """
                        {"attendance": [{"seat": "S2", "present": false}],
                         "items": [{"item": 1,
                                    "votes": [{"seat": "S1", "choice": "FOR"},
                                              {"seat": "S3", "choice": "FOR"}],
                                    "outcome": "BY_VOTES"}]}
                        """)
                .body("items[0].state", equalTo("INVALID"))
                .body("items[0].validity.code", contains("INQUORATE"))
                .body(
                        "items[0].validity.inWords",
                        contains("there was no quorum when the vote was taken"));
    }

    @Test
    void anAssemblyOfAThousandIsRecordedWithinSeconds() {
        var meeting = assemblyOf(1_000);
        var document =
                """
                {"attendance": [%s],
                 "items": [{"item": 1, "votedAt": "10:40", "votes": {%s}, "outcome": "BY_VOTES"}],
                 "close": true}
                """
                        .formatted(
                                seats(1_000, "{\"seat\": \"S%d\"}"),
                                seats(1_000, "\"S%d\": \"FOR\""));
        var begun = System.nanoTime();

        records(meeting, document)
                .statusCode(200)
                .body("items[0].count.votesFor", equalTo(1_000))
                .body("items[0].state", equalTo("IN_EFFECT"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        records(meeting, document).body("changed", equalTo(false));
    }

    private String assemblyOf(int members) {
        var body = manchester.governingBody;
        var sheet =
                IntStream.rangeClosed(6, members)
                        .mapToObj("S%d,Member,2013-04-01,post:m%<d"::formatted)
                        .collect(
                                Collectors.joining("\n", "seat,post,from,personReference\n", "\n"));
        secretary.postCsv("/bodies/%s/memberships".formatted(body), sheet).statusCode(201);
        return tabledAt(manchester.noticed(body));
    }

    private static String seats(int count, String each) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(","));
    }
}
