package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The phases of Bury's shadow integrated commissioning of 2016 to 2018 (the Project Initiation
/// Document, 5 to 7): 24 activities and five of due diligence, and two phases of which nothing is
/// said.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BuryPlanTest {

    private static final String PHASES =
            """
            "areas": [
              {"title": "September to October 2016", "kind": "PHASE", "beginsOn": "2016-09-01", "endsOn": "2016-10-31"},
              {"title": "Due diligence", "partOf": "1"},
              {"title": "November to December 2016", "kind": "PHASE", "beginsOn": "2016-11-01", "endsOn": "2016-12-31"},
              {"title": "January to March 2017", "kind": "PHASE", "beginsOn": "2017-01-01", "endsOn": "2017-03-31"},
              {"title": "1 April 2017", "kind": "PHASE", "beginsOn": "2017-04-01", "endsOn": "2017-04-01"},
              {"title": "April to September 2017", "kind": "PHASE", "beginsOn": "2017-04-01", "endsOn": "2017-09-30"},
              {"title": "October 2017 to March 2018", "kind": "PHASE", "beginsOn": "2017-10-01", "endsOn": "2018-03-31"}]
            """;
    private static final Map<Integer, List<String>> ACTIVITIES =
            Map.of(
                    1,
                    List.of(
                            "Programme structure and work groups",
                            "Initial organisational form",
                            "Board/Cabinet sign off to develop arrangements",
                            "Stakeholder Communication Plan",
                            "Quick wins workshops",
                            "Scope, priorities and outcomes",
                            "Partnership principles and outcomes",
                            "Functions required",
                            "Map constraints and opportunities",
                            "Governance and Due Diligence programme",
                            "Commence consultation",
                            "Transformation fund bid"),
                    2,
                    List.of(
                            "Complete financial audit",
                            "Identify required decisions/structures",
                            "Identify legal issues and solutions",
                            "Identify risk and reward arrangements",
                            "Identify changes to SFIs, constitution, interim arrangements"),
                    3,
                    List.of(
                            "Draft timelines and criteria for pooling and aligning budgets",
                            "Consider future contractual forms",
                            "Establish integrated meeting structures",
                            "Formal consultation with CCG staff"),
                    4,
                    List.of(
                            "Conclude formal consultation",
                            "Commence integration of key functions",
                            "Complete draft partnership and s75 agreements",
                            "Plan and timetable for Board and Cabinet approval",
                            "Communications",
                            "Complete all enablers for Day 1"),
                    6,
                    List.of(
                            "Review and disaggregation of existing resources",
                            "Commence planning for integration of key departments"));
    private static final Map<Integer, String> BY =
            Map.of(1, "2016-10", 2, "2016-10", 3, "2016-12", 4, "2017-03", 6, "2017-09");

    @Test
    @Tag("G45")
    void twentyFourActivitiesAndFiveOfDueDiligenceLoadAndEmptyPhasesAreFlagged() {
        var bury = ThePlan.of("BUR-PID", Locality.BURY).made("2016-09-01", PHASES);

        var sent =
                bury.sends(
                        IntStream.of(1, 2, 3, 4, 6)
                                .boxed()
                                .flatMap(
                                        phase ->
                                                ACTIVITIES.getOrDefault(phase, List.of()).stream()
                                                        .map(
                                                                title ->
                                                                        "\"%s\",%d,%s,2016-09-01"
                                                                                .formatted(
                                                                                        title,
                                                                                        phase,
                                                                                        BY.get(
                                                                                                phase))))
                                .collect(
                                        Collectors.joining(
                                                "\n", "title,area,forecast,plannedOn\n", "\n")));

        assertThat(sent.getInt("planned")).isEqualTo(29);
        assertThat(bury.shows("?on=2016-09-01").getList("areas.milestones"))
                .containsExactly(17, 5, 4, 6, 0, 2, 0);
        assertThat(
                        bury.shows("/findings?on=2016-09-01")
                                .getList("items.findAll { it.kind == 'AREA_EMPTY' }.area"))
                .containsExactly("1 April 2017", "October 2017 to March 2018");
        assertThat(bury.shows("/milestones?area=1&on=2016-11-01&overdue=true").getList("items"))
                .hasSize(17);
        assertThat(bury.shows("/milestones?area=Due%20diligence").getList("items")).hasSize(5);
        assertThat(bury.shows("/quarters?year=2017/18&on=2016-09-01").getList("items.nothingDue"))
                .containsExactly(true, false, true, true);
    }

    @Test
    @Tag("G45")
    void aPhaseThatEndsBeforeItBeginsIsRefused() {
        var bury = ThePlan.of("BUR-PID", Locality.BURY).made("2016-09-01", "");

        bury.secretary
                .post(
                        "/plans/%s/areas".formatted(bury.reference),
                        """
                        {"areas": [{"title": "Phase", "kind": "PHASE", "beginsOn": "2017-04-01",
                                    "endsOn": "2017-03-31"}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_BEGINS"))
                .body("area", equalTo("Phase"))
                .body("beginsOn", equalTo("2017-04-01"))
                .body("endsOn", equalTo("2017-03-31"));
        assertThat(bury.shows("").getList("areas")).isEmpty();
    }
}
