package locality.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.refusal.Malformed;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Tokens;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class WorkbooksTest {

    @Test
    void aTableIsAWorkbookForWhoeverAsksForOne() throws IOException {
        var answer =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                        .accept(Workbook.MEDIA_TYPE)
                        .get("/test/manners/table")
                        .then()
                        .statusCode(200)
                        .contentType(Workbook.MEDIA_TYPE)
                        .header("Content-Disposition", containsString("table.xlsx"))
                        .extract()
                        .asByteArray();

        var rows = rows(answer);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("reference");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("A-1");
        assertThat(rows.get(1).getCellAsDate(1))
                .hasValueSatisfying(day -> assertThat(day.toLocalDate()).isEqualTo("2018-06-30"));
        assertThat(rows.get(1).getCellAsNumber(2)).contains(new BigDecimal(11_281_500));
        assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCellText(3)).isEqualTo("007");
        assertThat(rows.get(1).getCell(4).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCellText(4)).isEqualTo("=1+1");
    }

    @Test
    void aBrowserAsksAtTheAddressOfTheTableItself() throws IOException {
        var answer =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                        .accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                        .get("/test/manners/a%20table.xlsx?on=2018-06-30")
                        .then()
                        .statusCode(200)
                        .contentType(Workbook.MEDIA_TYPE)
                        .header("Content-Disposition", containsString("a table-2018-06-30.xlsx"))
                        .extract()
                        .asByteArray();

        assertThat(rows(answer).get(1).getCellAsDate(0))
                .hasValueSatisfying(day -> assertThat(day.toLocalDate()).isEqualTo("2018-06-30"));
    }

    @Test
    void whereThereIsNoTableOfThatNameThereIsNoWorkbook() {
        given().auth()
                .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                .get("/test/nowhere/table.xlsx")
                .then()
                .statusCode(404);
    }

    @Test
    void whoAsksForCsvGetsCsv() {
        given().auth()
                .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                .accept("text/csv")
                .get("/test/manners/table")
                .then()
                .statusCode(200)
                .contentType("text/csv");
    }

    @Test
    void whatIsNoTableIsNoWorkbook() {
        given().auth()
                .oauth2(Tokens.of("viewer").in(Locality.MANCHESTER))
                .accept(Workbook.MEDIA_TYPE)
                .get("/test/manners/asked")
                .then()
                .statusCode(406);
    }

    @Test
    void theContractNamesTheWorkbookWhereverThereIsATable() {
        var types =
                given().accept("application/json")
                        .get("/q/openapi")
                        .jsonPath()
                        .getMap("paths.'/test/manners/table'.get.responses.'200'.content");

        assertThat(types).containsOnlyKeys("text/csv", Workbook.MEDIA_TYPE);
    }

    @Test
    void aTextThatNoCellHoldsIsRefusedAndTheRowNamed() {
        var csv = Csv.write(List.of("note"), List.of(List.of("x".repeat(32_768))));

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Workbook.of(csv))
                .withMessageContaining("Row 2, column 1 has 32768 characters");
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                var rows = book.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }
}
