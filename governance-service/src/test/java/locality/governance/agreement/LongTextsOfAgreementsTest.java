package locality.governance.agreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long the texts of agreements may be, in JSON as in a spreadsheet.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G26")
class LongTextsOfAgreementsTest {

    private Partners oldham;
    private String agreement;

    @BeforeEach
    void thereIsAnAgreement() {
        oldham = Partners.of(Locality.OLDHAM);
        agreement = oldham.named("LONG");
        oldham.drafts(agreement, "COMPACT", "", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    return           | reason  | 2000 | {"reason": "%s"}
                    reviewed         | note    | 2000 | {"organisation": "AC", "note": "%s"}
                    working-approval | by      | 200  | {"by": "%s"}
                    sign             | post    | 200  | {"organisation": "AC", "post": "%s"}
                    review-held      | outcome | 2000 | {"outcome": "%s"}
                    terminate        | reason  | 2000 | {"effectiveOn": "2018-04-01", "reason": "%s"}
                    """)
    void aStepTakesNoLongerText(String verb, String member, int signs, String json) {
        oldham.asks(agreement, 1, verb, json.formatted("x".repeat(signs + 1)))
                .statusCode(400)
                .body("errors.where", contains(member));
    }

    @Test
    void whatIsDraftedIsHeldToIt() {
        oldham.secretary
                .post("/agreements", drafted(501, 61, 2001, 201))
                .statusCode(400)
                .body(
                        "errors.where.sort()",
                        contains(
                                "first.label",
                                "first.parties[0].signatories[0]",
                                "first.summary",
                                "title"));

        oldham.secretary.does("/agreements", drafted(500, 60, 2000, 200));
    }

    @Test
    void aSpreadsheetIsHeldToWhatJsonIs() {
        var sheet =
                """
                reference,title,kind,locality,label,summary,parties
                %s,%s,COMPACT,E08000004,%s,%s,%s:FULL:%s
                """;
        refused(sheet.formatted("A-1", "x".repeat(501), "1", "S", oldham.council, "C"), "title");
        refused(sheet.formatted("A-1", "T", "x".repeat(61), "S", oldham.council, "C"), "label");
        refused(sheet.formatted("A-1", "T", "1", "x".repeat(2001), oldham.council, "C"), "summary");
        refused(sheet.formatted("A-1", "T", "1", "S", oldham.council, "x".repeat(201)), "parties");
        oldham.secretary
                .postCsv(
                        "/agreements",
                        sheet.formatted(
                                oldham.named("SHEET"),
                                "x".repeat(500),
                                "x".repeat(60),
                                "x".repeat(2000),
                                oldham.council,
                                "x".repeat(200)))
                .statusCode(200);
    }

    private void refused(String sheet, String column) {
        oldham.secretary
                .postCsv("/agreements", sheet)
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 2, " + column));
    }

    private String drafted(int title, int label, int summary, int post) {
        return """
        {"reference": "%s", "title": "%s", "kind": "COMPACT", "locality": "%s",
         "first": {"label": "%s", "summary": "%s",
                   "parties": [{"organisation": "%s", "signatories": ["%s"]}]}}
        """
                .formatted(
                        oldham.named("DRAFTED"),
                        "x".repeat(title),
                        oldham.place.code(),
                        "x".repeat(label),
                        "x".repeat(summary),
                        oldham.council,
                        "x".repeat(post));
    }
}
