package locality.governance.assessment;

import static locality.governance.assessment.Assessed.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Frameworks over HTTP: versions, and a sheet of them.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class FrameworkResourceTest {

    private final Caller everywhere = Caller.secretaryOf(Locality.values());
    private final Caller bolton = Caller.secretaryOf(Locality.BOLTON);
    private String framework;
    private String path;

    @BeforeEach
    void thereIsDueDiligenceOfBolton() {
        var planned = Assessed.dueDiligenceOf(bolton, "E08000001");
        framework = planned.framework();
        path = planned.path();
    }

    @Test
    @Tag("G36")
    void anAssessmentGoesByTheVersionOfItsDay() {
        everywhere.does(
                "/assessment-frameworks",
                """
                {"code": "%s", "title": "Due diligence, revised", "kind": "DUE_DILIGENCE",
                 "locality": "E47000001", "effectiveOn": "2018-01-01",
                 "domains": [{"title": "All", "criteria": [{"title": "All of it"}]}]}
                """
                        .formatted(framework));
        var later = planned(bolton, framework, "E08000001", "2018-01-01", "");

        bolton.get(path).body("frameworkFrom", equalTo("2014-01-01")).body("criteria", hasSize(5));
        bolton.get("/assessments/" + later)
                .body("frameworkFrom", equalTo("2018-01-01"))
                .body("criteria", hasSize(1));
        bolton.get("/assessment-frameworks/%s?on=2017-12-31".formatted(framework))
                .body("criteria", equalTo(5));
        bolton.get("/assessment-frameworks?limit=1000&on=2018-01-01")
                .body(
                        "items.findAll { it.code == '%s' }.criteria".formatted(framework),
                        contains(1));
        bolton.get("/assessment-frameworks/%s?on=2013-12-31".formatted(framework))
                .statusCode(422)
                .body("code", equalTo("NO_FRAMEWORK_YET"))
                .body("first", equalTo("2014-01-01"));
        everywhere
                .post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s", "title": "Again", "kind": "DUE_DILIGENCE",
                         "locality": "E47000001", "effectiveOn": "2018-01-01",
                         "domains": [{"title": "All"}]}
                        """
                                .formatted(framework))
                .statusCode(409)
                .body("code", equalTo("FRAMEWORK_OUT_OF_ORDER"));
        bolton.post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s", "title": "Ours", "kind": "DUE_DILIGENCE",
                         "locality": "E08000001", "effectiveOn": "2019-01-01",
                         "domains": [{"title": "All"}]}
                        """
                                .formatted(framework))
                .statusCode(422)
                .body("code", equalTo("FRAMEWORK_DIFFERS"));
    }

    @Test
    @Tag("G36")
    void frameworksAreExportedAndReadAsASheet() {
        var own = Frameworks2014To2018.code("BOL-CHECK");
        bolton.postCsv(
                        "/assessment-frameworks",
                        """
                        framework,title,kind,locality,effectiveOn,scale,domain,criterion
                        %1$s,Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,Records,Data cleanse
                        %1$s,,,,,,Records,Records management
                        %1$s,,,,,,People,
                        """
                                .formatted(own))
                .statusCode(201)
                .body("adopted.criteria", contains(2));

        assertThat(
                        bolton.read("/assessment-frameworks?locality=E08000001", "text/csv")
                                .lines()
                                .filter(line -> line.startsWith(own)))
                .containsExactly(
                        own
                                + ",Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,,,Records,"
                                + "1.1,Data cleanse",
                        own
                                + ",Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,,,Records,"
                                + "1.2,Records management",
                        own + ",Closedown,CHECKLIST,E08000001,2021-04-01,OPEN;DONE,,,People,,");
        Caller.secretaryOf(Locality.BURY).get("/assessment-frameworks/" + own).statusCode(404);
        bolton.postCsv(
                        "/assessment-frameworks",
                        """
                        framework,title,kind,locality,scale,domain,criterion
                        %1$s-B,Closedown,CHECKLIST,E08000001,OPEN;DONE,Records,Data cleanse
                        %1$s-B,Other,,,,Records,Records management
                        """
                                .formatted(own))
                .statusCode(400)
                .body("errors.where", contains("line 3, title"));
        bolton.post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s-C", "title": "C", "kind": "CHECKLIST",
                         "locality": "E08000001", "scale": ["OPEN", "DONE"], "red": ["DONE"],
                         "domains": [{"title": "All"}]}
                        """
                                .formatted(own))
                .statusCode(422)
                .body("code", equalTo("SCALE_UNCLEAR"));
        bolton.post(
                        "/assessment-frameworks",
                        """
                        {"code": "%s-D", "title": "D", "kind": "CHECKLIST",
                         "locality": "E08000001", "domains": [{"title": "All"}, {"title": "All"}]}
                        """
                                .formatted(own))
                .statusCode(422)
                .body("code", equalTo("NAMED_TWICE"));
    }
}
