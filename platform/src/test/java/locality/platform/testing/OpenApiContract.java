package locality.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The committed OpenAPI document is the one the running service gives.
public final class OpenApiContract {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    private OpenApiContract() {}

    /// Compares `openapi.yaml` in the service's folder with what the service answers; run with
    /// `-Dopenapi.update=true` it writes the file instead.
    public static void check(String service) {
        var served = given().get("/api/%s/v1/openapi".formatted(service)).then().statusCode(200);
        var document = served.extract().asString().replaceFirst("^---\\n", "");
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(COMMITTED, document);
            }
            assertThat(Files.readString(COMMITTED))
                    .as("openapi.yaml has drifted; -Dopenapi.update=true writes it anew")
                    .isEqualTo(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
