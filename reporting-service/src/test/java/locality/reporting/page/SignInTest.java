package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenRequest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import locality.platform.testing.Infrastructure;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SignInTest {

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    @Test
    void homeSaysWhatThisIsToWhoeverComes() {
        var page = Jsoup.parse(given().get("/").then().statusCode(200).extract().asString());

        assertThat(page.select("h1").text()).contains("pooled money");
        assertThat(page.select("main a[href=/login]").text()).isEqualTo("Sign in");
    }

    @Test
    void whoIsNotSignedInGoesToTheIssuerAndComesBackToThePage() throws Exception {
        theNextToSignInIs("viewer", "E08000005");

        var page = visit("/localities/E08000005");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/localities/E08000005");
        assertThat(Jsoup.parse(page.body()).select("h1").text()).isEqualTo("Rochdale");
        assertThat(visit("/localities/E08000003").statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(visit("/").body()).select(".places__link").eachAttr("href"))
                .containsExactly("/localities/E08000005");
    }

    @Test
    void whoSignsOutIsNobodyAgain() throws Exception {
        theNextToSignInIs("viewer", "E08000005");
        visit("/login");

        visit("/logout");

        assertThat(Jsoup.parse(visit("/").body()).select("main a[href=/login]")).hasSize(1);
    }

    @Test
    void withoutARoleThePageSaysSo() throws Exception {
        theNextToSignInIs("nobody", "E08000005");

        var page = visit("/localities/E08000005");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(page.body()).select("h1").text())
                .isEqualTo("Your roles do not allow this");
    }

    @Test
    void whoComesBackWithoutASubjectIsNobody() throws Exception {
        signInNext(null, "viewer", "E08000005");

        assertThat(visit("/localities/E08000005").statusCode()).isEqualTo(401);
    }

    @Test
    void offersTheFourDocumentsInAReaderOfItsOwn() {
        var page = Jsoup.parse(given().get("/docs").then().statusCode(200).extract().asString());

        assertThat(page.select("[data-document]").eachAttr("href"))
                .containsExactly(
                        "/api/governance/v1/openapi",
                        "/api/budget/v1/openapi",
                        "/api/intervention/v1/openapi",
                        "/api/reporting/v1/openapi");
        for (var asset : page.select("link[href], script[src]")) {
            var path = asset.hasAttr("href") ? asset.attr("href") : asset.attr("src");
            assertThat(path).startsWith("/");
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private static void theNextToSignInIs(String role, String locality) {
        signInNext("a-person", role, locality);
    }

    private static void signInNext(@Nullable String subject, String role, String locality) {
        Infrastructure.get()
                .issuer()
                .enqueueCallback(
                        new DefaultOAuth2TokenCallback(
                                "locality",
                                "overridden",
                                "JWT",
                                List.of("locality-suite"),
                                Map.of(
                                        "organisation", "E08000005",
                                        "localities", List.of(locality),
                                        "groups", List.of(role)),
                                3600) {
                            @Override
                            public @Nullable String subject(TokenRequest request) {
                                return subject;
                            }
                        });
    }

    private HttpResponse<String> visit(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
