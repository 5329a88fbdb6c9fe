package locality.governance.assessment;

import static locality.governance.assessment.Assessed.conducted;
import static locality.governance.assessment.Assessed.planned;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who of Greater Manchester is how mature, on a day.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class HeatMapResourceTest {

    @Test
    @Tag("G38")
    void aHeatMapLeavesBlankWhatWasNotSaid() {
        var framework = Frameworks2014To2018.maturityMatrix();
        matures(framework, Locality.BOLTON, "P1", "EMERGING", "P2", "MATURING");
        matures(framework, Locality.BURY, "P1", "EMERGING", "P2", "UNKNOWN");
        matures(framework, Locality.WIGAN, "P1", "DEVELOPING", "P1", "MATURING");

        var map = "/assessment-frameworks/%s/heat-map".formatted(framework);
        var observer = Caller.of("gm-observer", Locality.GREATER_MANCHESTER);
        observer.get(map + "?on=2017-12-31")
                .statusCode(200)
                .body("columns.name", hasSize(10))
                .body("columns[0].name", equalTo("Bolton"))
                .body("columns[2].assessment", nullValue())
                .body("rows.title", hasSize(2))
                .body("rows[0].cells[0].word", equalTo("EMERGING"))
                .body("rows[0].cells[2].word", nullValue())
                .body("rows[0].cells[2].unknown", equalTo(false))
                .body("rows[1].cells[1].unknown", equalTo(true))
                .body("rows[1].cells[9].unknown", equalTo(true))
                .body("rows[0].counts.byWord.EMERGING", equalTo(2))
                .body("rows[0].counts.byWord.MATURING", equalTo(1))
                .body("rows[0].counts.notAssessed", equalTo(7))
                .body("rows[1].counts.byWord.MATURING", equalTo(1))
                .body("rows[1].counts.unknown", equalTo(2))
                .body("total.byWord.EMERGING", equalTo(2))
                .body("total.unknown", equalTo(2))
                .body("total.notAssessed", equalTo(14));
        observer.get(map + "?on=2017-11-30").body("total.notAssessed", equalTo(20));
        observer.getCsv(map + "?on=2017-12-31")
                .body(containsString("domain,criterionCode,criterion,Bolton,Bury,Manchester"))
                .body(
                        containsString(
                                "Programmes,P2,Transforming community based care,MATURING,UNKNOWN,,"
                                        + ",,,,,,UNKNOWN,0,0,1,2,7"));
        Caller.secretaryOf(Locality.BURY)
                .get(map + "?on=2017-12-31")
                .body("columns.name", contains("Bury"));
    }

    private void matures(
            String framework, Locality place, String one, String word, String two, String then) {
        var secretary = Caller.secretaryOf(place);
        var assessment = planned(secretary, framework, place.code(), "2017-11-01", "");
        conducted(secretary, assessment, "2017-12-15");
        for (var said : List.of(List.of(one, word), List.of(two, then))) {
            secretary.does(
                    "/assessments/%s/ratings".formatted(assessment),
                    """
                    {"ratings": [{"criterion": "%s", "self": "%s"}], "ratedOn": "2017-12-15"}
                    """
                            .formatted(said.get(0), said.get(1)));
        }
    }
}
