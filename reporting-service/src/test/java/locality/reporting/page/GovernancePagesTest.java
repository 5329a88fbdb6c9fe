package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DisputeChanged;
import locality.platform.event.BoardEvent.ForwardPlanChanged;
import locality.platform.event.BoardEvent.PaperPublished;
import locality.platform.event.BoardEvent.RecommendationChanged;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.GovernanceEvent.BodyRelated;
import locality.platform.event.GovernanceEvent.SeatChanged;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GovernancePagesTest {

    private static final Locality PLACE = Locality.ROCHDALE;
    private static final String PATH = "/localities/E08000005/governance";
    private static final Facts FACTS = new Facts(PLACE);
    private static final UUID CABINET = Ids.next();
    private static final UUID BOARD = Ids.next();
    private static final UUID OLD_MEETING = Ids.next();
    private static final UUID PANEL = Ids.next();
    private static final UUID DECISION = Ids.next();

    @BeforeAll
    static void rochdaleIn2018() {
        try (var governance = Topics.of("governance")) {
            var taken = FACTS.decision(DECISION, "Integrated Commissioning Board", "IN_EFFECT");
            governance.tell(
                    body(CABINET, "Cabinet", "ESTABLISHED", "2013-04-01"),
                    body(BOARD, "Integrated Commissioning Board", "SHADOW", "2017-06-01"),
                    body(BOARD, "Integrated Commissioning Board", "ESTABLISHED", "2017-11-01"),
                    body(OLD_MEETING, "Council leadership meeting", "ESTABLISHED", "2013-04-01"),
                    body(OLD_MEETING, "Council leadership meeting", "DISSOLVED", "2018-02-01"),
                    body(PANEL, "Clinical Panel", "ESTABLISHED", "2018-04-01"),
                    related(BOARD, "ACCOUNTABLE_TO", CABINET, "2017-11-01"),
                    related(PANEL, "ADVISES", BOARD, "2018-04-01"),
                    seat(PANEL, "CHAIR", "VACANT", "2018-04-01"),
                    seat(PANEL, "CHAIR", "FILLED", "2018-07-01"),
                    seat(PANEL, "GP", "FILLED", "2018-04-01", "2018-12-31"),
                    taken,
                    new DecisionChanged(
                            DECISION,
                            taken.reference(),
                            "RESCINDED",
                            "Decided anew",
                            null,
                            PLACE,
                            LocalDate.of(2018, 6, 1),
                            Facts.STATED),
                    new ActionChanged(
                            Ids.next(),
                            "RCH-A-1",
                            "Agree delegations below the board",
                            "Programme Director",
                            null,
                            LocalDate.of(2018, 6, 30),
                            "OPEN",
                            null,
                            DECISION,
                            PLACE,
                            LocalDate.of(2018, 5, 14),
                            Facts.STATED,
                            null,
                            null),
                    action("RCH-A-2", "Second"),
                    action("RCH-A-3", "Third"),
                    action("RCH-A-4", "Fourth"),
                    action("RCH-A-5", "Fifth"),
                    planned("RCH-FP-1", "Outcomes framework", "2018-06-12"),
                    new RecommendationChanged(
                            Ids.next(),
                            "RCH-R-1",
                            "NOTE",
                            "Note the progress",
                            BOARD,
                            "ACCEPTED",
                            DECISION,
                            PLACE,
                            LocalDate.of(2018, 5, 14),
                            Facts.STATED),
                    new DisputeChanged(
                            Ids.next(),
                            "RCH-D-1",
                            "Who pays for delayed transfers",
                            List.of("01D", "E08000005"),
                            BOARD,
                            "REFERRED",
                            null,
                            PLACE,
                            LocalDate.of(2018, 5, 1),
                            Facts.STATED),
                    new PaperPublished(
                            Ids.next(),
                            "RCH-P-1",
                            "Twelve Month Review",
                            taken.meetingId() == null ? Ids.next() : taken.meetingId(),
                            1,
                            true,
                            null,
                            PLACE,
                            LocalDate.of(2018, 5, 7),
                            Facts.STATED));
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        Reports.dashboardAfter(PLACE, 22);
    }

    @Test
    @Tag("G1")
    void showsTheStructureAsItStoodOnADay() {
        assertThat(tree("2018-05-14"))
                .contains("Cabinet", "Integrated Commissioning Board", "Clinical Panel")
                .doesNotContain("Council leadership meeting");
        assertThat(tree("2017-07-01"))
                .contains("Council leadership meeting", "Integrated Commissioning Board")
                .doesNotContain("Clinical Panel");
        assertThat(page("2017-07-01").select(".tree__body--SHADOW .tree__name").eachText())
                .containsExactly("Integrated Commissioning Board");
        assertThat(page("2018-05-14").select(".tree > li > ul .tree__name").eachText())
                .containsExactly("Integrated Commissioning Board");
        assertThat(page("2018-05-14").select(".tree").text())
                .contains("Advises Integrated Commissioning Board")
                .contains("2 seats, 1 vacant");
    }

    @Test
    void namesWhoIsToActByThePostOrElseByTheOrganisation() {
        assertThat(
                        page("2018-05-14")
                                .select("#actions ~ .scroll tbody tr td:nth-child(2)")
                                .eachText())
                .containsExactlyInAnyOrder("Programme Director", "01D", "01D", "01D", "01D");
    }

    @Test
    @Tag("G7")
    void listsTheSeatsThatStoodVacantThatDay() {
        assertThat(page("2018-05-14").select("#vacancies ~ .scroll tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("CHAIR", "Clinical Panel", "1 April 2018");
        assertThat(page("2018-07-02").select("#vacancies ~ .scroll tbody tr")).isEmpty();
    }

    @Test
    @Tag("G7")
    void aSeatStandsVacantAfterTheLastDayOfWhoeverFilledIt() {
        assertThat(page("2018-12-31").select("#vacancies ~ .scroll tbody tr")).isEmpty();
        assertThat(page("2019-01-01").select("#vacancies ~ .scroll tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("GP", "Clinical Panel", "1 January 2019");
    }

    @Test
    void showsNothingThatBeganLater() {
        var page = page("2018-05-10");

        assertThat(page.select("#actions ~ .scroll tbody tr")).isEmpty();
        assertThat(page.select("#recommendations ~ .scroll tbody tr")).isEmpty();
        assertThat(page("2018-05-14").select("#actions ~ .scroll tbody tr")).hasSize(5);
    }

    @Test
    @Tag("G22")
    void tellsADecisionWithWhatFollowedAndWhatBecameOfIt() {
        var decision = page("2018-07-02").expectFirst("#decisions ~ .scroll tbody tr").text();

        assertThat(decision)
                .contains("Rescinded", "Decided anew, 1 June 2018")
                .contains("Agree delegations below the board (open)")
                .contains("Third (open)", "and 2 more actions")
                .doesNotContain("Fourth");
    }

    @Test
    @Tag("G18")
    void saysWhatWaitsOnTheDay() {
        assertThat(page("2018-05-14").select(".attention__item").eachText())
                .containsExactly(
                        "Vacant 1 seat stands vacant", "Dispute 1 dispute is not resolved");
        assertThat(page("2018-07-02").select(".attention__item").eachText())
                .containsExactly(
                        "Overdue 1 action is past its day",
                        "Late 1 matter of the forward plan is past its day",
                        "Dispute 1 dispute is not resolved");
    }

    @Test
    void sharesOneAnswerWithPrograms() {
        var api =
                Reports.get(
                                "/api/reporting/v1/localities/E08000005/governance?on=2018-05-14",
                                PLACE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        var twin =
                JsonPath.from(
                        given().auth()
                                .oauth2(Tokens.of("viewer").in(PLACE))
                                .accept("application/json")
                                .get(PATH + "?on=2018-05-14")
                                .asString());

        assertThat(twin.getMap("")).isEqualTo(api.getMap(""));
        assertThat(api.getList("structure.name")).containsExactly("Cabinet", "Clinical Panel");
        assertThat(api.getString("recommendations[0].outcome")).isEqualTo("ACCEPTED");
    }

    @Test
    void canBeReadByAScreenReader() {
        var page = page("2018-05-14");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("label[for=on]")).hasSize(1);
        assertThat(page.select("table:not(:has(caption))")).isEmpty();
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (var link : page.select(".attention a").eachAttr("href")) {
            assertThat(page.select(link)).as(link).hasSize(1);
        }
    }

    @Test
    void saysWhatWouldBeHereWhenThereIsNothing() {
        var page = html("/localities/E08000009/governance?on=2014-05-14", Locality.TRAFFORD);

        assertThat(page.select(".govuk-inset-text").eachText())
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).startsWith("Here will be"));
    }

    @Test
    void givesItsTablesToASpreadsheet() {
        for (var table :
                List.of(
                        "bodies",
                        "vacancies",
                        "forward-plan",
                        "decision-log",
                        "actions",
                        "recommendations",
                        "disputes")) {
            var csv =
                    Reports.get(PATH + "/" + table + ".csv?on=2018-05-14", PLACE)
                            .then()
                            .statusCode(200)
                            .contentType("text/csv")
                            .extract()
                            .asString();
            assertThat(csv.lines().count()).as(table).isGreaterThan(1);
        }
    }

    private static List<String> tree(String on) {
        return page(on).select(".tree__name").eachText();
    }

    private static Document page(String on) {
        return html(PATH + "?on=" + on, PLACE);
    }

    private static Document html(String path, Locality place) {
        return Jsoup.parse(
                given().auth()
                        .oauth2(Tokens.of("viewer").in(place))
                        .accept("text/html")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static BodyChanged body(UUID id, String name, String state, String from) {
        return new BodyChanged(
                id,
                name.replace(' ', '-'),
                name,
                "COMMITTEE",
                "LOCALITY",
                state,
                null,
                PLACE,
                LocalDate.parse(from),
                Facts.STATED,
                null,
                null,
                null);
    }

    private static BodyRelated related(UUID body, String kind, UUID to, String from) {
        return new BodyRelated(
                body, "-", kind, to, "-", PLACE, LocalDate.parse(from), null, Facts.STATED);
    }

    private static SeatChanged seat(UUID body, String seat, String state, String from) {
        return seat(body, seat, state, from, null);
    }

    private static SeatChanged seat(
            UUID body, String seat, String state, String from, @Nullable String lastDay) {
        return new SeatChanged(
                body,
                "-",
                seat,
                seat,
                true,
                null,
                state,
                PLACE,
                LocalDate.parse(from),
                lastDay == null ? null : LocalDate.parse(lastDay),
                Facts.STATED);
    }

    private static ActionChanged action(String reference, String title) {
        return new ActionChanged(
                Ids.next(),
                reference,
                title,
                null,
                "01D",
                null,
                "OPEN",
                null,
                DECISION,
                PLACE,
                LocalDate.of(2018, 5, 14),
                Facts.STATED,
                null,
                null);
    }

    private static ForwardPlanChanged planned(String reference, String title, String expected) {
        return new ForwardPlanChanged(
                Ids.next(),
                reference,
                title,
                BOARD,
                "Integrated Commissioning Board",
                true,
                "PLANNED",
                LocalDate.parse(expected),
                null,
                PLACE,
                LocalDate.of(2018, 4, 1),
                Facts.STATED);
    }
}
