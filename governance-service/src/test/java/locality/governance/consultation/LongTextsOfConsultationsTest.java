package locality.governance.consultation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the texts of consultations and communications may be, in JSON as in a spreadsheet.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G57")
class LongTextsOfConsultationsTest {

    private final Caller oldham = Caller.secretaryOf(Locality.OLDHAM);

    @Test
    void aConsultationIsHeldToIt() {
        refused(
                "/consultations",
                """
                {"reference": "LONG-1", "title": "%s", "locality": "E08000004",
                 "audience": "STAFF", "about": {"type": "PLAN", "reference": "LONG-PLAN"}}
                """
                        .formatted("x".repeat(501)),
                "title");
        refused(
                "/consultations/LONG-1/conclude",
                "{\"note\": \"%s\"}".formatted("x".repeat(2001)),
                "note");
        oldham.postCsv(
                        "/consultations",
                        """
                        reference,title,locality,audience,aboutType,about
                        LONG-1,%s,E08000004,STAFF,PLAN,LONG-PLAN
                        """
                                .formatted("x".repeat(501)))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 2, title"));
    }

    @Test
    void aCommunicationIsHeldToIt() {
        var letter =
                """
                {"reference": "LONG-2", "title": "%s", "locality": "E08000004",
                 "audience": "PUBLIC", "channel": "%s", "post": "%s", "dueOn": "2017-04-01"}
                """;
        var sheet =
                """
                reference,title,locality,audience,channel,post,dueOn
                LONG-3,%s,E08000004,PUBLIC,%s,%s,2017-04-01
                """;

        refused("/communications", letter.formatted("x".repeat(501), "C", "P"), "title");
        refused("/communications", letter.formatted("T", "x".repeat(201), "P"), "channel");
        refused("/communications", letter.formatted("T", "C", "x".repeat(201)), "post");
        refusedSheet(sheet.formatted("x".repeat(501), "C", "P"), "title");
        refusedSheet(sheet.formatted("T", "x".repeat(201), "P"), "channel");
        refusedSheet(sheet.formatted("T", "C", "x".repeat(201)), "post");

        var longest = new Object[] {"x".repeat(500), "x".repeat(200), "x".repeat(200)};
        oldham.does("/communications", letter.formatted(longest));
        oldham.postCsv("/communications", sheet.formatted(longest)).statusCode(200);
    }

    private void refused(String path, String json, String member) {
        oldham.post(path, json).statusCode(400).body("errors.where", contains(member));
    }

    private void refusedSheet(String sheet, String column) {
        oldham.postCsv("/communications", sheet)
                .statusCode(400)
                .body("errors.where", contains("line 2, " + column));
    }
}
