package locality.governance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plans over HTTP: what they refuse, their list and their feed.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PlanResourceTest {

    private Manchester manchester;
    private ThePlan plan;

    @BeforeEach
    void thereIsAPlan() {
        manchester = Manchester.in2014();
        plan =
                ThePlan.of("MCR-PLAN", Locality.MANCHESTER)
                        .made("2014-05-14", "\"areas\": [{\"title\": \"Finance\"}]");
    }

    @Test
    @Tag("G44")
    void aPlanIsOfABodyOrOfAPlaceAndHasAReferenceOfItsOwn() {
        makes("\"title\": \"A plan\", \"locality\": \"E08000003\"", plan.reference)
                .statusCode(409)
                .body("code", equalTo("PLAN_REFERENCE_TAKEN"))
                .body("reference", equalTo(plan.reference));
        makes("\"title\": \"A plan\"", plan.reference + "-2")
                .statusCode(422)
                .body("code", equalTo("PLAN_OF_NO_PLACE"));
        makes("\"title\": \"A plan\", \"body\": \"NO-SUCH\"", plan.reference + "-2")
                .statusCode(404);
        makes("\"title\": \"A plan\", \"locality\": \"E08000005\"", plan.reference + "-2")
                .statusCode(404);
        makes(
                        "\"title\": \"Ask a.b@example.org\", \"locality\": \"E08000003\"",
                        plan.reference + "-2")
                .statusCode(422)
                .body("code", equalTo("PERSONAL_DATA"))
                .body("field", equalTo("title"));
        makes(
                        "\"title\": \"A\", \"locality\": \"E08000003\", \"madeOn\": \"2999-01-01\"",
                        plan.reference + "-2")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("madeOn"));
        makes(
                        "\"title\": \"A\", \"body\": \"%s\", \"locality\": \"E08000005\""
                                .formatted(manchester.board),
                        plan.reference + "-2")
                .statusCode(422)
                .body("code", equalTo("BODY_OF_ANOTHER_PLACE"))
                .body("body", equalTo(manchester.board))
                .body("bodyOf", equalTo("E08000003"))
                .body("planOf", equalTo("E08000005"));
        makes(
                        "\"title\": \"A\", \"body\": \"%s\"".formatted(manchester.board),
                        plan.reference + "-2")
                .statusCode(201)
                .body("body", equalTo(manchester.board))
                .body("locality", equalTo("E08000003"));

        manchester
                .secretary
                .get("/plans?limit=1000&body=" + manchester.board)
                .body("items.reference", contains(plan.reference + "-2"))
                .body("items[0].areas", empty());
        manchester
                .secretary
                .get("/plans?limit=1000&locality=E08000003")
                .body("items.reference", hasItem(plan.reference));
        assertThat(manchester.secretary.read("/plans", "text/csv"))
                .startsWith("reference,version,title,body,locality,madeOn")
                .contains(plan.reference + ",0,Plan ");
    }

    @Test
    @Tag("G44")
    void aSpreadsheetOfPlansIsEditedAndSentBack() {
        var header = "reference,version,title,body,locality,madeOn\n";
        var row = "%s,0,Another title,,E08000003,2014-05-14\n".formatted(plan.reference);
        var next = "%s-2,,A second plan,%s,,\n".formatted(plan.reference, manchester.board);

        plan.secretary
                .postCsv("/plans?dryRun=true", header + row + next)
                .statusCode(200)
                .body("added", equalTo(1))
                .body("changed", equalTo(1))
                .body("dryRun", equalTo(true));
        assertThat(plan.shows("").getString("title")).isEqualTo("Plan " + plan.reference);
        plan.secretary
                .postCsv("/plans", header + row + next)
                .statusCode(200)
                .body("added", equalTo(1))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(0));
        assertThat(plan.shows("").getString("title")).isEqualTo("Another title");

        plan.secretary
                .postCsv("/plans", header + row + next)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows.line", contains(2, 3))
                .body("rows.version", contains(0, null))
                .body("rows.current", contains(1, 0));
        var known = row.replace(",0,", ",1,");
        plan.secretary
                .postCsv(
                        "/plans",
                        header
                                + known.replace("2014-05-14", "2014-05-15")
                                + known
                                + "%s-3,,A third plan,,,\n".formatted(plan.reference))
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body("rows.line", contains(2, 3, 4))
                .body(
                        "rows.code",
                        contains("PLAN_MADE_OTHERWISE", "ROW_NAMED_TWICE", "PLAN_OF_NO_PLACE"));
        plan.secretary
                .postCsv(
                        "/plans",
                        header
                                + known
                                + "%s-3,,A third plan,NO-SUCH-BODY,,\n".formatted(plan.reference)
                                + "%s-4,,A fourth plan,,,\n".formatted(plan.reference))
                .statusCode(422)
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("NOT_FOUND", "PLAN_OF_NO_PLACE"));
        plan.secretary
                .postCsv("/plans", "reference,title\nA/B,A plan\n")
                .statusCode(400)
                .body("errors[0].where", equalTo("line 2, reference"));
    }

    @Test
    @Tag("G44")
    void whatAPlanDoesNotHaveIsRefused() {
        adds("areas", "{\"areas\": [{\"title\": \"A\", \"partOf\": \"Estates\"}]}")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_AREA"))
                .body("plan", equalTo(plan.reference))
                .body("area", equalTo("Estates"));
        adds("objectives", "{\"objectives\": [{\"text\": \"A\", \"area\": \"2\"}]}")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_AREA"))
                .body("area", equalTo("2"));
        adds("interdependencies", "{\"interdependencies\": [{\"area\": \"0\", \"title\": \"A\"}]}")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_AREA"));
        adds("milestones", "{\"title\": \"A\", \"objectives\": [1]}")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_OBJECTIVE"))
                .body("number", equalTo(1))
                .body("objectives", equalTo(0));
        adds("milestones", "{\"title\": \"A\", \"organisation\": \"ZZZ\"}")
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        adds("milestones", "{\"title\": \"A\", \"post\": \"Call 0161 234 5678\"}")
                .statusCode(422)
                .body("code", equalTo("PERSONAL_DATA"))
                .body("field", equalTo("post"));
        adds("milestones", "{\"title\": \"A\", \"plannedOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("plannedOn"));
        adds("milestones", "{\"title\": \"A\", \"predecessors\": [{\"milestone\": \"NO-M1\"}]}")
                .statusCode(404);
        assertThat(plan.shows("/milestones").getList("items")).isEmpty();
        assertThat(plan.shows("").getList("areas")).hasSize(1);
    }

    @Test
    @Tag("G46")
    void aPredecessorIsNamedOnce() {
        plan.sends("title,forecast\nFirst,2014-06\n");

        adds(
                        "milestones",
                        """
                        {"title": "Second", "predecessors": [
                          {"milestone": "%1$s", "lagDays": 3}, {"milestone": "%1$s"}]}
                        """
                                .formatted(plan.milestone(1)))
                .statusCode(422)
                .body("code", equalTo("PREDECESSOR_NAMED_TWICE"))
                .body("milestone", equalTo(plan.milestone(2)))
                .body("predecessor", equalTo(plan.milestone(1)));
    }

    @Test
    @Tag("G44")
    void whoReadAnEarlierVersionChangesNothing() {
        adds("areas", "{\"areas\": [{\"title\": \"Estates\"}]}").statusCode(200);

        plan.secretary
                .post(
                        "/plans/%s/areas".formatted(plan.reference),
                        "{\"areas\": [{\"title\": \"Workforce\"}]}",
                        Map.of("If-Match", "\"0\""))
                .statusCode(412)
                .body("code", equalTo("STALE"));
        assertThat(plan.shows("").getList("areas.title")).containsExactly("Finance", "Estates");
    }

    @Test
    @Tag("G46")
    void aForecastThatNobodyMovesOrThatIsUnclearIsRefused() {
        plan.sends("title,forecast,plannedOn\nFirst,2014-06,2014-05-14\n");
        var moves = "/milestones/%s/forecast".formatted(plan.milestone(1));

        plan.secretary
                .post(moves, "{\"forecast\": \"2014-06\", \"reason\": \"Again\"}")
                .statusCode(422)
                .body("code", equalTo("FORECAST_UNCHANGED"));
        plan.secretary
                .post(moves + "?dryRun=true", "{\"forecast\": \"2014-06\", \"reason\": \"Again\"}")
                .statusCode(422)
                .body("code", equalTo("FORECAST_UNCHANGED"));
        plan.secretary
                .post(
                        moves,
                        "{\"forecast\": \"2014-06\", \"precision\": \"DAY\", \"reason\":"
                                + " \"Again\"}")
                .statusCode(422)
                .body("code", equalTo("FORECAST_UNCLEAR"));
        plan.secretary
                .post(
                        moves,
                        "{\"forecast\": \"2014-07\", \"reason\": \"A\", \"effectiveOn\":"
                                + " \"2014-05-13\"}")
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"))
                .body("lastStepOn", equalTo("2014-05-14"));
        plan.secretary.post(moves, "{\"forecast\": \"2014-07\"}").statusCode(400);
    }

    @Test
    @Tag("G44")
    void aDiaryReadsTheMilestonesAsWholeDays() throws Exception {
        plan.sends(
                """
                title,area,forecast,plannedOn,state,note
                Draft agreement,Finance,2014-06-30,2014-05-14,,
                Agreement signed,Finance,2015-03,2014-05-14,,
                Goes on,,,2014-05-14,,
                Not needed,,2014-07,2014-05-14,CANCELLED,Overtaken
                """);
        plan.secretary.does(
                "/milestones/%s/achieve".formatted(plan.milestone(1)),
                "{\"effectiveOn\": \"2014-07-04\"}");

        var events = events(feed());

        assertThat(events)
                .extracting(event -> property(event, "DTSTART"))
                .containsExactly("20140704", "20150331", "20140731");
        assertThat(events)
                .extracting(event -> property(event, "STATUS"))
                .containsExactly("CONFIRMED", "TENTATIVE", "CANCELLED");
        assertThat(property(events.getFirst(), "SUMMARY")).isEqualTo("Draft agreement");
        assertThat(property(events.getFirst(), "URL")).contains("/api/governance/v1/milestones/");
        var tag = feed().extract().header("ETag");
        plan.secretary
                .get(
                        "/plans/%s/calendar.ics".formatted(plan.reference),
                        Map.of("If-None-Match", tag))
                .statusCode(304);
    }

    @Test
    @Tag("G46")
    void deadlinesThatCannotBeKeptAreFoundAndSoIsWhatWasCancelledAndIsWaitedFor() {
        plan.sends(
                """
                title,forecast,deadline,predecessors,plannedOn
                First,2014-06-30,,,2014-05-14
                Second,2014-07-10,2014-07-05,#2 0,2014-05-14
                """);

        assertThat(plan.shows("/findings?on=2014-05-14").getList("items.kind"))
                .containsExactly("AREA_EMPTY", "DEADLINE_MISSED");
        assertThat(plan.shows("/schedule?on=2014-05-14").getList("milestones.floatDays"))
                .isEqualTo(List.of(5, -5));
        plan.secretary.does(
                "/milestones/%s/cancel".formatted(plan.milestone(1)),
                "{\"reason\": \"Overtaken\", \"effectiveOn\": \"2014-05-20\"}");
        assertThat(plan.shows("/findings?on=2014-05-20").getList("items.kind"))
                .containsExactly("AREA_EMPTY", "DEADLINE_MISSED", "PREDECESSOR_CANCELLED");
        assertThat(plan.shows("/schedule?on=2014-05-20").getList("milestones")).hasSize(1);
        assertThat(LocalDate.parse(plan.shows("/schedule?on=2014-05-20").getString("end")))
                .isEqualTo(LocalDate.of(2014, 7, 10));
    }

    private ValidatableResponse makes(String fields, String reference) {
        return manchester.secretary.post(
                "/plans", "{\"reference\": \"%s\", %s}".formatted(reference, fields));
    }

    private ValidatableResponse adds(String what, String json) {
        return plan.secretary.post("/plans/%s/%s".formatted(plan.reference, what), json);
    }

    private ValidatableResponse feed() {
        return plan.secretary
                .get("/plans/%s/calendar.ics".formatted(plan.reference), "text/calendar")
                .statusCode(200);
    }

    private static List<CalendarComponent> events(ValidatableResponse feed) throws Exception {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(feed.extract().asString()));
        return calendar.getComponents(Component.VEVENT);
    }

    private static String property(CalendarComponent event, String name) {
        Property property = event.getRequiredProperty(name);
        return property.getValue();
    }
}
