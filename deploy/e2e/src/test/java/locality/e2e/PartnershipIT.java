package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of the partnerships of four localities over time: what they agree, what
/// passes to whom, how they are judged, what may go wrong, and what is to be reached by when.
class PartnershipIT {

    private static RunningSuite suite;
    private static Secretary manchester;
    private static Secretary rochdale;
    private static Secretary bury;
    private static Secretary oldham;

    @BeforeAll
    static void theDemoIsLoaded() throws Exception {
        suite = new RunningSuite();
        var loading = suite.loadDemo();
        assertThat(loading.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(loading.exitValue()).as("target/suite/demo.log says what failed").isZero();
        manchester = Secretary.of(suite, "E08000003");
        rochdale = Secretary.of(suite, "E08000005");
        bury = Secretary.of(suite, "E08000002");
        oldham = Secretary.of(suite, "E08000004");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    @Tag("G41")
    void rochdalesActionPlanHas21OpenAnd10ClosedActionsAndNineAreOverdueInOctober() {
        assertThat(rochdale.get("/plans/RCH-ACTION-PLAN/actions?on=2018-05-14").getMap("counts"))
                .containsOnly(
                        entry("open", 21),
                        entry("closed", 10),
                        entry("due", 9),
                        entry("overdue", 0),
                        entry("ongoing", 11),
                        entry("undated", 1));
        var october = rochdale.get("/plans/RCH-ACTION-PLAN/actions?on=2018-10-01");
        assertThat(october.getInt("counts.open")).isEqualTo(21);
        assertThat(october.getInt("counts.overdue")).isEqualTo(9);
        assertThat(october.<Integer>getList("areas.counts.open")).containsExactly(8, 5, 1, 7);
        assertThat(october.<Integer>getList("areas.counts.closed")).containsExactly(4, 4, 2, 0);
    }

    @Test
    @Tag("G32")
    @Tag("G33")
    void gatewayTwoPassedWithConditionsAndGatewayThreeEndsWithSeptember() {
        var gateways = rochdale.get("/gateways?contract=RCH-LCO-CONTRACT&on=2018-05-14");
        assertThat(gateways.<String>getList("items.beginsOn"))
                .containsExactly(
                        "2017-10-01", "2018-04-01", "2018-10-01", "2019-04-01", "2019-10-01");
        assertThat(gateways.<String>getList("items.endsOn"))
                .containsExactly(
                        "2018-03-31", "2018-09-30", "2019-03-31", "2019-09-30", "2020-03-31");

        var second = rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2?on=2018-03-31");
        assertThat(second.getString("state")).isEqualTo("PASSED_WITH_CONDITIONS");
        assertThat(second.getString("dueDiligence")).isEqualTo("RCH-LCO-DD-GW2");
        assertThat(second.getString("decision")).isEqualTo("RCH-ICB-2018-03-27/1");
        assertThat(second.<String>getList("conditions.dueOn")).containsExactly("2018-09-30");
        assertThat(second.<String>getList("items.transfersOn"))
                .hasSize(18)
                .containsOnly("2018-04-01");
        assertThat(rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2?on=2018-05-14").getList("lessons"))
                .hasSize(1);
        assertThat(
                        rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2?on=2018-03-20")
                                .<String>getList("lacks.code"))
                .containsExactly("NO_APPROVAL");
        assertThat(rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-3?on=2018-05-14").getString("state"))
                .isEqualTo("PLANNED");
    }

    @Test
    @Tag("G33")
    void whatPassedGatewayTwoIsInItsContractExactlyOnceOn1April() {
        var scope = "items.findAll { it.state == 'LISTED' }";
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(gatewayTwo().getList(scope))
                                        .as("what the contract answered")
                                        .hasSize(18));
        assertThat(contract("2018-03-31").getList("scope")).isEmpty();
        assertIsThereOnce();

        suite.kill("intervention");
        suite.start("intervention");
        suite.awaitReady("intervention");

        assertIsThereOnce();
        assertThat(gatewayTwo().getList(scope)).hasSize(18);
    }

    private static JsonPath gatewayTwo() {
        return rochdale.get("/gateways/RCH-LCO-CONTRACT-GW-2");
    }

    private static void assertIsThereOnce() {
        var scope = contract("2018-04-01");
        assertThat(scope.<String>getList("scope.state")).hasSize(18).containsOnly("LISTED");
        assertThat(scope.<String>getList("scope.reference"))
                .doesNotHaveDuplicates()
                .contains("CORE-PLUS-2", "TI-01", "TI-17");
        assertThat(scope.<String>getList("scope.findAll { it.kind == 'INTERVENTION' }.title"))
                .hasSize(17)
                .contains(
                        "Primary Care Academy",
                        "Discharge to Assess",
                        "Respiratory in Integrated Neighbourhood Teams",
                        "Transformation intervention 17 of 17 (not named in source)");
    }

    private static JsonPath contract(String on) {
        return new Secretary(suite.url() + "/api/intervention/v1", rochdale.token())
                .get("/contracts/RCH-LCO-CONTRACT?on=" + on);
    }

    @Test
    @Tag("G36")
    @Tag("G37")
    @Tag("G40")
    void theSevenRecommendationsAndBothPeerReviewsAreAsTheReviewHasThem() {
        var recommendations = rochdale.get("/assessments/RCH-LCO-OD-2018?on=2018-05-14");
        assertThat(recommendations.getList("criteria")).hasSize(7);
        assertThat(recommendations.getList("findings.text"))
                .hasSize(7)
                .contains("LCO Development Team in place");
        assertThat(recommendations.getMap("counts.byWord")).containsEntry("IMPLEMENTED", 4);

        var commissioning = rochdale.get("/assessments/RCH-SCF-PR-2018?on=2018-05-14");
        assertThat(commissioning.getString("state")).isEqualTo("DRAFT_SHARED");
        assertThat(commissioning.<String>getList("scale"))
                .containsExactly("EMERGING", "DEVELOPING", "MATURING");
        assertThat(commissioning.getList("criteria.findAll { it.gap }")).isEmpty();
        var organisation = rochdale.get("/assessments/RCH-LCO-PR-2017?on=2018-05-14");
        assertThat(organisation.getList("criteria")).hasSize(4);
        assertThat(organisation.<String>getList("informs")).containsExactly("RCH-LCO-DD-GW2");
    }

    @Test
    @Tag("G27")
    @Tag("G44")
    @Tag("G56")
    @Tag("G58")
    void rochdalesAgreementStrategiesMasterPlanAndEngagementAreKept() {
        var agreement = rochdale.get("/agreements/RCH-LCO-PA?on=2018-05-14");
        assertThat(agreement.getString("state")).isEqualTo("IN_FORCE");
        assertThat(agreement.getString("versions[0].ratifiedOn")).isEqualTo("2018-04-05");
        assertThat(rochdale.get("/agreements/RCH-LCO-PA/seats?on=2018-05-14").getBoolean("match"))
                .isTrue();

        var strategy = rochdale.get("/strategies/RCH-ICS-2018");
        assertThat(strategy.getString("approvedOn")).isEqualTo("2018-02-13");
        assertThat(strategy.getBoolean("contradicted")).isTrue();

        assertThat(rochdale.get("/plans/RCH-MASTER-PLAN?on=2018-05-14").getList("areas"))
                .hasSize(7);
        assertThat(
                        rochdale.get("/plans/RCH-MASTER-PLAN/findings?on=2018-05-14")
                                .<String>getList("items.findAll { it.kind == 'AREA_EMPTY' }.area"))
                .containsExactly("Greater Manchester Themes", "North East Sector");
        assertThat(rochdale.text("/plans/RCH-MASTER-PLAN/calendar.ics"))
                .contains("Plan and implement gateway 3");

        var counts = rochdale.get("/engagements/counts?locality=E08000005&by=YEAR");
        assertThat(
                        counts.<Integer>getList(
                                "items.findAll { it.kind == 'EVENT' && it.audience == 'PUBLIC'"
                                        + " }.count"))
                .containsExactly(4);
        assertThat(
                        counts.<Integer>getList(
                                "items.findAll { it.period == '2018/19' && it.kind == 'BRIEFING'"
                                        + " }.count"))
                .containsExactly(2);
    }

    @Test
    @Tag("G46")
    @Tag("G47")
    @Tag("G53")
    @Tag("G55")
    void oldhamsTimelineHasItsWorkstreamsDesignAreasObjectivesAndInterdependencies() {
        var plan = oldham.get("/plans/OLD-ICS?on=2021-06-09");
        assertThat(plan.<String>getList("areas.findAll { it.kind == 'WORKSTREAM' }.title"))
                .containsExactly("System development", "Provider delivery design");
        assertThat(plan.getList("areas.findAll { it.partOf == 3 }")).hasSize(5);
        assertThat(plan.getList("areas.findAll { it.partOf == 9 }")).hasSize(5);
        assertThat(plan.getList("objectives")).hasSize(12);
        assertThat(dependencies(plan, "System development")).hasSize(8);
        assertThat(dependencies(plan, "Provider delivery design")).hasSize(10);
        assertThat(
                        plan.<String>getList(
                                "interdependencies.find { it.title == 'Regulatory changes'"
                                        + " }.sharedWith"))
                .containsExactly("Provider delivery design");

        var timeline = oldham.get("/plans/OLD-ICS/milestones?on=2021-06-09");
        assertThat(timeline.<String>getList("items.forecast"))
                .containsExactly(
                        null, null, "2021-06-11", "2021-06-18", "2021-07", "2021-08", "2021-09");
        assertThat(timeline.<String>getList("items.state"))
                .startsWith("ACHIEVED", "ACHIEVED", "PLANNED");
        assertThat(
                        oldham.get("/plans/OLD-ICS/objectives?on=2021-06-09")
                                .<String>getList("items[3].milestones.reference"))
                .containsExactly("OLD-ICS-M6");
        assertThat(oldham.get("/principles?locality=E08000004&register=DESIGN").getList("items"))
                .hasSize(13);
        assertThat(
                        oldham.get("/register-entries?locality=E08000004&kind=DEPENDENCY")
                                .<String>getList("items.dependsOn.type"))
                .containsExactly("guidance", "guidance", "guidance", "guidance");
    }

    private static List<Object> dependencies(JsonPath plan, String area) {
        return plan.getList("interdependencies.findAll { it.area == '%s' }".formatted(area));
    }

    @Test
    @Tag("G46")
    void aSlipOfTwentyDaysMovesTheAgreementByFiveTheSection75ByTwoAndTheBoardByNone() {
        var twenty = slip("2021-07-08");
        assertThat(twenty.<String>getList("followers.milestone"))
                .containsExactly("OLD-ICS-M5", "OLD-ICS-M6", "OLD-ICS-M7");
        assertThat(twenty.<Integer>getList("followers.days")).containsExactly(5, 2, 0);
        assertThat(twenty.getInt("moved")).isEqualTo(2);
        var fourteen = slip("2021-07-02");
        assertThat(fourteen.getInt("moved")).isZero();
        assertThat(fourteen.<Integer>getList("followers.days")).containsExactly(0, 0, 0);
        assertThat(oldham.get("/milestones/OLD-ICS-M4").getString("forecast"))
                .isEqualTo("2021-06-18");
    }

    private static JsonPath slip(String forecast) {
        return oldham.post(
                "/milestones/OLD-ICS-M4/forecast?dryRun=true",
                """
                {"forecast": "%s", "reason": "Leave of reviewers", "effectiveOn": "2021-06-16"}
                """
                        .formatted(forecast));
    }

    @Test
    @Tag("G46")
    void aScheduleOfMilestonesThatNobodyKeepsIsCalculated() {
        var schedule =
                oldham.post(
                        "/schedules",
                        """
                        {"milestones": [
                          {"id": "Reviews", "forecast": "2021-07-08", "baseline": "2021-06-18"},
                          {"id": "Agreement", "forecast": "2021-07-31",
                           "predecessors": [{"id": "Reviews", "lagDays": 28}]},
                          {"id": "Section 75", "forecast": "2021-08-31", "deadline": "2021-08-31",
                           "predecessors": [{"id": "Agreement", "lagDays": 28}]},
                          {"id": "Board", "forecast": "2021-09-30",
                           "predecessors": [{"id": "Section 75", "lagDays": 0}]}]}
                        """);
        assertThat(schedule.getString("end")).isEqualTo("2021-09-30");
        assertThat(schedule.<String>getList("milestones.early"))
                .containsExactly("2021-07-08", "2021-08-05", "2021-09-02", "2021-09-30");
        assertThat(schedule.<String>getList("milestones.late"))
                .containsExactly("2021-07-06", "2021-08-03", "2021-08-31", "2021-09-30");
        assertThat(schedule.<Integer>getList("milestones.floatDays"))
                .containsExactly(-2, -2, -2, 0);
        assertThat(schedule.<Boolean>getList("milestones.critical"))
                .containsExactly(true, true, true, false);
        assertThat(schedule.getInt("milestones[0].slippageDays")).isEqualTo(20);

        var circle =
                oldham.refused(
                        "/schedules",
                        """
                        {"milestones": [
                          {"id": "A", "forecast": "2021-07-08",
                           "predecessors": [{"id": "B", "lagDays": -3}]},
                          {"id": "B", "forecast": "2021-07-31",
                           "predecessors": [{"id": "A", "lagDays": 3}]}]}
                        """);
        assertThat(circle.getString("code")).isEqualTo("MILESTONES_CIRCULAR");
        assertThat(circle.<String>getList("circle")).contains("A", "B");
    }

    @Test
    @Tag("G28")
    @Tag("G30")
    void oldhamsSection75IsRatifiedByTheEndOfAugustInRetrospectAndItsAgreementIsUnsigned() {
        assertThat(oldham.get("/agreements/OLD-S75-2021?on=2021-08-30").getString("state"))
                .isEqualTo("FOR_RATIFICATION");
        var ratified = oldham.get("/agreements/OLD-S75-2021?on=2021-08-31");
        assertThat(ratified.getString("state")).isEqualTo("IN_FORCE");
        assertThat(ratified.getString("versions[0].ratifiedOn")).isEqualTo("2021-08-31");
        assertThat(ratified.getBoolean("retrospective")).isTrue();
        assertThat(ratified.getInt("versions[0].retrospectiveDays")).isEqualTo(152);

        var agreement = oldham.get("/agreements/OLD-IA?on=2021-06-09");
        assertThat(agreement.getInt("latest")).isEqualTo(5);
        assertThat(agreement.getString("versions[4].state")).isEqualTo("IN_REVIEW");
        var unsigned = oldham.get("/agreements/unsigned-parties?locality=E08000004&on=2021-06-09");
        assertThat(unsigned.getList("items.findAll { it.agreement == 'OLD-IA' }")).hasSize(7);
        assertThat(
                        unsigned.<String>getList(
                                "items.findAll { it.capacity == 'ASSOCIATE' }.organisation"))
                .containsExactlyInAnyOrder("MIOCARE", "OLDVCFS");
    }

    @Test
    @Tag("G31")
    @Tag("G45")
    @Tag("G57")
    void burysProgrammeDocumentIsWorkingAndItsPlanHasEmptyPhases() {
        var document = bury.get("/agreements/BRY-OCO-PID?on=2017-01-26");
        assertThat(document.<String>getList("versions.approval"))
                .containsExactly("NONE", "NONE", "WORKING");
        assertThat(document.getList("versions[2].outstanding.unsigned.flatten()")).hasSize(6);
        assertThat(document.getString("versions[2].reviewOn")).isEqualTo("2017-01-25");
        assertThat(document.getString("versions[2].reviewOnByInterval")).isEqualTo("2017-01-19");
        assertThat(document.getBoolean("versions[2].reviewOverdue")).isTrue();

        var plan = bury.get("/plans/BRY-OCO?on=2016-10-19");
        assertThat(plan.<Integer>getList("areas.milestones")).containsExactly(17, 5, 4, 6, 0, 2, 0);
        assertThat(bury.get("/plans/BRY-OCO/milestones?on=2016-10-19&limit=100").getList("items"))
                .hasSize(24 + 5);
        assertThat(
                        bury.get("/plans/BRY-OCO/findings?on=2016-10-19")
                                .<String>getList("items.findAll { it.kind == 'AREA_EMPTY' }.area"))
                .containsExactly("Day 1 - 1 April 2017", "October 2017 - March 2018");

        var consultation = bury.get("/consultations/BRY-OCO-STAFF?on=2016-10-19");
        assertThat(consultation.getString("stage")).isEqualTo("PLANNED");
        assertThat(consultation.<String>getList("stages.findAll { it.dueOn != null }.dueOn"))
                .containsExactly("2016-10-31", "2016-12-31", "2017-03-31");
    }

    @Test
    @Tag("G42")
    @Tag("G43")
    void burysRisksAndAssumptionsAreUnscoredAndGoToTheJointLeadershipTeamFirst() {
        var entries = bury.get("/register-entries?locality=E08000002&on=2016-10-19&limit=100");
        var sizes =
                Map.of(
                        "it.register == 'Key Risks' && it.kind == 'RISK'", 11,
                        "it.register == 'Assumptions' && it.kind == 'ASSUMPTION'", 7,
                        "it.register == 'Risk Share'", 4);
        sizes.forEach(
                (which, size) ->
                        assertThat(entries.getList("items.findAll { %s }".formatted(which)))
                                .as(which)
                                .hasSize(size));
        assertThat(entries.<Integer>getList("items.residualScore")).containsOnlyNulls();

        var before = bury.get("/register-entries/BRY-RISK-4?on=2016-10-19");
        assertThat(before.<String>getList("escalationPath")).startsWith("BRY-JLT");
        var handedUp = bury.get("/register-entries/BRY-RISK-4?on=2016-10-26");
        assertThat(handedUp.getString("state")).isEqualTo("ESCALATED");
        assertThat(handedUp.getString("body")).isEqualTo("BRY-PMT");
        assertThat(handedUp.getString("escalatedTo")).isEqualTo("BRY-JLT");
        var accepted = bury.get("/register-entries/BRY-RISK-4?on=2016-11-02");
        assertThat(accepted.getString("state")).isEqualTo("OPEN");
        assertThat(accepted.getString("body")).isEqualTo("BRY-JLT");
    }

    @Test
    @Tag("G29")
    @Tag("G48")
    void manchesters24MilestonesWaitForEachOtherAndTheSection75IsSignedTwice() {
        var milestones = manchester.get("/plans/MCR-BCF/milestones?on=2014-05-14&limit=100");
        assertThat(milestones.getList("items")).hasSize(24);
        assertThat(milestones.getList("items.predecessors.flatten()")).hasSize(22);
        assertThat(milestones.<String>getList("items[23].predecessors.milestone"))
                .containsExactly("MCR-BCF-M17", "MCR-BCF-M21", "MCR-BCF-M22", "MCR-BCF-M23");
        assertThat(milestones.<String>getList("items.earlyOn"))
                .isEqualTo(milestones.<String>getList("items.forecastOn"));
        assertThat(
                        manchester
                                .get("/plans/MCR-BCF/findings?on=2014-05-14")
                                .<List<String>>getList(
                                        "items.findAll { it.kind == 'MILESTONE_TWICE'"
                                                + " }.milestones"))
                .containsExactly(List.of("MCR-BCF-M18", "MCR-BCF-M23"));

        Map.of(
                        "2014-07-01", "DRAFT",
                        "2015-01-20", "FOR_RATIFICATION",
                        "2015-03-31", "RATIFIED",
                        "2015-04-01", "IN_FORCE")
                .forEach(
                        (day, state) ->
                                assertThat(
                                                manchester
                                                        .get("/agreements/MCR-S75?on=" + day)
                                                        .getString("state"))
                                        .as(day)
                                        .isEqualTo(state));
    }

    @Test
    @Tag("G39")
    void capitalCostsIsTheOnlyKnownRedOf36ConditionsAndTheAnalysisHas30Findings() {
        var conditions = manchester.get("/assessments/MCR-BCF-NHSE-2014?on=2014-03-14");
        assertThat(conditions.<String>getList("criteria.domain.unique()")).hasSize(10);
        assertThat(conditions.getList("criteria")).hasSize(36);
        assertThat(conditions.<String>getList("criteria.findAll { it.red }.title"))
                .containsExactly("Capital costs");
        assertThat(conditions.getInt("counts.unknown")).isEqualTo(35);
        assertThat(conditions.<String>getList("criteria.findAll { it.gap }.title"))
                .containsExactly("Capital costs");

        assertThat(
                        manchester
                                .get("/assessments/MCR-BCF-SWOT-2014?on=2014-03-14")
                                .<String, Integer>getMap("findingsByKind"))
                .contains(
                        entry("STRENGTH", 8),
                        entry("WEAKNESS", 8),
                        entry("OPPORTUNITY", 9),
                        entry("THREAT", 5));
    }

    @Test
    @Tag("G35")
    @Tag("G49")
    void threePrioritiesOf2016HaveNoBaselinedPlanAndTheTransactionTakes18Weeks() {
        assertThat(
                        manchester
                                .get("/priorities?locality=E08000003&baselined=false&on=2016-06-30")
                                .<String>getList("items.priority"))
                .containsExactly(
                        "Primary Care",
                        "Learning Disability",
                        "Transforming Home Care and Residential Care");
        assertThat(
                        manchester
                                .get("/priorities?locality=E08000003&baselined=true&on=2016-06-30")
                                .getList("items"))
                .hasSize(6);

        var transaction = manchester.get("/gateways/MCR-MMHSCT-GW-2");
        assertThat(transaction.getString("beginsOn")).isEqualTo("2016-05-16");
        assertThat(transaction.getString("endsOn")).isEqualTo("2016-09-19");
        assertThat(transaction.getString("endProvenance.kind")).isEqualTo("DERIVED");
    }
}
