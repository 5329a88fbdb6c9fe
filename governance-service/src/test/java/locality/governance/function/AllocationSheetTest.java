package locality.governance.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Allocations go out and come back as a spreadsheet.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AllocationSheetTest extends OldhamsFunctions {

    @Test
    @Tag("G50")
    void aSheetIsSentOutFilledInAndSentBack() {
        secretary
                .postCsv(
                        sheet(),
                        """
                        function,state,effectiveOn,arrangement
                        %s,IN_FORCE,2021-04-01,JOINT
                        %s,DRAFT,2021-06-01,OTHER
                        """
                                .formatted(part, detail))
                .statusCode(200)
                .body("added", equalTo(2));
        var sent = exported(part);
        assertThat(sent).contains(",0," + part + ",IN_FORCE,2021-04-01,,false,,,,JOINT,,");

        secretary
                .postCsv(sheet(), sent.replace(",JOINT,,", ",JOINT,3.5,Locality based"))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("added", equalTo(0));

        listed("on=2021-06-30&function=" + part)
                .body("items.wholeTimeEquivalents", contains(3.5f))
                .body("items.direction", contains("Locality based"))
                .body("items.version", contains(1));
        secretary
                .postCsv(sheet(), exported(part))
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("changed", equalTo(0));
        secretary
                .postCsv(sheet(), sent)
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 2, version"))
                .body("errors[0].message", equalTo("you read version 0, it is now 1"));
    }

    @Test
    @Tag("G50")
    void aSheetWithAFaultyLineChangesNothing() {
        secretary
                .postCsv(
                        sheet(),
                        """
                        function,spatialLevel,wholeTimeEquivalents,effectiveOn
                        %s,LOCALITY,2,2021-04-01
                        gardening,LOCALITY,2,2021-04-01
                        %s,LOCALITY,-2,2021-04-01
                        %s,GREATER_MANCHESTER,2,2021-05-01
                        """
                                .formatted(part, detail, part))
                .statusCode(400)
                .body(
                        "errors.where",
                        contains(
                                "line 3, function",
                                "line 4, wholeTimeEquivalents",
                                "line 5, spatialLevel"));
        listed("on=2021-06-30&function=" + part).body("items", empty());
        secretary
                .postCsv(sheet(), "function,arrangement\n%s,BOTH\n".formatted(part))
                .statusCode(400)
                .body("errors.where", contains("line 2, arrangement"));
    }

    @Test
    @Tag("G50")
    void aSheetChangesNeitherStateNorWhatIsReserved() {
        inForce(part, "\"arrangement\": \"IN_HOUSE\"", "2021-04-01").statusCode(201);
        var sent = exported(part);

        secretary
                .postCsv(sheet(), sent.replace("IN_FORCE", "ENDED").replace("2021-04-01", ""))
                .statusCode(400)
                .body("errors.where", contains("line 2, state"));
        secretary
                .postCsv(sheet(), sent.replace(",false,", ",true,"))
                .statusCode(400)
                .body("errors.where", contains("line 2, reserved"));
        secretary
                .postCsv(sheet(), sent.replace(",0," + part, ",," + part))
                .statusCode(400)
                .body("errors.where", contains("line 2, version"));
    }

    @Test
    void aRowThatLostItsReferenceIsNotTakenForANewOne() {
        inForce(part, "\"arrangement\": \"IN_HOUSE\"", "2021-04-01").statusCode(201);

        secretary
                .postCsv(sheet(), exported(part).replaceAll("(?m)^[^,]+,0,", ",0,"))
                .statusCode(400)
                .body("errors.where", contains("line 2, reference"));
    }

    private String exported(String function) {
        return secretary
                .getCsv(sheet() + "&on=2021-06-30&function=" + function)
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }
}
