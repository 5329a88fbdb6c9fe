package locality.platform.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class CurrentCallerTest {

    @Test
    void theTokenSaysWhoActsAndForWhom() {
        ask(Tokens.of("viewer").from("00W").in(Locality.MANCHESTER))
                .statusCode(200)
                .body(equalTo("00W/00W-viewer"));
    }

    @Test
    void aTokenWithoutSubjectIsNobodys() {
        ask(Tokens.of("viewer").withoutSubject().in(Locality.MANCHESTER)).statusCode(401);
    }

    @Test
    void aTokenWithoutOrganisationActsForNobody() {
        ask(Tokens.of("viewer").withoutOrganisation().in(Locality.MANCHESTER))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("NO_ORGANISATION"));
        ask(Tokens.of("viewer").from(" ").in(Locality.MANCHESTER)).statusCode(403);
    }

    private static ValidatableResponse ask(String token) {
        return given().auth().oauth2(token).get("/test/caller").then();
    }

    /// Answers with whoever asks.
    @Path("/test/caller")
    public static class CallerResource {

        @Inject CurrentCaller caller;

        @GET
        @RunOnVirtualThread
        @RolesAllowed("viewer")
        public String actor() {
            return caller.get().actor();
        }
    }
}
