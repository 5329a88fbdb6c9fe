package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.story.Manchester;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The action plan and the Master Plan of Rochdale in May 2018 (*Twelve Month Review*, 4.1.6 and
/// 5), told of a board of its own.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RochdalePlanTest {

    private static final String SCF = "Single Commissioning Function";
    private static final String LCO = "Development of Local Care Organisation";
    private static final String FSM = "Development of Family Services Model";
    private static final String DELIVERY = "Delivery of Transformation";

    @Inject AgroalDataSource database;

    private Manchester manchester;

    @BeforeEach
    void thereIsABoard() {
        manchester = Manchester.in2014();
    }

    @Test
    @Tag("G41")
    void anActionPlanCountsWhatIsOpenClosedDueOverdueOngoingAndUndated() {
        var plan = makes("AP", List.of(SCF, LCO, FSM, DELIVERY));
        manchester
                .secretary
                .postCsv("/actions", sheet())
                .statusCode(200)
                .body("added", equalTo(31));

        assertThat(counts(plan, "2018-05-14", "counts")).isEqualTo(List.of(21, 10, 9, 0, 11, 1));
        assertThat(counts(plan, "2018-07-01", "counts")).isEqualTo(List.of(21, 10, 5, 4, 11, 1));
        assertThat(counts(plan, "2018-10-01", "counts")).isEqualTo(List.of(21, 10, 0, 9, 11, 1));
        assertThat(counts(plan, "2018-05-13", "counts")).isEqualTo(List.of(0, 10, 0, 0, 0, 0));
        assertThat(counts(plan, "2018-05-14", "areas.find { it.number == 2 }.counts"))
                .isEqualTo(List.of(5, 4, 2, 0, 2, 1));
        assertThat(
                        read(plan, "/actions?on=2018-05-14")
                                .getList("areas[3].actions.workArea", String.class))
                .hasSize(7)
                .contains("Assurance and monitoring", "Communication");
        assertThat(read(plan, "/findings?on=2018-05-14").getList("items")).isEmpty();
    }

    @Test
    @Tag("G41")
    void theAreaOfAnActionGoesOutAndComesBackInItsSpreadsheet() {
        var plan = makes("AP", List.of(SCF));
        manchester.secretary.does(
                "/actions",
                """
                {"title": "Develop and agree Scheme of Delegation", "post": "Chair", "body": "%s",
                 "area": "%s", "workArea": "Governance"}
                """
                        .formatted(manchester.board, SCF));
        var csv = manchester.secretary.read("/actions?body=" + manchester.board, "text/csv");
        assertThat(csv).contains(SCF + ",Governance");

        manchester
                .secretary
                .postCsv("/actions", csv.replace("," + SCF + ",Governance,", "," + LCO + ",,"))
                .body("changed", equalTo(1));
        manchester
                .secretary
                .get("/actions/%s-A-1".formatted(manchester.board))
                .body("area", equalTo(LCO))
                .body("workArea", equalTo(null));
        var told = Told.of(database, action("id")).stream().map(one -> one.data()).toList();
        assertThat(told.getFirst().getString("area")).isEqualTo(SCF);
        assertThat(told.getLast().getString("area")).isEqualTo(LCO);
        assertThat(told.getLast().getString("bodyId"))
                .isNotNull()
                .isEqualTo(
                        Told.of(database, read(plan, "").getString("id"))
                                .getFirst()
                                .data()
                                .getString("bodyId"));
        manchester
                .secretary
                .post(
                        "/actions",
                        "{\"title\": \"A\", \"post\": \"Chair\", \"body\": \"%s\", \"workArea\": \"B\"}"
                                .formatted(manchester.board))
                .statusCode(422)
                .body("code", equalTo("WORK_AREA_OF_NO_AREA"))
                .body("workArea", equalTo("B"));
    }

    private String action(String what) {
        return manchester
                .secretary
                .get("/actions/%s-A-1".formatted(manchester.board))
                .extract()
                .path(what);
    }

    @Test
    @Tag("G44")
    void theMasterPlanHasSevenAreasAndSaysWhichAreEmptyOrStandTwice() {
        var plan =
                makes(
                        "MP",
                        List.of(
                                "Strategic commissioning function development",
                                "LCO development",
                                "Transformation delivery",
                                "Family Services Model development",
                                "Governance milestones",
                                "Greater Manchester Themes",
                                "North East Sector"));
        manchester
                .secretary
                .postCsv(
                        "/plans/%s/milestones".formatted(plan),
                        """
                        title,area,forecast,plannedOn
                        Sub-governance arrangements,Strategic commissioning function development,2018-07,2018-05-14
                        Gateway 3,LCO development,2018-09,2018-05-14
                        Completion of TPIs,Transformation delivery,2018-09,2018-05-14
                        Shadow year,4,2018/19-Q4,2018-05-14
                        Scheme of Delegation,governance milestones,,2018-05-14
                        """)
                .statusCode(200)
                .body("planned", equalTo(5));

        assertThat(read(plan, "").getList("areas")).hasSize(7);
        var findings = read(plan, "/findings?on=2018-05-14");
        assertThat(findings.getList("items.findAll { it.kind == 'AREA_EMPTY' }.area"))
                .containsExactly("Greater Manchester Themes", "North East Sector");
        assertThat(findings.getList("items.findAll { it.kind == 'UNDATED' }.milestones"))
                .containsExactly(List.of(plan + "-M5"));

        manchester
                .secretary
                .does(
                        "/plans/%s/areas".formatted(plan),
                        "{\"areas\": [{\"title\": \"LCO Development\"}]}")
                .body("areas", hasSize(8));
        var after = read(plan, "/findings?on=2018-05-14");
        assertThat(after.getList("items.findAll { it.kind == 'AREA_TWICE' }.inWords"))
                .containsExactly("\"LCO development\" stands there 2 times: as areas 2, 8");
        manchester
                .secretary
                .post(
                        "/plans/%s/milestones".formatted(plan),
                        "{\"title\": \"Gateway 4\", \"area\": \"LCO development\"}")
                .statusCode(422)
                .body("code", equalTo("AREA_AMBIGUOUS"))
                .body("numbers", equalTo(List.of(2, 8)));
        assertThat(manchester.secretary.read("/plans/%s/milestones".formatted(plan), "text/csv"))
                .contains("Gateway 3,2,");
    }

    private String makes(String name, List<String> areas) {
        var reference = "%s-%s".formatted(manchester.board, name);
        manchester.secretary.does(
                "/plans",
                """
                {"reference": "%s", "title": "A plan", "body": "%s", "madeOn": "2018-05-14",
                 "areas": [%s]}
                """
                        .formatted(
                                reference,
                                manchester.board,
                                areas.stream()
                                        .map("{\"title\": \"%s\"}"::formatted)
                                        .collect(Collectors.joining(","))));
        return reference;
    }

    /// Twenty-one open and ten closed, as many in each area and of each date as the review has.
    private String sheet() {
        var open =
                Stream.of(
                        row(SCF, "Strategic and Tactical Commissioning", "2018-07,MONTH", 1),
                        row(SCF, "Strategic and Tactical Commissioning", "2018-06,MONTH", 3),
                        row(SCF, "Strategic and Tactical Commissioning", ",ONGOING", 2),
                        row(SCF, "Governance", ",ONGOING", 1),
                        row(SCF, "Contractual arrangements and scope", ",ONGOING", 1),
                        row(LCO, "Contractual arrangements and scope", "2018-09,MONTH", 2),
                        row(LCO, "Contractual arrangements and scope", ",ONGOING", 1),
                        row(LCO, "Contractual arrangements and scope", ",UNDATED", 1),
                        row(LCO, "Organisational Development Programme", ",ONGOING", 1),
                        row(FSM, "Contracting Assurance and monitoring", ",ONGOING", 1),
                        row(DELIVERY, "Assurance and monitoring", ",ONGOING", 3),
                        row(DELIVERY, "Assurance and monitoring", "2018-06,MONTH", 1),
                        row(DELIVERY, "Assurance and monitoring", "2018-09,MONTH", 2),
                        row(DELIVERY, "Communication", ",ONGOING", 1));
        var closed = Stream.of(done(SCF, 4), done(LCO, 4), done(FSM, 2));
        return Stream.concat(open, closed)
                .flatMap(rows -> rows)
                .collect(
                        Collectors.joining(
                                "\n",
                                "title,body,post,area,workArea,dueOn,precision,state,note,givenOn\n",
                                "\n"));
    }

    private Stream<String> row(String area, String workArea, String due, int count) {
        return rows("%s,%s,%s,,,2018-05-14".formatted(area, workArea, due), count);
    }

    private Stream<String> done(String area, int count) {
        return rows("%s,,,UNDATED,COMPLETE,Agreed,2018-04-01".formatted(area), count);
    }

    private Stream<String> rows(String rest, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        _ ->
                                "An action,%s,Programme Director,%s"
                                        .formatted(manchester.board, rest));
    }

    private List<Integer> counts(String plan, String on, String path) {
        var counts = read(plan, "/actions?on=" + on).getMap(path, String.class, Integer.class);
        return Stream.of("open", "closed", "due", "overdue", "ongoing", "undated")
                .map(counts::get)
                .toList();
    }

    private JsonPath read(String plan, String what) {
        return manchester
                .secretary
                .get("/plans/%s%s".formatted(plan, what))
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
