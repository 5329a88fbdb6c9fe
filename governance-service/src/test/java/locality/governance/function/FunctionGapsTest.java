package locality.governance.function;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is not said of a function is listed with the call that says it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class FunctionGapsTest extends OldhamsFunctions {

    @Test
    @Tag("G50")
    void whatIsNotSaidIsListedWithTheCallThatSaysIt() {
        inForce(part, "\"arrangement\": \"IN_HOUSE\"", "2021-04-01").statusCode(201);
        var reference = referenceOf(part);

        gaps("2021-06-30")
                .body(mine(part, "lacks"), contains("LEVEL", "WHOLE_TIME_EQUIVALENTS", "DIRECTION"))
                .body(
                        mine(part, "call"),
                        hasItem(
                                "POST /api/governance/v1/function-allocations/%s/describe"
                                        .formatted(reference)))
                .body(mine(whole, "lacks"), empty())
                .body(
                        mine(detail, "lacks"),
                        contains("ARRANGEMENT", "LEVEL", "WHOLE_TIME_EQUIVALENTS", "DIRECTION"))
                .body(
                        mine(detail, "call"),
                        hasItem("POST /api/governance/v1/functions/%s/places".formatted(detail)));
        secretary
                .post(
                        "/function-allocations/%s/describe".formatted(reference),
                        """
                        {"reserved": false, "arrangement": "IN_HOUSE", "spatialLevel": "LOCALITY",
                         "wholeTimeEquivalents": 4.25, "direction": "Locality based, supporting GM"}
                        """)
                .statusCode(200)
                .body("wholeTimeEquivalents", equalTo(4.25f));
        draft(detail, "\"reserved\": false").statusCode(201);

        gaps("2021-06-30")
                .body(mine(part, "lacks"), empty())
                .body(
                        mine(detail, "call"),
                        hasItem(
                                "POST /api/governance/v1/functions/%s/places/E08000004/agree"
                                        .formatted(detail)));
        secretary
                .getCsv("/function-gaps?place=E08000004&lacks=DIRECTION&on=2021-06-30")
                .statusCode(200)
                .body(containsString(detail + ",A function,DIRECTION,,"))
                .body(not(containsString(part)));
    }

    @Test
    @Tag("G50")
    void whatADraftSaysAlreadyIsToBeAgreedAndNotToBeSaidAgain() {
        var agree = "POST /api/governance/v1/functions/%s/places/E08000004/agree";
        inForce(part, "\"direction\": \"Locality based\"", "2021-04-01").statusCode(201);
        draft(part, "\"reserved\": false, \"arrangement\": \"JOINT\"").statusCode(201);
        draft(detail, "\"reserved\": false, \"spatialLevel\": \"LOCALITY\"").statusCode(201);
        var drafted = referenceOf(detail);

        gaps("2021-06-30")
                .body(
                        lacking(part, "ARRANGEMENT") + ".inWords",
                        matchesPattern("Draft ALLOC-\\w+ says JOINT and is not in force: agree it"))
                .body(lacking(part, "ARRANGEMENT") + ".call", equalTo(agree.formatted(part)))
                .body(lacking(part, "LEVEL") + ".inWords", endsWith("does not say it: describe it"))
                .body(lacking(part, "LEVEL") + ".call", endsWith("/describe"))
                .body(
                        lacking(detail, "LEVEL") + ".inWords",
                        equalTo(
                                "Draft %s says LOCALITY and is not in force: agree it"
                                        .formatted(drafted)))
                .body(lacking(detail, "LEVEL") + ".call", equalTo(agree.formatted(detail)))
                .body(
                        lacking(detail, "ARRANGEMENT") + ".inWords",
                        endsWith("does not say it and is not in force: agree it and describe it"));
        step(detail, "agree", "2021-06-02").statusCode(200);

        gaps("2021-06-30")
                .body(
                        lacking(detail, "LEVEL") + ".inWords",
                        equalTo(
                                "Agreed allocation %s says LOCALITY and is not in force: start it"
                                        .formatted(drafted)))
                .body(lacking(detail, "LEVEL") + ".call", endsWith("/start"));
    }

    private static String lacking(String function, String lacks) {
        return "items.find { it.function == '%s' && it.lacks == '%s' }".formatted(function, lacks);
    }

    private ValidatableResponse gaps(String on) {
        return secretary.get("/function-gaps?place=E08000004&on=" + on).statusCode(200);
    }

    private static String mine(String function, String column) {
        return "items.findAll { it.function == '%s' }.%s".formatted(function, column);
    }
}
