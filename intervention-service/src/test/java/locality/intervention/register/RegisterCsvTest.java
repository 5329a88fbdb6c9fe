package locality.intervention.register;

import static locality.intervention.Service.aReference;
import static locality.intervention.Service.aTheme;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.getCsv;
import static locality.intervention.Service.post;
import static locality.intervention.Service.postCsv;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The register as a spreadsheet, out and in.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("I3")
class RegisterCsvTest {

    @Test
    void takesARegisterOfFortyAndCountsWhatIsBriefed() {
        var theme = aTheme(ROCHDALE);
        var prefix = aReference();
        var register = new StringBuilder("reference,name,themes,document,section\n");
        for (int i = 1; i <= 40; i++) {
            register.append("%s-%02d,".formatted(prefix, i))
                    .append("Rochdale intervention %02d (not named in source),".formatted(i))
                    .append("%s,\"Transformation, one year on\",4.1.3\n".formatted(theme));
        }

        importInto(register.toString())
                .statusCode(200)
                .body("created", equalTo(40))
                .body("changed", equalTo(0));

        get(as("viewer", ROCHDALE), "/interventions?limit=1000&theme=" + theme)
                .body("items", hasSize(40))
                .body("items.reference", hasItem(prefix + "-40"))
                .body("items[0].provenance.document", equalTo("Transformation, one year on"))
                .body("items[0].provenance.section", equalTo("4.1.3"));
        post(
                        as("programme", ROCHDALE),
                        "/interventions/%s-07/brief".formatted(prefix),
                        "{\"brief\": \"Assured\"}")
                .statusCode(200);
        get(as("viewer", ROCHDALE), "/interventions?state=BRIEFED&theme=" + theme)
                .body("items", hasSize(1));
    }

    @Test
    void refusesAllOfItForOneBadRowAndNamesEveryFault() {
        var theme = aTheme(ROCHDALE);
        var first = aReference();

        importInto(
                        """
                        reference,name,themes,version
                        %s,Good,%s,
                        two words,Bad reference,%s,
                        %s,Again,%s,
                        %s,,%s,
                        %s,No theme,NOWHERE,
                        %s,Not there,%s,3
                        """
                                .formatted(
                                        first,
                                        theme,
                                        theme,
                                        first,
                                        theme,
                                        aReference(),
                                        theme,
                                        aReference(),
                                        aReference(),
                                        theme))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors[0].where", equalTo("line 3, reference"))
                .body("errors[1].where", equalTo("line 4, reference"))
                .body("errors[2].where", equalTo("line 5, name"))
                .body("errors[3].where", equalTo("line 6, themes"))
                .body("errors[3].message", containsString("There is no theme NOWHERE"));
        get(as("viewer", ROCHDALE), "/interventions/" + first).statusCode(404);
    }

    @Test
    void keepsTheFormulaOfARowThatNoDocumentStatesAndTakesItBack() {
        var theme = aTheme(ROCHDALE);
        importInto(
                        "reference,name,themes,formula\n%s,Unnamed,%s,one of the forty counted"
                                .formatted(aReference(), theme))
                .statusCode(200);

        get(as("viewer", ROCHDALE), "/interventions?theme=" + theme)
                .body("items[0].provenance.kind", equalTo("DERIVED"))
                .body("items[0].provenance.formula", equalTo("one of the forty counted"));
        importInto(export(theme)).statusCode(200).body("unchanged", equalTo(1));
    }

    @Test
    void refusesARowWhoseDocumentHasNoSection() {
        importInto(
                        "reference,name,themes,document\n%s,Half,%s,One year on"
                                .formatted(aReference(), aTheme(ROCHDALE)))
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, document"));
    }

    @Test
    void takesBackWhatItExportedWithoutAChange() {
        var theme = aTheme(ROCHDALE);
        importInto(
                        "reference,name,themes,cohort\n%s,First,%s,\"Frail, older\""
                                .formatted(aReference(), theme))
                .statusCode(200);

        var exported = export(theme);

        assertThat(exported)
                .startsWith("reference,version,name,themes,")
                .contains("\"Frail, older\"");
        importInto(exported)
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("created", equalTo(0));
    }

