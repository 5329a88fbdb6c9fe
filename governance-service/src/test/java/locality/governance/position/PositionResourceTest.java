package locality.governance.position;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G52")
class PositionResourceTest {

    private final Caller everywhere =
            Caller.secretaryOf(Locality.GREATER_MANCHESTER, Locality.STOCKPORT);
    private final Caller stockport = Caller.secretaryOf(Locality.STOCKPORT);

    @Test
    void theMatrixShowsWhatIsSaidByNameAndApartWhatIsSaidForSome() {
        state(everywhere, "ALL_TEN", null, "All ten build on what is").statusCode(201);
        state(everywhere, "SOME", null, "Some name the council as banker").statusCode(201);
        state(stockport, "ONE", "E08000007", "Stockport keeps its pool").statusCode(201);

        stockport
                .get("/positions?on=2021-06-30")
                .statusCode(200)
                .body("rows.size()", equalTo(1))
                .body(cell("Stockport"), hasItem("All ten build on what is"));
        Caller.of("gm-observer", Locality.GREATER_MANCHESTER)
                .get("/positions?on=2021-06-30")
                .statusCode(200)
                .body("rows.size()", equalTo(10))
                .body(cell("Bury"), hasItem("All ten build on what is"))
                .body(cell("Stockport"), hasItem("Stockport keeps its pool"))
                .body(cell("Bury"), not(hasItem("Stockport keeps its pool")))
                .body(cell("Bury"), not(hasItem("Some name the council as banker")))
                .body("some.statement", hasItem("Some name the council as banker"));
        stockport
                .getCsv("/positions?on=2021-06-30")
                .body(containsString("locality,name,PLACE_BASED_LEAD,LOCALITY_BOARD"))
                .body(containsString("\"Some, not named\""));
        stockport
                .get("/positions?on=2021-06-29")
                .body("some.statement", not(hasItem("Some name the council as banker")));
    }

    @Test
    void eachPlaceSpeaksForItselfAndReadsItsOwn() {
        state(stockport, "ALL_TEN", null, "Not theirs to say").statusCode(404);
        state(stockport, "ONE", "E08000002", "Not theirs to say").statusCode(404);
        state(stockport, "ONE", "E08000007", "For ourselves").statusCode(201);
        state(everywhere, "ONE", null, "For whom?")
                .statusCode(422)
                .body("code", equalTo("POSITION_NOT_FOR_ONE"));

        Caller.secretaryOf(Locality.BURY)
                .get("/positions?on=2021-06-30")
                .body(cell("Stockport"), not(hasItem("For ourselves")));
    }

    private static ValidatableResponse state(
            Caller caller, String madeFor, @Nullable String locality, String statement) {
        return caller.post(
                "/positions",
                """
                {"topic": "POOLED_BUDGET", "madeFor": "%s", "locality": %s, "statement": "%s",
                 "statedOn": "2021-06-30"}
                """
                        .formatted(
                                madeFor,
                                locality == null ? null : "\"" + locality + "\"",
                                statement));
    }

    private static String cell(String name) {
        return "rows.find { it.name == '%s' }.cells.POOLED_BUDGET.statement".formatted(name);
    }
}
