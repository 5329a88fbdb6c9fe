package locality.budget.figure;

import static locality.budget.figure.Statements.SOURCE;
import static locality.budget.figure.Statements.aReference;
import static locality.budget.figure.Statements.correct;
import static locality.budget.figure.Statements.sheet;
import static locality.budget.figure.Statements.state;
import static locality.budget.figure.Statements.stated;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B2")
@Tag("B13")
class FigureResourceTest {

    private static final String FIGURES = "/api/budget/v1/figures";

    @Test
    void keepsTheWordsAndWhatTheySay() {
        var fund = aFundWithALine(4_000_000);
        var reference = stated("c£40K", ", \"line\": \"%s-L01\"".formatted(fund));

        finance()
                .get(FIGURES + "/{figure}", reference)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("stated", equalTo("c£40K"))
                .body("unit", equalTo("GBP_K"))
                .body("amountPence", equalTo(4_000_000))
                .body("withinPence", equalTo(50_000))
                .body("approximate", equalTo(true))
                .body("provenance.kind", equalTo("STATED"))
                .body("provenance.section", equalTo("3.2.1"))
                .body("fundId", notNullValue())
                .body("lineId", notNullValue())
                .body("statements", hasSize(1));
        finance()
                .queryParam("fund", fund)
                .get(FIGURES)
                .then()
                .statusCode(200)
                .body("items.reference", contains(reference))
                .body("next", nullValue());
    }