    @Test
    void changesWhatWasEditedAndNamesWhatIsStale() {
        var theme = aTheme(ROCHDALE);
        var reference = aReference();
        importInto("reference,name,themes\n%s,Before,%s".formatted(reference, theme))
                .statusCode(200);
        var edited = export(theme).replace("Before", "After");

        importInto(edited).statusCode(200).body("changed", equalTo(1));
        get(as("viewer", ROCHDALE), "/interventions/" + reference).body("name", equalTo("After"));
        importInto(edited)
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, version"))
                .body("errors[0].message", containsString("stale: you edited 0, it is now 1"));
    }

    @Test
    void doesNotReplaceWhatIsOnTheRegisterUnasked() {
        var theme = aTheme(ROCHDALE);
        var row = "reference,name,themes\n%s,Once,%s".formatted(aReference(), theme);
        importInto(row).statusCode(200);

        importInto(row)
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, version"))
                .body("errors[0].message", containsString("on the register already"));
    }

    @Test
    void takesNoLongerCellThanTheJsonDoes() {
        var theme = aTheme(ROCHDALE);

        importInto(
                        "reference,name,themes,brief,provider\n%s,%s,%s,%s,%s\n"
                                .formatted(
                                        aReference(),
                                        "n".repeat(301),
                                        theme,
                                        "b".repeat(10_001),
                                        "p".repeat(300)))
                .statusCode(400)
                .body("errors.where", contains("line 2, name", "line 2, brief"))
                .body(
                        "errors[1].message",
                        equalTo("has 10001 characters; at most 10000 are taken"));
    }

    @Test
    void takesBackWhatStandsUnderAThemeThatWasRetiredAndPutsNothingNewThere() {
        var theme = aTheme(ROCHDALE);
        importInto("reference,name,themes\n%s,Before,%s".formatted(aReference(), theme))
                .statusCode(200);
        post(as("programme", ROCHDALE), "/themes/%s/retire".formatted(theme), "{}").statusCode(200);

        importInto(export(theme).replace("Before", "After"))
                .statusCode(200)
                .body("changed", equalTo(1));
        importInto("reference,name,themes\n%s,New,%s".formatted(aReference(), theme))
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, themes"))
                .body("errors[0].message", containsString("is retired and takes nothing new"));
    }

    @Test
    void leavesWhatWasApprovedAndWhatIsOverAsItWas() {
        var theme = aTheme(ROCHDALE);
        var approved = aReference();
        var cancelled = aReference();
        importInto(
                        "reference,name,themes,brief,managerialLead,clinicalLead\n"
                                + "%s,First,%s,Assured,Programme manager,Clinical lead\n"
                                        .formatted(approved, theme)
                                + "%s,Second,%s,Dropped,Programme manager,Clinical lead\n"
                                        .formatted(cancelled, theme))
                .statusCode(200);
        for (var verb : List.of("brief", "approve")) {
            post(
                            as("programme", ROCHDALE),
                            "/interventions/%s/%s".formatted(approved, verb),
                            verb.equals("brief") ? "{\"brief\": \"Assured\"}" : "{}")
                    .statusCode(200);
        }
        post(as("programme", ROCHDALE), "/interventions/%s/cancel".formatted(cancelled), "{}")
                .statusCode(200);

        importInto(export(theme).replace("Assured", "Quite another").replace("Second", "Third"))
                .statusCode(400)
                .body("errors.where", contains("line 2, reference", "line 3, reference"))
                .body("errors.message", hasItem(containsString("as they were approved")))
                .body("errors.message", hasItem(containsString("CANCELLED and changes no more")));
        importInto(export(theme).replace("First", "Renamed"))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));
        get(as("viewer", ROCHDALE), "/interventions/" + approved)
                .body("name", equalTo("Renamed"))
                .body("brief", equalTo("Assured"));
    }

    @Test
    void needsAnIdempotencyKey() {
        as("programme", ROCHDALE)
                .contentType("text/csv")
                .body("reference,name,themes\n")
                .post("/api/intervention/v1/interventions?locality=E08000005")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void belongsToALocalityOfTheCaller() {
        postCsv(
                        as("programme", MANCHESTER),
                        "/interventions?locality=E08000005",
                        "reference,name,themes\n")
                .statusCode(404);
    }

    private static String export(String theme) {
        return getCsv(as("viewer", ROCHDALE), "/interventions?theme=" + theme);
    }

    private static ValidatableResponse importInto(String csv) {
        return postCsv(as("programme", ROCHDALE), "/interventions?locality=E08000005", csv);
    }
}
