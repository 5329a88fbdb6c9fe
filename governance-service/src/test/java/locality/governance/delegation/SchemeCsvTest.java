package locality.governance.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import locality.governance.story.Caller;
import locality.governance.story.Rochdale;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A council's scheme of delegation is a spreadsheet.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G13")
class SchemeCsvTest {

    private static final String HEADER =
            "reference,from,to,toOrganisation,functions,limitPence,maySubDelegate,place,"
                    + "effectiveOn,expiresOn,conditions\n";

    private Rochdale rochdale;
    private String care;
    private String estates;

    @BeforeEach
    void settleRochdale() {
        rochdale = Rochdale.in2018();
        care = rochdale.function("care");
        estates = rochdale.function("estates");
    }

    @Test
    void aWholeSchemeIsGrantedWhateverTheOrderOfItsLines() {
        sent(line("C", rochdale.executive, rochdale.wider, care, "100", "")
                        + line("B", rochdale.icb, rochdale.executive, care, "200", "")
                        + line(
                                "A",
                                rochdale.cabinet,
                                rochdale.icb,
                                care + ";" + estates,
                                "300",
                                "Reported monthly | Never for land"))
                .statusCode(201)
                .body("granted", equalTo(3));

        rochdale.secretary
                .get("/delegations/" + rochdale.reference("A"))
                .body("functions", contains(care, estates))
                .body("limitPence", equalTo(300))
                .body("conditions", contains("Reported monthly", "Never for land"));
        rochdale.secretary
                .get("/delegations/%s/descendants".formatted(rochdale.reference("A")))
                .statusCode(200)
                .body(
                        "items.delegation.reference",
                        contains(rochdale.reference("B"), rochdale.reference("C")))
                .body("items.depth", contains(1, 2))
                .body("items.above", contains(rochdale.reference("A"), rochdale.reference("B")))
                .body("items.functions", contains(List.of(care), List.of(care)));
    }

    @Test
    void oneFaultyLineGrantsNothingAndEveryFaultIsNamed() {
        sent(line("A", rochdale.cabinet, rochdale.icb, care, "300", "")
                        + line("B", rochdale.icb, rochdale.executive, care, "301", "")
                        + line("C", rochdale.executive, rochdale.wider, care, "1", "")
                        + line("D", rochdale.cabinet, rochdale.icb, "gardening", "1", "")
                        + line("E", "NOBODY", rochdale.icb, care, "1", "")
                                .replace("NOBODY", rochdale.wider))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body(
                        "errors.where",
                        contains(
                                "line 3, limitPence",
                                "line 4, from",
                                "line 5, functions",
                                "line 6, from"))
                .body("errors[0].message", containsString("it cannot grant £3.01"))
                .body("errors[1].message", equalTo("rests on line 3, which is at fault"));

        assertThat(granted()).isEmpty();
    }

    @Test
    void cellsThatCannotBeReadAreNamedByLineAndColumn() {
        sent(line("A", rochdale.cabinet, rochdale.icb, care, "much", "")
                        + line("B", "NOBODY", rochdale.icb, care, "1", "")
                                .replace("2018-04-01", "April"))
                .statusCode(400)
                .body("errors.where", contains("line 2, limitPence", "line 3, effectiveOn"));
        sent(line("A", "NOBODY", rochdale.icb, care, "1", "")
                        + line("A", rochdale.cabinet, "NOBODY", care, "1", ""))
                .statusCode(400)
                .body("errors.where", contains("line 3, reference", "line 2, from", "line 3, to"));
    }

    @Test
    void aSchemeSentBackAsItWasChangesNothing() {
        sent(line("A", rochdale.cabinet, rochdale.icb, care, "300", "Reported | Minuted"))
                .statusCode(201);
        var scheme = exported();

        rochdale.secretary
                .postCsv("/delegations", scheme)
                .statusCode(201)
                .body("granted", equalTo(0))
                .body("unchanged", equalTo(1));
        rochdale.secretary
                .postCsv("/delegations", scheme.replace(",300,", ",400,"))
                .statusCode(400)
                .body("errors.where", contains("line 2, limitPence"));
        rochdale.secretary
                .postCsv("/delegations", scheme.replace(rochdale.reference("A") + ",", ","))
                .statusCode(400)
                .body("errors.where", contains("line 2, reference"));
        rochdale.secretary.does(
                "/delegations/%s/revoke".formatted(rochdale.reference("A")),
                "{\"effectiveOn\": \"2018-09-01\", \"reason\": \"No longer needed\"}");
        rochdale.secretary
                .postCsv("/delegations", scheme)
                .statusCode(400)
                .body("errors.where", contains("line 2, version"))
                .body("errors.message", contains("you read version 0, it is now 1"));
    }

    @Test
    void aReferenceStandsForOneDelegation() {
        rochdale.granted("A", rochdale.cabinet, rochdale.icb, care);

        sent(line("A", rochdale.cabinet, rochdale.icb, care, "300", ""))
                .statusCode(400)
                .body("errors.where", contains("line 2, reference"));
    }

    @Test
    void nobodySendsTheSchemeOfAnotherPlace() {
        Caller.secretaryOf(Locality.BURY)
                .postCsv(
                        "/delegations",
                        HEADER + line("A", rochdale.cabinet, rochdale.icb, care, "1", ""))
                .statusCode(404);
        Caller.secretaryOf(Locality.BURY)
                .postCsv(
                        "/delegations",
                        HEADER
                                + line("A", rochdale.cabinet, rochdale.icb, care, "1", "")
                                        .replace("E08000005", "E08000002"))
                .statusCode(400)
                .body("errors.where", contains("line 2, from", "line 2, to"));
    }

    @Test
    void theTreeBelowIsCutToADay() {
        rochdale.granted("A", rochdale.cabinet, rochdale.icb, care + ";" + estates);
        rochdale.granted("B", rochdale.icb, rochdale.executive, care);
        rochdale.granted("X", rochdale.ccgBoard, rochdale.executive, estates);
        rochdale.granted("Y", rochdale.executive, rochdale.wider, estates);
        var below = "/delegations/%s/descendants".formatted(rochdale.reference("A"));

        rochdale.secretary
                .get(below + "?on=2018-05-01")
                .body("items.delegation.reference", contains(rochdale.reference("B")));
        rochdale.secretary.get(below + "?on=2019-04-01").body("items", empty());
        Caller.secretaryOf(Locality.BURY).get(below).statusCode(404);
    }

    private ValidatableResponse sent(String lines) {
        return rochdale.secretary.postCsv("/delegations", HEADER + lines);
    }

    private String line(
            String name,
            String from,
            String to,
            String functions,
            String limit,
            String conditions) {
        return "%s,%s,%s,,%s,%s,true,E08000005,2018-04-01,2019-03-31,%s%n"
                .formatted(rochdale.reference(name), from, to, functions, limit, conditions);
    }

    private String exported() {
        return rochdale.secretary
                .getCsv("/delegations?function=" + care)
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }

    private List<String> granted() {
        return rochdale.secretary
                .get("/delegations?function=" + care)
                .extract()
                .path("items.reference");
    }
}
