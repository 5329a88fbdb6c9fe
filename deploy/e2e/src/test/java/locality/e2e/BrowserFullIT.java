package locality.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a board member sees in a real browser, through the real gateway.
class BrowserFullIT {

    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static LocalRun suite;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        suite = new LocalRun();
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of(System.getenv("SUITE_BROWSER")))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-background-networking")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        suite.close();
    }

    @Test
    void anyoneMayReadWhatThisIsAndSignIn() {
        try (var page = browser.newPage()) {
            var home = page.navigate(suite.url() + "/");

            assertThat(home.status()).isEqualTo(200);
            assertNothingSerious(page);
        }
    }

    @Test
    void aBoardMemberSignsInAndSeesTheLocality() {
        try (var page = browser.newPage()) {
            page.navigate(suite.url() + "/localities/E08000003?financialYear=2014/15");
            page.locator("input[name=username]").fill("board-member");
            page.locator("[type=submit]").first().click();
            page.waitForURL(suite.url() + "/localities/E08000003**");

            assertThat(page.getByRole(AriaRole.HEADING, heading()).first().textContent())
                    .contains("Manchester");
            assertThat(page.content()).contains("32,671").contains("<svg").contains("Stated");
            assertNothingSerious(page);
            screenshot(page, "locality");

            for (var further : List.of("governance", "partnership", "plan", "pool")) {
                var shown = page.navigate(suite.url() + "/localities/E08000003/" + further);
                assertThat(shown.status()).isEqualTo(200);
                assertNothingSerious(page);
                screenshot(page, further);
            }
        }
    }

    @Test
    void theInterfaceIsDocumentedInOneReader() {
        try (var page = browser.newPage()) {
            page.navigate(suite.url() + "/docs");

            page.locator("#reader .opblock").first().waitFor();
            assertThat(page.locator("#reader .opblock").count()).isGreaterThan(10);
            assertThat(page.content())
                    .contains("governance", "budget", "intervention", "reporting");
            screenshot(page, "docs");
        }
    }

    @Test
    void theTagOfACompressedAnswerIsTakenBackAsItWasGiven() throws Exception {
        var token = suite.token("governance", "manchester");
        var body = suite.url() + "/api/governance/v1/bodies/MCR-HWBB";
        var read = given().auth().oauth2(token).header("Accept-Encoding", "gzip").get(body);
        assertThat(read.header("ETag")).startsWith("W/");

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", read.header("ETag"))
                .body("{\"effectiveOn\": \"2013-04-01\"}")
                .post(body + "/establish")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    private static Page.GetByRoleOptions heading() {
        return new Page.GetByRoleOptions().setLevel(1);
    }

    private static void assertNothingSerious(Page page) {
        var serious =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(found -> SERIOUS.contains(found.getImpact()))
                                .map(found -> found.getId() + ": " + found.getHelp())
                                .toList();
        assertThat(serious).isEmpty();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screenshots/%s.png".formatted(name))));
    }
}