    @Test
    void refusesAStatedFigureWithoutItsSection() {
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "label": "As stated",
                         "stated": "£13.2m", "provenance": {"kind": "STATED", "document": "LLLB"}}
                        """
                                .formatted(aReference()))
                .post(FIGURES)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("detail", containsString("names its document and section"));
    }

    @Test
    void refusesWordsAndUnitsThatSayNothingClear() {
        state(aReference(), "lots", "")
                .statusCode(422)
                .body("code", equalTo("WORDS_NOT_UNDERSTOOD"))
                .body("stated", equalTo("lots"));
        state(aReference(), "2,017", "").statusCode(422).body("code", equalTo("UNIT_UNKNOWN"));
        state(aReference(), "£13.2m", ", \"unit\": \"GBP_K\"")
                .statusCode(422)
                .body("code", equalTo("UNIT_CONTRADICTED"))
                .body("saidUnit", equalTo("GBP_M"));
    }

    @Test
    void refusesATakenReferenceAndALineOfAnotherFund() {
        var reference = stated("£3m");
        var fund = aFundWithALine(1);
        var other = aFundWithALine(1);

        state(reference, "£4m", "")
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"))
                .body("reference", equalTo(reference));
        state(
                        aReference(),
                        "£4m",
                        ", \"fund\": \"%s\", \"line\": \"%s-L01\"".formatted(fund, other))
                .statusCode(422)
                .body("code", equalTo("LINE_OF_ANOTHER_FUND"))
                .body("line", equalTo(other + "-L01"));
        state(aReference(), "£4m", ", \"fund\": \"NO-SUCH\"").statusCode(404);
    }

    @Test
    void correctsAsANewVersionAndKeepsTheOldOne() {
        var reference = stated("£13.2m");

        correct(reference, "£13.221m", "")
                .statusCode(200)
                .body("amountPence", equalTo(1_322_100_000))
                .body("version", equalTo(1))
                .body("statements.number", contains(1, 2))
                .body("statements.stated", contains("£13.2m", "£13.221m"))
                .body("statements[0].amountPence", equalTo(1_320_000_000))
                .body("statements[1].reason", equalTo("The table is finer"));
        correct(reference, "£13.221m", "")
                .statusCode(422)
                .body("code", equalTo("NOTHING_CORRECTED"));
        finance()
                .header("If-Match", "\"0\"")
                .body(
                        "{\"label\": \"L\", \"stated\": \"£1m\", \"reason\": \"R\", %s}"
                                .formatted(SOURCE))
                .post(FIGURES + "/{figure}/correct", reference)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE"));
    }

    @Test
    void keepsNothingOfADryRun() {
        var reference = aReference();

        finance()
                .queryParam("dryRun", true)
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "label": "As stated",
                         "stated": "£13.2m", %s}
                        """
                                .formatted(reference, SOURCE))
                .post(FIGURES)
                .then()
                .statusCode(201)
                .body("amountPence", equalTo(1_320_000_000));

        finance().get(FIGURES + "/{figure}", reference).then().statusCode(404);
    }

    @Test
    @Tag("B8")
    void takesASheetOnceAndTheSameSheetAgainChangesNothing() {
        var one = aReference();
        var two = aReference();
        var csv =
                """
                reference,label,stated,unit,provenanceKind,provenanceDocument,provenanceSection
                %s,Carers on a par with users,181,GBP_K,STATED,"Living Longer, Living Better",3.4.3
                %s,Savings from staff time,-148,GBP_K,STATED,"Living Longer, Living Better",3.4.3
                """
                        .formatted(one, two);

        sheet(csv).statusCode(201).body("stated", equalTo(2)).body("unchanged", equalTo(0));
        sheet(csv)
                .statusCode(201)
                .body("stated", equalTo(0))
                .body("corrected", equalTo(0))
                .body("unchanged", equalTo(2));
        finance()
                .get(FIGURES + "/{figure}", two)
                .then()
                .body("amountPence", equalTo(-14_800_000))
                .body("provenance.document", equalTo("Living Longer, Living Better"));
    }

    @Test
    void refusesAWholeSheetAndNamesEveryBadCell() {
        var good = aReference();

        sheet(
                        """
                        reference,label,stated,unit,amountPence
                        %1$s,Good,£13.2m,,1320000000
                        %2$s,Not an amount,lots,,
                        %3$s,Says otherwise,£13.2m,,1322100000
                        %1$s,Twice,£13.2m,,
                        """
                                .formatted(good, aReference(), aReference()))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body(
                        "errors.where",
                        contains("line 3, stated", "line 4, amountPence", "line 5, reference"))
                .body(
                        "errors[1].message",
                        equalTo("says 1,322,100,000, the words say 1,320,000,000"));
        sheet(
                        "reference,label,stated,fund\n%s,Good,£1m,\n%s,Of none,£1m,NO-SUCH\n"
                                .formatted(good, aReference()))
                .statusCode(400)
                .body("errors.where", contains("line 3, fund"));

        finance().get(FIGURES + "/{figure}", good).then().statusCode(404);
    }

    @Test
    void aSheetSentBackCorrectsWhatChangedAndNamesWhatIsStale() {
        var fund = aFundWithALine(1);
        var reference = stated("£13.2m", ", \"fund\": \"%s\"".formatted(fund));
        var exported =
                finance()
                        .accept("text/csv")
                        .queryParam("fund", fund)
                        .get(FIGURES)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(exported).contains(reference + ",As stated,£13.2m,0,GBP_M,1320000000,5000000");
        sheet(exported).statusCode(201).body("unchanged", equalTo(1));

        var edited = exported.replace("£13.2m", "£13.221m").replace(",1320000000,5000000,", ",,,");
        sheet(edited)
                .statusCode(400)
                .body("errors.where", contains("line 2, reason"))
                .body("errors[0].message", equalTo("a correction says why"));
        var explained = edited.stripTrailing() + "The table is finer\n";
        sheet(explained).statusCode(201).body("corrected", equalTo(1));
        sheet(explained)
                .statusCode(400)
                .body("errors.where", contains("line 2, version"))
                .body("errors[0].message", equalTo("you read version 0, it is now 1"));
    }

    @Test
    void refusesToCorrectByASheetWithoutTheVersion() {
        var reference = stated("£13.2m");

        sheet("reference,label,stated\n%s,As stated,£14m\n".formatted(reference))
                .statusCode(400)
                .body("errors.where", contains("line 2, version"))
                .body("errors[0].message", containsString("is there and says \"£13.2m\""));
    }

    @Test
    void hasATemplate() {
        finance()
                .get(FIGURES + "/template")
                .then()
                .statusCode(200)
                .body(containsString("reference,label,stated,version,unit,amountPence"));
    }

    @Test
    void whatWasSaidIsInsertOnlyForEverybodyInTheDatabase() throws SQLException {
        stated("£13.2m");

        var postgres = Infrastructure.get().postgres();
        for (var role : new String[] {Postgres.APP, Postgres.OWNER}) {
            try (var connection = postgres.as(role, "suite");
                    var statement = connection.createStatement()) {
                for (var change :
                        new String[] {
                            "update figure_statement set stated = 'less'",
                            "delete from figure_statement",
                            "truncate figure_statement"
                        }) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as("%s as %s", change, role)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }
}
