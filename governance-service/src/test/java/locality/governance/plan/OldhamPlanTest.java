package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Oldham in June 2021 (*Oldham Integrated Care System*): two workstreams, two groups of five
/// design areas with six objectives each, the timeline, and what the workstreams depend on. The
/// lags are illustrative.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OldhamPlanTest {

    private static final List<String> SYSTEM =
            List.of(
                    "Leadership and culture",
                    "Clinical, professional and managerial leadership model",
                    "CCG shutdown and transition",
                    "Establishment of GM ICS",
                    "Regulatory changes",
                    "Financial flows",
                    "Wider Oldham reforms",
                    "Citizen voice and engagement");
    private static final List<String> PROVIDER =
            List.of(
                    "Leadership and culture",
                    "Clinical, professional and managerial leadership model",
                    "Establishment of GM ICS",
                    "Regulatory changes",
                    "Contracting processes",
                    "Development of PCNs",
                    "Provider landscape changes",
                    "Local neighbourhood development",
                    "Population health management developments",
                    "Citizen voice and engagement");
    private static final String AREAS =
            """
            "areas": [
              {"title": "System development", "kind": "WORKSTREAM"},
              {"title": "Provider delivery design", "kind": "WORKSTREAM"},
              {"title": "Priority design areas"},
              {"title": "Integration Agreement", "partOf": "Priority design areas"},
              {"title": "Provider form", "partOf": "Priority design areas"},
              {"title": "Financial model and s75 expansion", "partOf": "Priority design areas"},
              {"title": "System leadership and culture", "partOf": "Priority design areas"},
              {"title": "Governance", "partOf": "Priority design areas"},
              {"title": "Implementation and enabling design areas"},
              {"title": "Establishing responsibilities and functions for place", "partOf": "9"},
              {"title": "Integrated workforce model", "partOf": "9"},
              {"title": "Clinical, professional and managerial leadership model", "partOf": "9"},
              {"title": "CCG workforce transition, including consultation", "partOf": "9"},
              {"title": "CCG shut down", "partOf": "9"}],
            "objectives": [
              {"text": "Formal sign up of all parties to the interim Integration Agreement", "area": "3"},
              {"text": "Develop the Integration Agreement further", "area": "3"},
              {"text": "Option appraisal for a new provider collaborative form", "area": "3"},
              {"text": "Formal sign off of a revised Section 75 agreement", "area": "3"},
              {"text": "A system development plan for the locality", "area": "3"},
              {"text": "Terms of Reference for all new governance groups", "area": "3"},
              {"text": "Agree responsibilities and functions at locality level", "area": "9"},
              {"text": "A workforce model at place level", "area": "9"},
              {"text": "New ways of working", "area": "9"},
              {"text": "Clinical and care professional leadership", "area": "9"},
              {"text": "Safe transition of the CCG workforce", "area": "9"},
              {"text": "Safe transition of CCG responsibilities and duties", "area": "9"}]
            """;
    private static final String TIMELINE =
            """
            title,area,forecast,predecessors,objectives,plannedOn,state,note
            Version 5 of Integration Agreement produced for review,Integration Agreement,,,,2021-06-09,ACHIEVED,Produced
            Integrated Delivery Board established,Governance,,,6,2021-06-09,ACHIEVED,Established
            Final legal resolutions and queries on IA,Integration Agreement,2021-06-11,,1,2021-06-09,,
            Internal organisational reviews of IA,Integration Agreement,2021-06-18,,1,2021-06-09,,
            Full ratification of IA by all parties,Integration Agreement,2021-07,#5 28,1;2,2021-06-09,,
            Full ratification of s75 pooled budget expansion 2021/22,Financial model and s75 expansion,2021-08,#6 28,4,2021-06-09,,
            GM ICS set up in shadow and System Board established,Governance,2021-09,#7 0,6,2021-06-09,,
            """;

    @Inject AgroalDataSource database;

    private ThePlan oldham;
    private String reviews;

    @BeforeEach
    void thePlanIsMade() {
        oldham = ThePlan.of("OLD-ICS", Locality.OLDHAM).made("2021-06-09", AREAS);
        assertThat(oldham.sends(TIMELINE).getInt("planned")).isEqualTo(7);
        reviews = oldham.milestone(4);
    }

    @Test
    @Tag("G46")
    void aSlipOfTheReviewsByTwentyDaysMovesTheAgreementByFiveTheSection75ByTwoAndTheBoardByNone() {
        moves("?dryRun=true", "2021-07-08")
                .body("milestone", equalTo(reviews))
                .body("from", equalTo("2021-06-18"))
                .body("to", equalTo("2021-07-08"))
                .body("moved", equalTo(2))
                .body(
                        "followers.milestone",
                        contains(oldham.milestone(5), oldham.milestone(6), oldham.milestone(7)))
                .body("followers.days", contains(5, 2, 0))
                .body("followers.from", contains("2021-07-31", "2021-08-31", "2021-09-30"))
                .body("followers.to", contains("2021-08-05", "2021-09-02", "2021-09-30"));

        assertThat(
                        oldham.secretary
                                .get("/milestones/" + reviews)
                                .extract()
                                .<String>path("forecast"))
                .isEqualTo("2021-06-18");
    }

    @Test
    @Tag("G46")
    void aSlipByFourteenDaysMovesNothing() {
        moves("?dryRun=true", "2021-07-02")
                .body("moved", equalTo(0))
                .body("followers.days", contains(0, 0, 0));
    }

    @Test
    @Tag("G46")
    void theSameWithoutDryRunMovesOnlyTheForecastTold() {
        moves("", "2021-07-08")
                .body("forecast", equalTo("2021-07-08"))
                .body("history.forecast", contains("2021-06-18", "2021-07-08"))
                .body("history.note", contains(null, "Leave of reviewers"));

        var milestones = oldham.shows("/milestones?on=2021-06-16");
        assertThat(milestones.getList("items.forecast"))
                .containsExactly(
                        null, null, "2021-06-11", "2021-07-08", "2021-07", "2021-08", "2021-09");
        assertThat(milestones.getList("items.earlyOn").subList(4, 7))
                .containsExactly("2021-08-05", "2021-09-02", "2021-09-30");
        assertThat(oldham.shows("/milestones?on=2021-06-15").getList("items.earlyOn").subList(4, 7))
                .containsExactly("2021-07-31", "2021-08-31", "2021-09-30");
        assertThat(Told.of(database, oldham.shows("/milestones").getString("items[3].id")))
                .extracting(told -> told.data().getString("forecastOn"))
                .containsExactly("2021-06-18", "2021-07-08");
        assertThat(Told.of(database, oldham.shows("/milestones").getString("items[4].id")))
                .extracting(told -> told.data().getString("earlyOn"))
                .containsExactly("2021-07-31", "2021-08-05");
        assertThat(oldham.shows("/findings?on=2021-06-16").getList("items.kind"))
                .contains("FORECAST_BEFORE_PREDECESSOR");
    }

    @Test
    @Tag("G46")
    void theScheduleShowsTheCriticalWayToTheSystemBoard() {
        moves("", "2021-08-06");

        var schedule = oldham.shows("/schedule?on=2021-06-16");

        assertThat(schedule.getString("end")).isEqualTo("2021-10-01");
        assertThat(schedule.getList("milestones.critical"))
                .containsExactly(false, false, false, true, true, true, true);
        assertThat(schedule.getList("milestones.floatDays"))
                .containsExactly(null, null, 112, 0, 0, 0, 0);
    }

    @Test
    @Tag("G46")
    void thereAreTwoWorkstreamsFiveAndFiveDesignAreasAndTwelveObjectives() {
        var plan = oldham.shows("?on=2021-06-09");

        assertThat(plan.getList("areas.findAll { it.kind == 'WORKSTREAM' }")).hasSize(2);
        assertThat(plan.getList("areas.findAll { it.partOf == 3 }")).hasSize(5);
        assertThat(plan.getList("areas.findAll { it.partOf == 9 }")).hasSize(5);
        assertThat(plan.getList("objectives")).hasSize(12);
        assertThat(plan.getInt("areas[2].milestones")).isEqualTo(7);
        var told = Told.of(database, plan.getString("id")).getFirst().data();
        assertThat(told.getList("areas.findAll { it.partOf == 3 }.title"))
                .startsWith("Integration Agreement")
                .hasSize(5);
        assertThat(told.getString("areas[2].partOf")).isNull();
        assertThat(plan.getInt("milestones.achieved")).isEqualTo(2);
        assertThat(plan.getInt("milestones.planned")).isEqualTo(5);
    }

    @Test
    @Tag("G46")
    void everyObjectiveLeadsToItsMilestonesAndThoseWithoutAreFound() {
        var trace = oldham.shows("/objectives?on=2021-06-09");

        assertThat(trace.getList("items")).hasSize(12);
        assertThat(trace.getList("items[0].milestones.reference"))
                .containsExactly(oldham.milestone(3), oldham.milestone(4), oldham.milestone(5));
        assertThat(trace.getInt("items[5].reached")).isEqualTo(1);
        assertThat(
                        oldham.shows("/findings?on=2021-06-09")
                                .getList(
                                        "items.findAll { it.kind == 'OBJECTIVE_WITHOUT_MILESTONE' }"
                                                + ".objective"))
                .containsExactly(3, 5, 7, 8, 9, 10, 11, 12);
    }

    @Test
    @Tag("G46")
    void whatIsDueInEachQuarterIsShownAndAnEmptyOneToo() {
        var year = oldham.shows("/quarters?year=2021/22&on=2021-06-09");

        assertThat(year.getList("items.quarter"))
                .containsExactly("2021/22-Q1", "2021/22-Q2", "2021/22-Q3", "2021/22-Q4");
        assertThat(year.getList("items[0].due.reference"))
                .containsExactly(oldham.milestone(3), oldham.milestone(4));
        assertThat(year.getList("items[1].due")).hasSize(3);
        assertThat(year.getList("items.nothingDue")).containsExactly(false, false, true, true);
    }

    @Test
    @Tag("G47")
    void theWorkstreamsDependOnEightAndTenThingsOfWhichTheyShareFive() {
        oldham.secretary
                .does(
                        "/plans/%s/interdependencies".formatted(oldham.reference),
                        "{\"interdependencies\": [%s]}"
                                .formatted(
                                        Stream.concat(
                                                        named("System development", SYSTEM),
                                                        named("Provider delivery design", PROVIDER))
                                                .collect(Collectors.joining(","))))
                .body("interdependencies", hasSize(18));

        var plan = oldham.shows("");
        assertThat(plan.getList("interdependencies.findAll { it.area == 'System development' }"))
                .hasSize(8);
        assertThat(
                        plan.getList(
                                "interdependencies.findAll { it.area == 'Provider delivery design'"
                                        + " }"))
                .hasSize(10);
        assertThat(
                        plan.getList(
                                "interdependencies.findAll { it.sharedWith == ['Provider delivery"
                                        + " design'] }.title"))
                .containsExactly(
                        "Leadership and culture",
                        "Clinical, professional and managerial leadership model",
                        "Establishment of GM ICS",
                        "Regulatory changes",
                        "Citizen voice and engagement");

        oldham.secretary
                .post(
                        "/plans/%s/interdependencies".formatted(oldham.reference),
                        "{\"interdependencies\": [%s]}"
                                .formatted(
                                        named("System development", List.of("FINANCIAL FLOWS."))
                                                .findFirst()
                                                .orElseThrow()))
                .statusCode(409)
                .body("code", equalTo("INTERDEPENDENCY_THERE"))
                .body("area", equalTo("System development"))
                .body("interdependency", equalTo("FINANCIAL FLOWS."));
    }

    @Test
    @Tag("G47")
    void aMilestoneMayWaitForOneOfAnotherPlanAndIsKnockedOnWithIt() {
        var other = ThePlan.of("OLD-ICB", Locality.OLDHAM).made("2021-06-09", "");
        oldham.secretary.does(
                "/plans/%s/milestones".formatted(other.reference),
                """
                {"title": "Board meets", "forecast": "2021-09-30", "plannedOn": "2021-06-09",
                 "predecessors": [{"milestone": "%s", "lagDays": 5}]}
                """
                        .formatted(oldham.milestone(7)));

        assertThat(other.shows("/schedule").getList("milestones.plan"))
                .contains(other.reference, oldham.reference);
        assertThat(other.shows("/schedule").getString("end")).isEqualTo("2021-10-05");
        moves("?dryRun=true", "2021-08-26")
                .body(
                        "followers.find { it.plan == '%s' }.days".formatted(other.reference),
                        equalTo(21))
                .body("moved", equalTo(4));
    }

    @Test
    @Tag("G46")
    void aCircleIsRefusedAndNamed() {
        var sheet =
                oldham.secretary.read(
                        "/plans/%s/milestones".formatted(oldham.reference), "text/csv");
        oldham.secretary
                .postCsv(
                        "/plans/%s/milestones".formatted(oldham.reference),
                        sheet.replace(
                                "2021-06-18,DAY,,,,",
                                "2021-06-18,DAY,,,%s 0,".formatted(oldham.milestone(7))))
                .statusCode(422)
                .body("code", equalTo("MILESTONES_CIRCULAR"))
                .body(
                        "circle",
                        contains(
                                oldham.milestone(4),
                                oldham.milestone(5),
                                oldham.milestone(6),
                                oldham.milestone(7),
                                oldham.milestone(4)));
        assertThat(oldham.shows("/milestones").getList("items[3].predecessors")).isEmpty();
    }

    @Test
    @Tag("G46")
    void ofTwoWhoWouldCloseACircleBetweenThemOneIsRefused() throws Exception {
        var first = ThePlan.of("OLD-A", Locality.OLDHAM).made("2021-06-09", "");
        var second = ThePlan.of("OLD-B", Locality.OLDHAM).made("2021-06-09", "");
        var sheet = "reference,version,title,predecessors\n%s,0,A,%s 0\n";
        first.sends("title,forecast\nA,2021-07\n");
        second.sends("title,forecast\nA,2021-07\n");

        var answers =
                AtOnce.<Integer>call(
                        2,
                        List.of(
                                () -> waits(first, second, sheet),
                                () -> waits(second, first, sheet)));

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
    }

    private static int waits(ThePlan plan, ThePlan other, String sheet) {
        return plan.secretary
                .postCsv(
                        "/plans/%s/milestones".formatted(plan.reference),
                        sheet.formatted(plan.milestone(1), other.milestone(1)))
                .extract()
                .statusCode();
    }

    @Test
    @Tag("G46")
    void anotherPlacesPlanIsNotThere() {
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);

        rochdale.get("/plans/" + oldham.reference).statusCode(404);
        rochdale.get("/milestones/" + reviews).statusCode(404);
        rochdale.post("/milestones/%s/start".formatted(reviews), "{}").statusCode(404);
        var theirs = ThePlan.of("ROC", Locality.ROCHDALE).made("2021-06-09", "");
        rochdale.post(
                        "/plans/%s/milestones".formatted(theirs.reference),
                        "{\"title\": \"A\", \"predecessors\": [{\"milestone\": \"%s\"}]}"
                                .formatted(reviews))
                .statusCode(404);
        rochdale.get("/plans?locality=E08000004")
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    private ValidatableResponse moves(String query, String forecast) {
        return oldham.secretary
                .does(
                        "/milestones/%s/forecast%s".formatted(reviews, query),
                        """
                        {"forecast": "%s", "reason": "Leave of reviewers",
                         "effectiveOn": "2021-06-16"}
                        """
                                .formatted(forecast))
                .statusCode(200);
    }

    private static Stream<String> named(String area, List<String> titles) {
        return titles.stream()
                .map("{\"area\": \"%s\", \"title\": \"%%s\"}".formatted(area)::formatted);
    }
}
