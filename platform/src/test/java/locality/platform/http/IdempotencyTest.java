package locality.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class IdempotencyTest {

    private static final String MANCHESTER = tokenOf("E08000003");
    private static final String BODY =
            """
            {"text": "once", "count": 1, "amountPence": 1}
            """;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatIsGivenTheFirstAnswer() {
        var first = send(MANCHESTER, "/once");
        var second = send(MANCHESTER, "/once");

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void anotherCallersRequestUnderTheSameKeyIsAnother() {
        var first = send(MANCHESTER, "/once");
        var others = send(tokenOf("00W"), "/once");

        assertThat(others.statusCode()).isEqualTo(200);
        assertThat(others.asString()).isNotEqualTo(first.asString());
        assertThat(others.header("Idempotent-Replay")).isNull();
    }

    @Test
    void aRefusedCommandFreesItsKey() {
        assertThat(send(MANCHESTER, "/moody").statusCode()).isEqualTo(404);

        assertThat(send(MANCHESTER, "/moody").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeclaredFaultFreesItsKeyToo() {
        assertThat(send(MANCHESTER, "/moody?fault=true").statusCode()).isEqualTo(500);

        assertThat(send(MANCHESTER, "/moody?fault=true").statusCode()).isEqualTo(200);
    }

    private Response send(String token, String path) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(BODY)
                .post("/test/manners" + path);
    }

    private static String tokenOf(String organisation) {
        return Tokens.of("finance").from(organisation).in(Locality.MANCHESTER);
    }
}
