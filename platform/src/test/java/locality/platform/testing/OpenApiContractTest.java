package locality.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

    private static final String REFUSED =
            """
            "401": {"$ref": "#/components/responses/401"}
            """;

    @Test
    void aWholeOperationHasNoHoles() {
        assertThat(
                        holes(
                                """
                                {"summary": "Read it", "responses": {%s,
                                  "200": {"content": {"application/json": {"schema": {}}}},
                                  "204": {"description": "Nothing"},
                                  "304": {"description": "Unchanged"}}}
                                """
                                        .formatted(REFUSED)))
                .isEmpty();
    }

    @Test
    void namesEveryHole() {
        assertThat(
                        holes(
                                """
                                {"responses": {
                                  "404": {"content": {"application/json": {"schema": {}}}}}}
                                """))
                .containsExactly(
                        "get /it has no summary",
                        "get /it has no answer for when it succeeds",
                        "get /it does not say how it refuses",
                        "get /it does not describe its 404");
    }

    @Test
    void anAnswerWithoutASchemaIsAHole() {
        assertThat(
                        holes(
                                """
                                {"summary": "Read it", "responses": {%s,
                                  "200": {"content": {"text/csv": {}}}}}
                                """
                                        .formatted(REFUSED)))
                .containsExactly("get /it does not describe its 200");
    }

    private static List<String> holes(String operation) {
        return OpenApiContract.holes(
                """
                {"paths": {"/it": {"get": %s}},
                 "components": {"responses": {"401":
                   {"content": {"application/problem+json": {"schema": {}}}}}}}
                """
                        .formatted(operation));
    }
}
