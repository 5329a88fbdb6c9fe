package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the demo shows of the meetings of the boards, and meetings held there through REST.
@Order(DemoJourney.LAST)
class BoardMeetingsIT extends DemoJourney {

    private static final String SIX_PRESENT =
            """
            [{"seat": "S1"}, {"seat": "S2"}, {"seat": "S3"}, {"seat": "S4"}, {"seat": "S5"}, {"seat": "S6"}]\
            """;
    private static final String TWO_LEAVE =
            """
            [{"seat": "S5", "effect": "LEFT", "nature": "Provides it"},
             {"seat": "S6", "effect": "LEFT", "nature": "Provides it"}]\
            """;

    @Test
    @Tag("G6")
    void whatWasReplacedDecidesNothingAfterItsEnd() {
        var refused =
                rochdale.refused(
                        "/meetings",
                        "{\"body\": \"RCH-CCG-LM\", \"startsAt\": \"2018-03-05T10:00\"}");

        assertThat(refused.getString("code")).isEqualTo("BODY_NOT_THERE");
        assertThat(refused.getString("lastDay")).isEqualTo("2018-01-31");
    }

    @Test
    @Tag("G23")
    void theSection75AgreementPassesTheLeadershipGroupThenTheExecutiveGroup() {
        var approve = section75("APPROVE");
        var early = manchester.meeting("MCR-HWBB", "2014-06-18", "2014-06-02", approve);
        var board = List.of("CHAIR", "EXEC-ADULTS", "DIR-FHW", "DPH", "CM-CCG", "NM-CCG");

        assertThat(
                        allFor(early + "/record?dryRun=true", board)
                                .<String>getList("items[0].validity.code"))
                .containsExactly("ROUTE_STEP_MISSING");

        var recommend = section75("RECOMMEND");
        var first = manchester.meeting("MCR-CWLG", "2014-06-19", "2014-06-02", recommend);
        assertBinds(allFor(first + "/record", List.of("CHAIR", "LEAD-CM", "LEAD-NM")));
        var between = manchester.meeting("MCR-HWBB", "2014-06-20", "2014-06-02", approve);
        assertThat(allFor(between + "/record?dryRun=true", board).getString("items[0].inWords"))
                .contains("Executive Health and Wellbeing Group to RECOMMEND")
                .doesNotContain("Citywide Leadership Group to RECOMMEND");
        var second = manchester.meeting("MCR-EHWG", "2014-06-23", "2014-06-02", recommend);
        assertBinds(allFor(second + "/record", List.of("DIR-FHW", "CE-MCC", "CO-CM", "CO-NM")));

        var last = manchester.meeting("MCR-HWBB", "2014-06-25", "2014-06-02", approve);
        assertBinds(allFor(last + "/record", board));
    }

    @Test
    @Tag("G23")
    void centralAndNorthManchesterHaveRoutesOfTheirOwn() {
        var routes = manchester.get("/approval-routes?locality=E08000003&on=2014-05-14");
        assertThat(routes.<String>getList("items.reference"))
                .containsExactly("MCR-CENTRAL-NDM-ROUTE", "MCR-NORTH-NDM-ROUTE", "MCR-S75-ROUTE");
        assertThat(routes.<String>getList("items[0].steps.type"))
                .containsExactly("RECOMMEND", "RECOMMEND", "APPROVE");
        assertThat(routes.<String>getList("items[1].steps.type"))
                .containsExactly("RECOMMEND", "APPROVE");
    }

