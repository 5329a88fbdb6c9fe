package locality.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class CommonContractTest {

    private static final String ANSWERS = "paths.'/test/manners/%s'.%s.responses";

    private JsonPath document = new JsonPath("{}");

    @BeforeEach
    void read() {
        document = given().accept(ContentType.JSON).get("/q/openapi").jsonPath();
    }

    @Test
    void everyOperationSaysHowItRefuses() {
        assertThat(answers("database", "get")).containsKeys("400", "401", "403");
        assertThat(answers("database", "get")).doesNotContainKeys("404", "409", "412", "422");
        assertThat(document.getString(responseOf("FORBIDDEN") + ".description"))
                .contains("FORBIDDEN");
        assertThat(document.getString(schemaOf("FORBIDDEN")))
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void aCommandTakesAKeyAndSaysWhatHappensToTheSameKeyAgain() {
        assertThat(answers("once", "post")).containsKeys("200", "404", "409", "422", "503");
        assertThat(key("once")).containsEntry("in", "header").doesNotContainEntry("required", true);
        assertThat(key("bulk")).containsEntry("required", true);
    }

    @Test
    void whereAVersionIsAskedForAStaleOneIsRefused() {
        assertThat(answers("bulk", "post")).containsKey("412");
        assertThat(answers("once", "post")).doesNotContainKey("412");
    }

    @Test
    void anOperationsOwnWordsStand() {
        assertThat(document.getString(ANSWERS.formatted("bulk", "post") + ".'422'.description"))
                .isEqualTo("TOO_MANY");
        assertThat(
                        document.getString(
                                ANSWERS.formatted("bulk", "post")
                                        + ".'422'.content.'application/problem+json'.schema.$ref"))
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void anAnswerThatIsNotJsonIsText() {
        assertThat(document.getMap(ANSWERS.formatted("bulk", "get") + ".'200'.content.'text/csv'"))
                .isEqualTo(Map.of("schema", Map.of("type", "string")));
    }

    private Map<String, Object> answers(String path, String verb) {
        return document.getMap(ANSWERS.formatted(path, verb));
    }

    private Map<String, Object> key(String path) {
        return document.getMap(
                "paths.'/test/manners/%s'.post.parameters.find { it.name == 'Idempotency-Key' }"
                        .formatted(path));
    }

    private static String responseOf(String code) {
        return "components.responses.'%s'".formatted(code);
    }

    private static String schemaOf(String code) {
        return responseOf(code) + ".content.'application/problem+json'.schema.$ref";
    }
}
