package locality.governance.agreement;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Partners of a place as the tests tell them: a council with its cabinet, a commissioning group
/// with its governing body, a trust with its board, and a joint board of none of them. Everything
/// has a name of its own, so that tests do not meet.
final class Partners {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    final Locality place;
    final Caller secretary;
    final String council;
    final String ccg;
    final String trust;
    final String cabinet;
    final String governingBody;
    final String trustBoard;
    final String jointBoard;
    private final int number = NEXT.incrementAndGet();

    private Partners(Locality place) {
        this.place = place;
        this.secretary = Caller.secretaryOf(place);
        this.council = "AC" + number;
        this.ccg = "AG" + number;
        this.trust = "AT" + number;
        this.cabinet = "A-CAB-" + number;
        this.governingBody = "A-GB-" + number;
        this.trustBoard = "A-TB-" + number;
        this.jointBoard = "A-JB-" + number;
    }

    static Partners of(Locality place) {
        var partners = new Partners(place);
        partners.organisation(partners.council, "COUNCIL");
        partners.organisation(partners.ccg, "CCG");
        partners.organisation(partners.trust, "NHS_TRUST");
        partners.body(partners.cabinet, partners.council, true);
        partners.body(partners.governingBody, partners.ccg, true);
        partners.body(partners.trustBoard, partners.trust, true);
        partners.body(partners.jointBoard, null, false);
        return partners;
    }

    /// A reference of these partners' own.
    String named(String name) {
        return "%s-%d".formatted(name, number);
    }

    void grant(String from, String to) {
        secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["section-75-agreement"], "place": "%s",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(from, to, place.code()));
    }

    /// What a body decides may be called in for five clear days, by a committee of its own.
    void scrutinised(String body) {
        secretary.does(
                "/bodies/%s/terms-of-reference".formatted(body),
                """
                {"effectiveOn": "2014-04-01", "quorum": {"number": 3},
                 "votingRule": "SIMPLE_MAJORITY", "noticeClearDays": 5, "callInClearDays": 5}
                """);
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Scrutiny", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "locality": "%s",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(named("SCR"), place.code()));
    }

    /// An agreement between the council and the commissioning group, and the trust as an associate.
    ///
    /// @param heading more of the agreement, each member after a comma
    /// @param text more of its first version, each member after a comma
    void drafts(String reference, String kind, String heading, String text) {
        secretary.does(
                "/agreements",
                """
                {"reference": "%s", "title": "Agreement %s", "kind": "%s", "locality": "%s"%s,
                 "first": {"label": "1", "summary": "First draft", "parties": %s%s}}
                """
                        .formatted(
                                reference,
                                reference,
                                kind,
                                place.code(),
                                heading,
                                parties(),
                                text));
    }

    String parties() {
        return """
        [{"organisation": "%s"}, {"organisation": "%s"},
         {"organisation": "%s", "capacity": "ASSOCIATE"}]
        """
                .formatted(council, ccg, trust);
    }

    ValidatableResponse does(String reference, int version, String verb, String json) {
        return secretary.does(path(reference, version, verb), json);
    }

    ValidatableResponse asks(String reference, int version, String verb, String json) {
        return secretary.post(path(reference, version, verb), json);
    }

    private static String path(String reference, int version, String verb) {
        return "/agreements/%s/versions/%d/%s".formatted(reference, version, verb);
    }

    void reviewed(String reference, int version, String on, String... organisations) {
        does(reference, version, "review", "{\"effectiveOn\": \"%s\"}".formatted(on));
        for (var organisation : organisations) {
            does(
                    reference,
                    version,
                    "reviewed",
                    "{\"organisation\": \"%s\", \"reviewedOn\": \"%s\"}"
                            .formatted(organisation, on));
        }
    }

    void submitted(String reference, int version, String on) {
        does(reference, version, "submit", "{\"effectiveOn\": \"%s\"}".formatted(on));
    }

    void signs(String reference, int version, String organisation, String on) {
        does(
                reference,
                version,
                "sign",
                "{\"organisation\": \"%s\", \"post\": \"Chair\", \"signedOn\": \"%s\"}"
                        .formatted(organisation, on));
    }

    JsonPath shown(String reference, String on) {
        return secretary
                .get("/agreements/%s?on=%s".formatted(reference, on))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath unsigned(String party, String on) {
        return secretary
                .get("/agreements/unsigned-parties?party=%s&on=%s".formatted(party, on))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// A meeting of a body on a day at which it approves something with its owners' power.
    ///
    /// @param subject as in `agreement:OLD-IA/5`
    JsonPath decides(String body, String day, String subject, String... owners) {
        var meeting =
                secretary
                        .does(
                                "/meetings",
                                "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}"
                                        .formatted(body, day))
                        .extract()
                        .<String>path("reference");
        secretary.does(
                "/meetings/%s/notice".formatted(meeting),
                "{\"noticedOn\": \"%s\"}".formatted(LocalDate.parse(day).minusDays(20)));
        secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        secretary.does(
                "/meetings/%s/items".formatted(meeting),
                """
                {"title": "An agreement",
                 "decision": {"type": "APPROVE", "function": "section-75-agreement",
                              "owners": [%s], "subject": {"type": "%s", "id": "%s"}}}
                """
                        .formatted(
                                List.of(owners).stream()
                                        .map("{\"organisation\": \"%s\"}"::formatted)
                                        .collect(Collectors.joining(",")),
                                subject.split(":")[0],
                                subject.split(":")[1]));
        secretary.does(
                "/meetings/%s/attendance".formatted(meeting),
                "{\"attendance\": [%s]}".formatted(members("{\"member\": \"S%d\"}")));
        secretary.does(
                "/meetings/%s/items/1/votes".formatted(meeting),
                "{\"votedAt\": \"10:40\", \"votes\": [%s]}"
                        .formatted(members("{\"member\": \"S%d\", \"vote\": \"FOR\"}")));
        return secretary
                .does("/meetings/%s/items/1/outcome".formatted(meeting), "{}")
                .extract()
                .jsonPath();
    }

    private static String members(String each) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(","));
    }

    private void organisation(String code, String kind) {
        secretary.does(
                "/organisations",
                """
                {"code": "%s", "name": "Organisation %s", "kind": "%s", "locality": "%s",
                 "effectiveOn": "2013-04-01"}
                """
                        .formatted(code, code, kind, place.code()));
    }

    void body(String reference, @Nullable String organisation, boolean top) {
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Body %s", "classification": "COMMITTEE",
                 "spatialLevel": "LOCALITY", "organisation": %s, "topOfOrganisation": %s,
                 "locality": "%s",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(
                                reference,
                                reference,
                                organisation == null ? null : "\"" + organisation + "\"",
                                top,
                                place.code()));
        for (int i = 1; i <= 5; i++) {
            secretary.does(
                    "/bodies/%s/memberships".formatted(reference),
                    """
                    {"seat": "S%d", "post": "Member", "personReference": "post:%s-%d",
                     "from": "2013-04-01"}
                    """
                            .formatted(i, reference, i));
        }
        secretary.does(
                "/bodies/%s/terms-of-reference".formatted(reference),
                """
                {"effectiveOn": "2013-04-01", "quorum": {"number": 3},
                 "votingRule": "SIMPLE_MAJORITY", "noticeClearDays": 5}
                """);
    }
}