    @Test
    @Tag("G11")
    @Tag("G25")
    void twoWhoLeaveForOneItemSpoilItsQuorumAloneUntilItIsReconvened() {
        boardOfNine();
        var endorse = "{\"type\": \"ENDORSE\"}";
        var meeting =
                manchester.meeting(
                        "MCR-NINE", "2015-06-03", "2015-05-20", endorse, endorse, endorse);

        var tried =
                manchester.post(
                        meeting + "/record?dryRun=true",
                        record(SIX_PRESENT, votes(1, 6), votes(2, 4, TWO_LEAVE), votes(3, 6)));
        assertThat(tried.<String>getList("items.state"))
                .containsExactly("IN_EFFECT", "INVALID", "IN_EFFECT");
        assertThat(tried.<String>getList("items[1].validity.code"))
                .containsExactly("INQUORATE_AFTER_CONFLICT");
        assertThat(tried.getInt("items[1].quorum.eligible")).isEqualTo(4);
        assertThat(tried.getInt("items[1].quorum.required")).isEqualTo(5);

        manchester.post(
                meeting + "/record",
                record(
                        SIX_PRESENT,
                        votes(1, 6),
                        "{\"item\": 2, \"interests\": %s}".formatted(TWO_LEAVE),
                        votes(3, 6)));
        manchester.post(
                meeting + "/adjourn",
                """
                {"at": "2015-06-03T11:00", "until": {"startsAt": "2015-06-10T10:00"}, "reason": "No quorum for item 2"}\
                """);
        manchester.post(meeting + "/reconvene", "{\"startsAt\": \"2015-06-10T10:00\"}");
        var withSubstitutes =
                SIX_PRESENT
                        .replace("\"S5\"", "\"S5\", \"substitute\": \"post:mcr-nine-deputy-5\"")
                        .replace("\"S6\"", "\"S6\", \"substitute\": \"post:mcr-nine-deputy-6\"");
        var resolved = manchester.post(meeting + "/record", record(withSubstitutes, votes(2, 6)));

        assertThat(resolved.<String>getList("items.state")).containsOnly("IN_EFFECT");
        assertThat(resolved.getInt("items[1].quorum.eligible")).isEqualTo(6);
    }

    @Test
    @Tag("G17")
    void bodiesMeetAsOftenAsTheDocumentsSay() {
        assertMeets(rochdale, "RCH-ICB", "2018-05-14", 1, "MONTHS");
        assertMeets(rochdale, "RCH-FSMP", "2018-05-14", 1, "MONTHS");
        assertMeets(manchester, "MCR-N-IT-SG", "2014-05-14", 2, "WEEKS");
        assertMeets(greaterManchester, "GM-PCC-SG", "2021-06-30", 2, "WEEKS");
        assertThat(greaterManchester.get("/meetings?body=GM-PCC-SG&limit=100").getList("items"))
                .hasSize(7);
    }

    @Test
    @Tag("G17")
    @Tag("G19")
    @Tag("G24")
    void theYearOfTheBoardHasItsCoreReportsAndTheDeepDive() {
        var year = rochdale.get("/bodies/RCH-ICB/year?financialYear=2018/19");
        assertThat(
                        year.<List<Object>>getList("months.meetings").stream()
                                .mapToInt(List::size)
                                .sum())
                .isEqualTo(11);
        assertThat(
                        year.<String>getList(
                                "months.find { it.month == '2018-06' }.meetings[0].items.title"))
                .startsWith(
                        "Performance report",
                        "Transformation delivery report",
                        "Financial assurance report")
                .anyMatch(title -> title.startsWith("Deep dive: "));

        assertThat(
                        rochdale.get("/bodies/RCH-ICB/attendance-cycles")
                                .<String>getList("items[0].windows.from"))
                .containsExactly("2018-04-01", "2018-07-01", "2018-10-01", "2019-01-01");
        for (var body : List.of("RCH-HOSC", "RCH-DSB")) {
            assertThat(rochdale.get("/scrutiny-quotas?body=" + body).getString("items[0].inWords"))
                    .isEqualTo("2 of 2");
        }
    }

    @Test
    @Tag("G17")
    void theFeedOfTheBoardIsOneEventForEachMeeting() {
        var feed = rochdale.text("/bodies/RCH-ICB/calendar.ics?from=2018-04-01").lines().toList();

        assertThat(feed).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VCALENDAR");
        assertThat(feed).filteredOn("BEGIN:VEVENT"::equals).hasSize(11);
        assertThat(feed).filteredOn("END:VEVENT"::equals).hasSize(11);
        assertThat(feed).contains("DTSTART;TZID=Europe/London:20180612T140000");
        assertThat(feed).allMatch(line -> line.length() <= 75);
    }

    @Test
    @Tag("G18")
    void theForwardPlanHoldsTheMilestonesOfTheBoard() {
        var plan = manchester.get("/forward-plan?body=MCR-HWBB&on=2014-05-14&limit=100");
        assertThat(plan.getList("items")).hasSize(9);
        assertThat(plan.<Boolean>getList("items.late")).containsOnly(false);
        assertThat(plan.<String>getList("items.expectedOn"))
                .contains("2014-09-10", "2015-01-28", "2015-03-25");
        assertThat(rochdale.get("/forward-plan?body=RCH-ICB&limit=100").getList("items"))
                .hasSize(5);
    }

