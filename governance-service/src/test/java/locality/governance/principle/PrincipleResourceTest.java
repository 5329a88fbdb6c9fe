package locality.governance.principle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PrincipleResourceTest {

    private static final List<String> OLDHAMS =
            List.of(
                    "A single placed based 'leader'",
                    "A system board to convene the partnership arrangements, set strategy, outcomes"
                            + " and allocate finances",
                    "An Integrated Delivery Board to support the system board to bring together the"
                            + " 'delivery arrangements as a partnership and includes providers and"
                            + " commissioners –",
                    "Population health focused, connected to wider determinants",
                    "No boundaries between commissioning and provision – system planning and"
                            + " delivery orchestrated via system board",
                    "Connected system from top to bottom – strategic Oldham population health board"
                            + " supported by 5 tactical neighbourhood boards",
                    "Placed based multi-disciplinary, integrated teams",
                    "Pooled funds and single system budgeting process",
                    "Subsidiarity based system – do in Oldham what Oldham needs, do rest at GM"
                            + " level",
                    "Intelligence led and data driven",
                    "Rationalised or streamlined back office where it makes sense",
                    "Professional, clinical, political leadership working together at all levels",
                    "Becoming more influential anchor institutions - generating economic growth;"
                            + " bringing opportunities to education and employment; and building"
                            + " community assets");

    private final Caller oldham = Caller.secretaryOf(Locality.OLDHAM);
    private final String register = ofItsOwn("DESIGN");

    @Test
    @Tag("G55")
    void oldhamHasThirteenDesignPrinciples() {
        oldham.postCsv("/principles", oldhams()).statusCode(200).body("added", equalTo(13));

        oldham.get("/principles?on=2021-06-01&register=" + register)
                .body("items", hasSize(13))
                .body("items[8].number", equalTo(9))
                .body("items[8].text", startsWith("Subsidiarity based system"));
        oldham.get("/principles?on=2021-05-31&register=" + register).body("items", hasSize(0));
        oldham.get("/principles?limit=5&register=" + register)
                .body("items.number", contains(1, 2, 3, 4, 5));
        String fifth =
                oldham.get("/principles?limit=5&register=" + register).extract().path("next");
        oldham.get("/principles?limit=3&register=%s&after=%s".formatted(register, fifth))
                .body("items.number", contains(6, 7, 8));
        var sheet = oldham.read("/principles?register=" + register, "text/csv");
        oldham.postCsv("/principles", sheet).statusCode(200).body("unchanged", equalTo(13));
        oldham.postCsv("/principles", sheet.replace("Intelligence led", "Led by intelligence"))
                .statusCode(200)
                .body("changed", equalTo(1));
        oldham.postCsv("/principles", sheet.replace("Intelligence led", "Knowledge led"))
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows", hasSize(1));
        oldham.postCsv("/principles", sheet.replace("2021-06-01", "2021-07-01")).statusCode(412);
        oldham.postCsv(
                        "/principles",
                        oldham.read("/principles?register=" + register, "text/csv")
                                .replace("Operating model", "Another section"))
                .statusCode(422)
                .body("rows", hasSize(13))
                .body("rows[0].code", equalTo("NOT_IN_A_SPREADSHEET"));
    }

    @Test
    @Tag("G55")
    void aPrincipleIsNumberedAndEnds() {
        var first = oldham.makes("/principles", principle(""));
        assertThat(first).isEqualTo("OLDHAM-%s-1".formatted(register));
        oldham.does("/principles", principle("")).body("number", equalTo(2));
        oldham.post("/principles", principle(", \"number\": 2"))
                .statusCode(409)
                .body("code", equalTo("PRINCIPLE_NUMBER_TAKEN"))
                .body("number", equalTo(2));
        oldham.post(
                        "/principles",
                        principle(", \"number\": 7, \"reference\": \"%s\"".formatted(first)))
                .statusCode(409)
                .body("code", equalTo("PRINCIPLE_REFERENCE_TAKEN"));
        oldham.post("/principles/" + first + "/end", "{\"lastDay\": \"2021-05-31\"}")
                .statusCode(422)
                .body("code", equalTo("ENDS_BEFORE_IT_HOLDS"))
                .body("from", equalTo("2021-06-01"));
        oldham.does("/principles/" + first + "/end", "{\"lastDay\": \"2022-06-30\"}");
        oldham.get("/principles/" + first + "?on=2022-06-30").body("holds", equalTo(true));
        oldham.get("/principles/" + first + "?on=2022-07-01").body("holds", equalTo(false));
        Caller.secretaryOf(Locality.ROCHDALE).get("/principles/" + first).statusCode(404);
    }

    @Test
    @Tag("G55")
    void aSheetIsSpelledAsJsonIs() {
        var header = "reference,register,number,text,locality,from\n";
        var row = "%s,%s,%d,Intelligence led,E08000004,2021-06-01\n";
        for (var wrong :
                List.of(
                        row.formatted("", register, 0),
                        row.formatted("", "design", 1),
                        row.formatted("OLD/1", register, 1))) {
            oldham.postCsv("/principles", header + wrong)
                    .statusCode(400)
                    .body("code", equalTo("MALFORMED"));
        }
    }

    @Test
    @Tag("G55")
    void aPrincipleRestsOnADecisionInEffectAboutItsRegister() {
        var manchester = Manchester.in2014();
        var meeting = manchester.meets(manchester.governingBody);
        int other = tabled(manchester, meeting, "strategy", "MCR-OTHER");
        int alone = tabled(manchester, meeting, "principle", "MANCHESTER-%s-1".formatted(register));
        int item = tabled(manchester, meeting, "principle-register", register);
        manchester.attend(meeting, 4);
        manchester
                .secretary
                .post("/principles", agreed(meeting, other))
                .statusCode(422)
                .body("code", equalTo("DECISION_ABOUT_SOMETHING_ELSE"))
                .body("subject", equalTo("strategy MCR-OTHER"))
                .body("wanted", equalTo("principle-register " + register));
        manchester
                .secretary
                .post("/principles", agreed(meeting, alone))
                .statusCode(422)
                .body("code", equalTo("DECISION_ABOUT_SOMETHING_ELSE"))
                .body("detail", containsString("a decision agrees a register of principles whole"));
        manchester
                .secretary
                .post("/principles", agreed(meeting, item))
                .statusCode(422)
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                .body("state", equalTo("TABLED"));
        manchester.vote(meeting, item, Manchester.all(4, "FOR"));
        manchester.outcome(meeting, item);

        var decision = "%s/%d".formatted(meeting, item);
        manchester
                .secretary
                .does("/principles", agreed(meeting, item))
                .body("decision", equalTo(decision));
        var sheet = manchester.secretary.read("/principles?register=" + register, "text/csv");
        assertThat(sheet).contains("," + decision + ",");
        manchester
                .secretary
                .postCsv("/principles", sheet)
                .statusCode(200)
                .body("unchanged", equalTo(1));
        manchester
                .secretary
                .postCsv("/principles", sheet.replace(decision, "%s/%d".formatted(meeting, other)))
                .statusCode(422)
                .body("rows.code", contains("NOT_IN_A_SPREADSHEET"))
                .body("rows[0].detail", containsString("decision"));
    }

    private static int tabled(Manchester manchester, String meeting, String type, String subject) {
        return manchester
                .secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        """
                        {"title": "Decommissioning principles",
                         "decision": {"type": "APPROVE", "function": "pooled-budget",
                                      "valuePence": 100, "basis": "POOLED",
                                      "owners": [{"organisation": "%s"}],
                                      "subject": {"type": "%s", "id": "%s"}}}
                        """
                                .formatted(manchester.ccg, type, subject))
                .extract()
                .path("number");
    }

    private String agreed(String meeting, int item) {
        return """
        {"register": "%s", "text": "Nothing stops before something better starts",
         "locality": "E08000003", "from": "2014-06-01", "decision": "%s/%d"}
        """
                .formatted(register, meeting, item);
    }

    private String oldhams() {
        return "register,number,text,locality,from,document,section\n"
                + IntStream.range(0, OLDHAMS.size())
                        .mapToObj(
                                i ->
                                        "%s,%d,\"%s\",E08000004,2021-06-01,Transition to ICS Update for Governing Body,Operating model\n"
                                                .formatted(register, i + 1, OLDHAMS.get(i)))
                        .collect(Collectors.joining());
    }

    private String principle(String more) {
        return """
        {"register": "%s", "text": "Intelligence led", "locality": "E08000004",
         "from": "2021-06-01"%s}
        """
                .formatted(register, more);
    }

    /// A register that no other test has: its code is of letters alone.
    private static String ofItsOwn(String name) {
        return name
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .chars()
                        .limit(12)
                        .mapToObj(c -> String.valueOf((char) ('A' + Character.digit(c, 16))))
                        .collect(Collectors.joining());
    }
}
