package locality.governance.gap;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.governance.story.Rochdale;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Delegated decision making below Rochdale's Integrated Commissioning Board is unresolved in April
/// 2018.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G14")
class DelegationGapTest {

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
    void whatTheBoardHoldsAndNobodyBelowItIsAGap() {
        rochdale.granted("CAB", rochdale.cabinet, rochdale.icb, care + ";" + estates);

        report(Rochdale.DAY)
                .body("below", containsInAnyOrder(rochdale.executive, rochdale.wider))
                .body("held", equalTo(2))
                .body("gaps", contains(care, estates))
                .body(
                        "inWords",
                        equalTo(
                                "On 2018-05-01 Body %s may decide 2 functions in Rochdale;"
                                                .formatted(rochdale.icb)
                                        + " accountable to it are %s, %s; 2 of them nobody below it"
                                                .formatted(rochdale.executive, rochdale.wider)
                                        + " holds by delegation: %s, %s."
                                                .formatted(care, estates)));
        report("2018-03-31").body("held", equalTo(0)).body("gaps", empty());
    }

    @Test
    void whatIsPassedOnFurtherDownIsNone() {
        rochdale.granted("CAB", rochdale.cabinet, rochdale.icb, care + ";" + estates);
        rochdale.granted("EXEC", rochdale.icb, rochdale.executive, care);
        rochdale.granted("WIDER", rochdale.executive, rochdale.wider, care);

        report(Rochdale.DAY).body("gaps", contains(estates));
        rochdale.granted("REST", rochdale.icb, rochdale.executive, estates);
        report(Rochdale.DAY)
                .body("gaps", empty())
                .body("inWords", containsString("every one of them is held below it."));
    }

    @Test
    void whatABodyBesideItHoldsIsAGapStill() {
        rochdale.body("Q-PANEL-" + rochdale.number, null, false);
        rochdale.granted("CAB", rochdale.cabinet, rochdale.icb, care);
        rochdale.granted("SIDE", rochdale.icb, "Q-PANEL-" + rochdale.number, care);

        report(Rochdale.DAY).body("gaps", contains(care));
    }

    @Test
    void aBodyWithNobodyBelowSaysSo() {
        rochdale.granted("CAB", rochdale.cabinet, rochdale.wider, care);

        rochdale.secretary
                .get("/delegation-gaps?below=%s&on=%s".formatted(rochdale.wider, Rochdale.DAY))
                .statusCode(200)
                .body("gaps", contains(care))
                .body("inWords", containsString("nobody is accountable to it"));
    }

    @Test
    void anotherPlaceIsToldNothing() {
        Caller.secretaryOf(Locality.BURY)
                .get("/delegation-gaps?below=" + rochdale.icb)
                .statusCode(404);
        rochdale.secretary
                .get("/delegation-gaps?place=E08000002&below=" + rochdale.icb)
                .statusCode(404);
    }

    private ValidatableResponse report(String on) {
        return rochdale.secretary
                .get("/delegation-gaps?below=%s&on=%s".formatted(rochdale.icb, on))
                .statusCode(200);
    }
}