    @Test
    @Tag("G20")
    void backgroundPapersMayBeAskedForAsLongAsTheFrontSheetSays() {
        var papers = manchester.get("/papers?body=MCR-HWBB");
        assertThat(papers.<String>getList("items.backgroundUntil"))
                .containsExactly(null, "2020-06-08");
        assertThat(manchester.get("/papers/MCR-HWBB-2014-05-14/1/P1/background").getList("items"))
                .hasSize(3);
        assertThat(manchester.status("/papers/MCR-HWBB-2016-06-08/1/P1/background")).isEqualTo(410);
    }

    @Test
    @Tag("G21")
    void everyRecommendationIsFollowed() {
        var all = manchester.get("/recommendations?body=MCR-HWBB&limit=100");
        var bySource =
                all.<String>getList("items.source").stream()
                        .collect(Collectors.groupingBy(source -> source, Collectors.counting()));
        assertThat(bySource.values()).containsExactlyInAnyOrder(7L, 6L, 3L);
    }

    @Test
    @Tag("G41")
    void nineOfThe21OpenActionsAreOverdueInOctober() {
        var actions = "/actions?body=RCH-ICB&on=2018-10-01&limit=100";
        assertThat(rochdale.get(actions + "&state=OPEN").getList("items")).hasSize(21);
        assertThat(rochdale.get(actions + "&state=COMPLETE").getList("items")).hasSize(10);
        assertThat(rochdale.get(actions + "&overdue=true").<String>getList("items.dueOn"))
                .hasSize(9)
                .containsOnly("2018-06-30", "2018-07-31", "2018-09-30");
    }

    private static void assertMeets(
            Secretary secretary, String body, String on, int every, String unit) {
        var frequency = secretary.get("/bodies/%s?on=%s".formatted(body, on));
        assertThat(frequency.getInt("termsOfReference.frequency.every")).as(body).isEqualTo(every);
        assertThat(frequency.getString("termsOfReference.frequency.unit")).as(body).isEqualTo(unit);
    }

    private static void assertBinds(JsonPath recorded) {
        assertThat(recorded.getString("items[0].state"))
                .as(recorded.prettify())
                .isEqualTo("IN_EFFECT");
    }

    private static String section75(String type) {
        return """
        {"type": "%s", "function": "section-75-agreement", "valuePence": 0, "basis": "POOLED",
         "owners": [{"organisation": "E08000003"}, {"organisation": "00W"},
                    {"organisation": "01M"}, {"organisation": "01N"}],
         "subject": {"type": "section-75-agreement", "id": "MCR-S75-DRAFT"}}\
        """
                .formatted(type);
    }

    private static JsonPath allFor(String path, List<String> seats) {
        var present =
                seats.stream()
                        .map("{\"seat\": \"%s\"}"::formatted)
                        .collect(Collectors.joining(","));
        var votes =
                seats.stream().map("\"%s\": \"FOR\""::formatted).collect(Collectors.joining(","));
        return manchester.post(
                path,
                record(
                        "[" + present + "]",
                        "{\"item\": 1, \"votedAt\": \"10:30\", \"votes\": {%s}, \"outcome\": \"BY_VOTES\"}"
                                .formatted(votes)));
    }

    private static String record(String attendance, String... items) {
        return "{\"attendance\": %s, \"items\": [%s]}"
                .formatted(attendance, String.join(",", items));
    }

    private static String votes(int item, int voters) {
        return votes(item, voters, "[]");
    }

    /// The first so many seats vote for it.
    private static String votes(int item, int voters, String interests) {
        var votes =
                IntStream.rangeClosed(1, voters)
                        .mapToObj("\"S%d\": \"FOR\""::formatted)
                        .collect(Collectors.joining(","));
        return """
        {"item": %d, "interests": %s, "votedAt": "10:15", "votes": {%s}, "outcome": "BY_VOTES"}\
        """
                .formatted(item, interests, votes);
    }

    private static void boardOfNine() {
        manchester.post(
                "/bodies",
                """
                {"reference": "MCR-NINE", "name": "Board of nine", "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2015-04-01"}],
                 "provenance": {"kind": "ILLUSTRATIVE"}}\
                """);
        for (int i = 1; i <= 9; i++) {
            manchester.post(
                    "/bodies/MCR-NINE/memberships",
                    """
                    {"seat": "S%1$d", "post": "Member %1$d", "personReference": "post:mcr-nine-%1$d",
                     "votingRight": true, "from": "2015-04-01"}\
                    """
                            .formatted(i));
        }
        manchester.post(
                "/bodies/MCR-NINE/terms-of-reference",
                """
                {"effectiveOn": "2015-04-01", "remitFunctions": [], "quorum": {"number": 5},
                 "votingRule": "SIMPLE_MAJORITY", "substitutesAllowed": true}\
                """);
    }
}
