package locality.budget.line;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.identifier.Ids;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class LineDetailsTest {

    private static final String WITH_DETAILS =
            PLAN_HEADER.strip() + ",schemeType,description,status,plannedUnits,unit\n";
    private static final String REABLEMENT =
            aLine("Reablement", 1_000).strip()
                    + ",Reablement in a person's own home,\"Six weeks, at"
                    + " home\",EXISTING,350.50,Packages\n";

    @Test
    void keepsWhatTheNationalTemplateSaysOfAScheme() {
        var fund = aFund();

        plan(fund, WITH_DETAILS + REABLEMENT).statusCode(200).body("added", equalTo(1));

        finance()
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .body("items[0].schemeType", equalTo("Reablement in a person's own home"))
                .body("items[0].description", equalTo("Six weeks, at home"))
                .body("items[0].status", equalTo("EXISTING"))
                .body("items[0].plannedUnits", equalTo(350.5f))
                .body("items[0].unit", equalTo("Packages"))
                .body("items[0].use", nullValue());
    }

    @Test
    void aSheetWithoutTheColumnsLeavesThemAsTheyAre() {
        var fund = aFund();
        plan(fund, WITH_DETAILS + REABLEMENT).statusCode(200);

        plan(fund, PLAN_HEADER + aLine("Reablement", 1_000))
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("planVersion", equalTo(1));
        plan(fund, WITH_DETAILS + REABLEMENT.replace("350.50", "350.5"))
                .statusCode(200)
                .body("unchanged", equalTo(1));
        plan(fund, WITH_DETAILS + REABLEMENT.replace("350.50", "351"))
                .statusCode(200)
                .body("changed", equalTo(1));
    }

    @Test
    void takesBackItsOwnExportUnchanged() {
        var fund = aFund();
        plan(fund, WITH_DETAILS + REABLEMENT).statusCode(200);
        var exported =
                finance()
                        .accept("text/csv")
                        .get("/api/budget/v1/funds/{fund}/lines", fund)
                        .then()
                        .extract()
                        .asString();

        assertThat(exported).contains("EXISTING,350.5,Packages");
        plan(fund, exported)
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("planVersion", equalTo(1));
    }

    @Test
    void namesEachWrongCell() {
        plan(
                        aFund(),
                        WITH_DETAILS
                                + REABLEMENT.replace("350.50", "many")
                                + REABLEMENT
                                        .replace("Reablement,I", "Other,I")
                                        .replace("350.50", "-1")
                                + REABLEMENT
                                        .replace("Reablement,I", "Third,I")
                                        .replace("EXISTING", "OLD"))
                .statusCode(400)
                .body(
                        "errors.where",
                        contains("line 2, plannedUnits", "line 3, plannedUnits", "line 4, status"))
                .body("errors.message[0]", containsString("is not a number"))
                .body("errors.message[1]", containsString("0 to 999999999999"));
        plan(aFund(), WITH_DETAILS + REABLEMENT.replace("Packages", ""))
                .statusCode(400)
                .body("errors.where", contains("line 2, unit"));
    }

    @Test
    @Tag("B4")
    void codesEachLineOfADevelopmentFundToOneOfItsUses() {
        var fund = aDevelopmentFund();
        var header = PLAN_HEADER.strip() + ",use\n";
        var line = aLine("Central integrated care", 1_000).strip();

        plan(fund, PLAN_HEADER + aLine("Central integrated care", 1_000))
                .statusCode(400)
                .body("errors.where", contains("line 2, use"))
                .body("errors.message[0]", containsString("Alliance contracting"));
        plan(fund, header + line + ",Holidays\n")
                .statusCode(400)
                .body("errors.message[0]", containsString("not one of the fund's uses"));
        plan(fund, header + line + ",Integrated care schemes\n").statusCode(200);
        plan(fund, PLAN_HEADER + aLine("Central integrated care", 1_000))
                .statusCode(200)
                .body("unchanged", equalTo(1));
        plan(aFund(), header + line + ",Integrated care schemes\n")
                .statusCode(400)
                .body("errors.message[0]", containsString("the fund names no uses"));
    }

    private static String aDevelopmentFund() {
        var reference = "MCR-LDF-" + Ids.next();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "host": "E08000003",
                         "name": "Local Development Fund", "kind": "LOCAL_DEVELOPMENT_FUND",
                         "financialYear": "2014/15",
                         "uses": ["First phase of Living Longer Living Better",
                                  "Integrated care schemes", "Capacity", "Alliance contracting"]}
                        """
                                .formatted(reference))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201)
                .body("uses[3]", equalTo("Alliance contracting"))
                .body("recyclable", equalTo(true));
        return reference;
    }
}
