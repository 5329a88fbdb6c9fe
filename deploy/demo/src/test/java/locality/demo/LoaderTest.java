package locality.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import locality.demo.SmallSuite.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The loader")
@Timeout(30)
class LoaderTest {

    private static final Caller CALLER = Caller.of("finance", "E08000003", "E08000003");
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofSeconds(10));
    private static final Patience NONE =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);

    private SmallSuite suite;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        suite = new SmallSuite();
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void sendsEveryStepInOrderAndSaysHowMany() {
        load(document("first", post("/api/a", 1), post("/api/b", 2)));

        assertThat(suite.done()).containsExactly("/api/a {\"n\":1}", "/api/b {\"n\":2}");
        assertThat(said()).contains("[ 1/1] first: 2 sent");
    }

    @Test
    void changesNothingWhenItIsStartedAgain() {
        var document = document("first", post("/api/a", 1), post("/api/b", 2));

        load(document);
        load(document);

        assertThat(suite.done()).hasSize(2);
        assertThat(said()).contains("0 sent, 2 were there already");
    }

    @Test
    void goesOnWhereItWasKilled() {
        load(document("first", post("/api/a", 1)));

        load(document("first", post("/api/a", 1), post("/api/b", 2)));

        assertThat(suite.done()).containsExactly("/api/a {\"n\":1}", "/api/b {\"n\":2}");
        assertThat(said()).contains("1 sent, 1 were there already");
    }

    @Test
    void asksAgainWhileAServiceIsBeingRestarted() {
        suite.has(Trouble.UNAVAILABLE, Trouble.UNAVAILABLE, Trouble.UNAVAILABLE);

        load(document("first", post("/api/a", 1)));

        assertThat(suite.done()).containsExactly("/api/a {\"n\":1}");
    }

    @Test
    void doesNothingTwiceWhenTheAnswerWasLost() {
        suite.has(Trouble.DONE_BUT_UNANSWERED);

        load(document("first", post("/api/a", 1), post("/api/b", 2)));

        assertThat(suite.done()).containsExactly("/api/a {\"n\":1}", "/api/b {\"n\":2}");
        assertThat(suite.asked()).isGreaterThan(2);
    }

    @Test
    void waitsForASuiteThatIsNotThereYet() throws Exception {
        int port = freePort();
        try (var later = Executors.newSingleThreadScheduledExecutor()) {
            var started = later.schedule(() -> new SmallSuite(port), 300, TimeUnit.MILLISECONDS);

            load(
                    URI.create("http://localhost:" + port),
                    SHORT,
                    document("first", post("/api/a", 1)));

            try (var startedLate = started.get()) {
                assertThat(startedLate.done()).hasSize(1);
            }
        }
    }

    @Test
    void fetchesANewTokenWhenTheOldOneIsRefused() {
        suite.has(Trouble.TOKEN_REFUSED);

        load(document("first", post("/api/a", 1)));

        assertThat(suite.tokensIssued()).isEqualTo(2);
        assertThat(suite.done()).hasSize(1);
    }

    @Test
    void endsWithThe401WhenANewTokenIsRefusedToo() {
        suite.has(Trouble.TOKEN_REFUSED, Trouble.TOKEN_REFUSED);

        assertThatThrownBy(() -> load(document("first", post("/api/a", 1))))
                .isInstanceOf(DemoFailed.Refused.class)
                .hasMessageContaining("401");
    }

    @Test
    void waitsWhileARefusalOnlySaysThatSomethingIsOnItsWay() {
        suite.refuses("/api/a", 3);

        load(document("first", waiting("/api/a", "NOT_KNOWN_YET")));

        assertThat(suite.done()).hasSize(1);
        assertThat(suite.asked()).isEqualTo(4);
    }

    @Test
    void endsWithTheProblemWhenItIsRefused() {
        suite.refuses("/api/a", 1);

        assertThatThrownBy(() -> load(document("folder/first.json", post("/api/a", 1))))
                .isInstanceOfSatisfying(
                        DemoFailed.Refused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(3))
                .hasMessageContaining("folder/first.json: POST /api/a was refused with 409")
                .hasMessageContaining("Wait a moment");
    }

    @Test
    void usesWhatAnAnswerNamedInLaterPaths() {
        var body = JsonNodeFactory.instance.objectNode();
        var first = new Step.Post("/api/a", body, null, null, Map.of("first", "/count"));

        load(document("first", first, post("/api/a/{first}/b", 2)));

        assertThat(suite.done()).containsExactly("/api/a {}", "/api/a/1/b {\"n\":2}");
    }

    @Test
    void waitsUntilSomethingCanBeSeen() {
        suite.has(Trouble.UNAVAILABLE);

        load(document("first", post("/api/a", 1), await("/api/seen", 1)));

        assertThat(said()).contains("first: 1 sent");
    }

    @Test
    void givesUpWhenPatienceIsAtItsEndAndSaysWhatItWaitedFor() {
        assertThatThrownBy(
                        () -> load(suite.gateway(), NONE, document("first", await("/api/seen", 7))))
                .isInstanceOfSatisfying(
                        DemoFailed.GaveUp.class,
                        gaveUp -> assertThat(gaveUp.exitCode()).isEqualTo(4))
                .hasMessageContaining("/api/seen does not show {/count=7}");
    }

    @Test
    void derivesTheKeyFromTheRequestAlone() {
        assertThat(IdempotencyKey.of("/api/a", "{}"))
                .isEqualTo(IdempotencyKey.of("/api/a", "{}"))
                .isNotEqualTo(IdempotencyKey.of("/api/b", "{}"))
                .isNotEqualTo(IdempotencyKey.of("/api/a", "[]"))
                .satisfies(key -> assertThat(key.version()).isEqualTo(5))
                .satisfies(key -> assertThat(key.variant()).isEqualTo(2));
    }

    private void load(Document... documents) {
        load(suite.gateway(), SHORT, documents);
    }

    private void load(URI gateway, Patience forEvents, Document... documents) {
        var progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
        var http = new Http();
        var issuer = new Issuer(URI.create(gateway + "/issuer"), http, SHORT, progress);
        var client = new SuiteClient(gateway, issuer, http, SHORT, progress);
        new Loader(client, forEvents, progress).load(List.of(documents));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Document document(String title, Step... steps) {
        return new Document(title, title, CALLER, List.of(steps));
    }

    private static Step post(String path, int n) {
        var body = JsonNodeFactory.instance.objectNode().put("n", n);
        return new Step.Post(path, body, null, null, null);
    }

    private static Step waiting(String path, String code) {
        var body = JsonNodeFactory.instance.objectNode();
        return new Step.Post(path, body, null, List.of(code), null);
    }

    private static Step await(String path, int count) {
        return new Step.Await(path, Map.of("/count", IntNode.valueOf(count)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
