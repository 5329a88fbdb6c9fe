package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.reporting.Reports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages of a partnership have in common: who sees them, how they read, their files.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PartnershipPagesTest extends PartnershipOfBolton {

    @ParameterizedTest
    @ValueSource(strings = {PARTNERSHIP, PLAN})
    void sharesOneAnswerWithPrograms(String path) {
        assertThat(json(path + "?on=2018-07-02").getMap(""))
                .isEqualTo(json(API + path + "?on=2018-07-02").getMap(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTNERSHIP, PLAN})
    void isHiddenFromWhoeverMayNotSeeThePlace(String path) {
        for (var hidden : List.of(path, API + path, path + "/attention.csv")) {
            Reports.get(hidden, Locality.TRAFFORD).then().statusCode(404);
        }
    }

    @Test
    void showsNothingOfAnotherPlace() {
        var elsewhere = json(API + "/localities/E08000009/partnership?on=2018-07-02");
        elsewhere
                .getMap("")
                .forEach(
                        (name, value) -> {
                            if (value instanceof List<?> list) {
                                assertThat(list.toString()).as("%s", name).doesNotContain("BOL-");
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTNERSHIP, PLAN})
    void canBeReadByAScreenReader(String path) {
        var page = page(path, "2018-07-02");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("label[for=on]")).hasSize(1);
        assertThat(page.select("table:not(:has(caption))")).isEmpty();
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (var named : page.select("[aria-labelledby]").eachAttr("aria-labelledby")) {
            for (var id : named.split(" ")) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        for (var link : page.select(".attention a[href^=#]").eachAttr("href")) {
            assertThat(page.select(link)).as(link).hasSize(1);
        }
    }

    @Test
    void saysWhatWouldBeHereWhenThereIsNothing() {
        assertThat(page(PARTNERSHIP, "2001-01-01").select(".govuk-inset-text").eachText())
                .hasSize(7)
                .allSatisfy(text -> assertThat(text).startsWith("Here will be"));
        assertThat(page(PLAN, "2001-01-01").select(".govuk-inset-text").eachText())
                .singleElement()
                .asString()
                .startsWith("Here will be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARTNERSHIP + "/attention",
                PARTNERSHIP + "/agreements",
                PARTNERSHIP + "/parties",
                PARTNERSHIP + "/gateways",
                PARTNERSHIP + "/conditions",
                PARTNERSHIP + "/scope",
                PARTNERSHIP + "/register",
                PARTNERSHIP + "/assessments",
                PARTNERSHIP + "/findings",
                PARTNERSHIP + "/strategies",
                PARTNERSHIP + "/principles",
                PARTNERSHIP + "/engagement",
                PLAN + "/attention",
                PLAN + "/plans",
                PLAN + "/milestones"
            })
    void givesItsTablesToASpreadsheet(String table) {
        var csv =
                Reports.get(table + ".csv?on=2018-07-02", PLACE)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();

        assertThat(csv.lines().count()).isGreaterThan(1);
        assertThat(page(table.substring(0, table.lastIndexOf('/')), "2018-07-02").html())
                .contains(table + ".csv?on=2018-07-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attention",
                "agreements",
                "parties",
                "gateways",
                "conditions",
                "scope",
                "register",
                "assessments",
                "findings",
                "strategies",
                "principles",
                "engagement"
            })
    @Tag("G42")
    void givesItsTablesAsWorkbooks(String table) {
        var file = PARTNERSHIP + "/" + table + ".xlsx?on=2018-07-02";

        var workbook =
                Reports.get(file, PLACE)
                        .then()
                        .statusCode(200)
                        .contentType(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .header(
                                "Content-Disposition",
                                containsString("E08000001-%s-2018-07-02.xlsx".formatted(table)))
                        .extract()
                        .asByteArray();

        assertThat(workbook).startsWith('P', 'K');
        assertThat(page(PARTNERSHIP, "2018-07-02").select("a[download]").eachAttr("href"))
                .contains(file, file.replace(".xlsx", ".csv"));
    }

    @Test
    @Tag("G43")
    void theRegisterSaysInASpreadsheetWhomItIsEscalatedTo() {
        var csv = Reports.get(PARTNERSHIP + "/register.csv?on=2018-07-02", PLACE).asString();

        assertThat(csv.lines().findFirst().orElseThrow()).contains(",body,escalatedTo,");
        assertThat(csv)
                .contains("ESCALATED,Programme Management Team,Joint Leadership Team,")
                .contains("OPEN,Programme Management Team,,");
    }

    @Test
    void isLinkedFromThePlaceAndFromHome() {
        for (var path : List.of("/localities/E08000001", "/")) {
            assertThat(html(path).select("a").eachAttr("href")).contains(PARTNERSHIP, PLAN);
        }
    }
}
