package locality.platform.fact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ProvenanceInRequestTest {

    @Test
    void oneThatIsTooLongIsRefusedByTheNameOfItsField() {
        given().contentType(ContentType.JSON)
                .body(Map.of("source", Map.of("kind", "DERIVED", "formula", "f".repeat(2001))))
                .post("/test/fact")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors[0].where", equalTo("source"))
                .body(
                        "errors[0].message",
                        equalTo(
                                "The formula of a fact's source has at most 2000 characters,"
                                        + " not 2001"));
    }

    /// Takes a fact.
    @Path("/test/fact")
    public static class FactResource {

        record Fact(Provenance source) {}

        @POST
        @RunOnVirtualThread
        @PermitAll
        public void take(Fact fact) {}
    }
}
