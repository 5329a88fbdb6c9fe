package locality.governance.meeting;

import io.restassured.path.json.JsonPath;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.story.Caller;
import locality.platform.place.Locality;

/// A board in Manchester with nine voting seats, quorum five, substitutes allowed and five clear
/// days of notice, as tests over HTTP tell it. Each has a name of its own.
public final class ABoardOfNine {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    public final Caller secretary = Caller.secretaryOf(Locality.MANCHESTER);
    public final String board;

    private ABoardOfNine(String board) {
        this.board = board;
    }

    public static ABoardOfNine established() {
        return established("NINE-" + NEXT.incrementAndGet(), "");
    }

    /// @param furtherTerms what else its terms of reference say, beginning with a comma
    public static ABoardOfNine established(String reference, String furtherTerms) {
        var nine = new ABoardOfNine(reference);
        nine.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Board %s", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, reference));
        for (int i = 1; i <= 9; i++) {
            nine.secretary.does(
                    "/bodies/%s/memberships".formatted(reference),
                    """
                    {"seat": "S%d", "post": "Member %d", "personReference": "person:%s-%d",
                     "from": "2013-04-01"}
                    """
                            .formatted(i, i, reference, i));
        }
        nine.secretary.does(
                "/bodies/%s/terms-of-reference".formatted(reference),
                """
                {"effectiveOn": "2013-04-01", "quorum": {"number": 5},
                 "votingRule": "SIMPLE_MAJORITY", "substitutesAllowed": true,
                 "noticeClearDays": 5 %s}
                """
                        .formatted(furtherTerms));
        return nine;
    }

    public String plans(String startsAt) {
        return secretary
                .does(
                        "/meetings",
                        """
                        {"body": "%s", "startsAt": "%s", "place": "Town Hall"}
                        """
                                .formatted(board, startsAt))
                .extract()
                .path("reference");
    }

    /// Planned, noticed a fortnight ahead and open.
    public String meets(String startsAt) {
        var meeting = plans(startsAt);
        var noticed = LocalDateTime.parse(startsAt).toLocalDate().minusDays(14);
        does(meeting, "notice", "{\"noticedOn\": \"%s\"}".formatted(noticed));
        does(meeting, "open", "{}");
        return meeting;
    }

    public void does(String meeting, String verb, String json) {
        secretary.does("/meetings/%s/%s".formatted(meeting, verb), json);
    }

    public int tables(String meeting, String title) {
        return secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        "{\"title\": \"%s\", \"decision\": {\"type\": \"RECOMMEND\"}}"
                                .formatted(title))
                .extract()
                .path("number");
    }

    /// The seats that came at ten and stayed.
    public void attend(String meeting, int... seats) {
        attend(meeting, IntStream.of(seats).mapToObj("{\"member\": \"S%d\"}"::formatted).toList());
    }

    public void attend(String meeting, List<String> stretches) {
        does(
                meeting,
                "attendance",
                "{\"attendance\": [%s]}".formatted(String.join(",", stretches)));
    }

    public void vote(String meeting, int item, String at, int... seats) {
        var votes =
                IntStream.of(seats)
                        .mapToObj("{\"member\": \"S%d\", \"vote\": \"FOR\"}"::formatted)
                        .collect(Collectors.joining(","));
        does(
                meeting,
                "items/%d/votes".formatted(item),
                "{\"votedAt\": \"%s\", \"votes\": [%s]}".formatted(at, votes));
    }

    public JsonPath outcome(String meeting, int item, String json) {
        return secretary
                .does("/meetings/%s/items/%d/outcome".formatted(meeting, item), json)
                .extract()
                .jsonPath();
    }

    /// What the votes so far would come to; nothing is kept.
    public JsonPath wouldBe(String meeting, int item) {
        return secretary
                .does("/meetings/%s/items/%d/outcome?dryRun=true".formatted(meeting, item), "{}")
                .extract()
                .jsonPath();
    }

    static List<String> leaveForAWhile(int seat, String left, String back) {
        return Stream.of(
                        "{\"member\": \"S%d\", \"arrivedAt\": \"10:00\", \"leftAt\": \"%s\"}"
                                .formatted(seat, left),
                        "{\"member\": \"S%d\", \"arrivedAt\": \"%s\"}".formatted(seat, back))
                .toList();
    }
}
