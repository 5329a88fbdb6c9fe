package locality.governance;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Things;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// Who may do what in governance-service, and in which place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final String V1 = "/api/governance/v1";
    private static final String SHARED_SEATS =
            """
            {"kind": "RECIPROCAL", "other": "%s", "atLeast": 1, "from": "2014-04-01"}
            """;
    private static final AccessTable TABLE = AccessTable.of("governance");

    @Test
    void theTableNamesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void theTableHoldsInEveryCell() {
        var manchester = Manchester.in2014();
        var things = new Things();
        organisations(things, manchester);
        bodies(things, manchester);
        powers(things, manchester);
        meetings(things, manchester);

        TABLE.holdsInEveryCell(things);
    }

    private static void organisations(Things things, Manchester manchester) {
        things.named("code", manchester.ccg)
                .json(
                        "POST " + V1 + "/organisations",
                        """
                        {"code": "ACC1", "name": "An organisation", "kind": "CCG",
                         "locality": "E08000003", "effectiveOn": "2013-04-01"}
                        """)
                .csv(
                        "POST " + V1 + "/organisations",
                        """
                        code,name,kind,locality,effectiveOn
                        ACC2,An organisation,CCG,E08000003,2013-04-01
                        """);
    }

    private static void bodies(Things things, Manchester manchester) {
        var body = "POST " + V1 + "/bodies/{body}";
        var on = "{\"effectiveOn\": \"2014-06-01\"}";
        seatsThatBreakARule(manchester);
        things.named("body", manchester.board)
                .with("seat", "S1")
                .with("number", "1")
                .json(body + "/seat-rules", SHARED_SEATS.formatted(manchester.governingBody))
                .json(body + "/seat-rules/{number}/end", on)
                .json(
                        "POST " + V1 + "/bodies",
                        """
                        {"reference": "ACCESS-1", "name": "A body", "classification": "COMMITTEE",
                         "spatialLevel": "LOCALITY", "locality": "E08000003"}
                        """)
                .csv(
                        "POST " + V1 + "/bodies",
                        """
                        reference,name,classification,spatialLevel,locality,establishedOn
                        ACCESS-2,A body,COMMITTEE,LOCALITY,E08000003,2013-04-01
                        """)
                .json(body + "/shadow", on)
                .json(body + "/establish", on)
                .json(body + "/dissolve", on)
                .json(body + "/memberships/{seat}/end", on)
                .json(body + "/memberships/{seat}/abolish", on)
                .json(
                        body + "/relations",
                        """
                        {"kind": "ADVISES", "to": "%s", "from": "2014-04-01"}
                        """
                                .formatted(manchester.governingBody))
                .json(
                        body + "/relations/end",
                        "{\"kind\": \"ADVISES\", \"to\": \"%s\"}"
                                .formatted(manchester.governingBody))
                .json(body + "/names", "{\"name\": \"Renamed\", \"effectiveOn\": \"2014-06-01\"}")
                .json(body + "/places", "{\"locality\": \"E08000006\", \"from\": \"2014-06-01\"}")
                .with(body + "/places/{place}/end place", "E08000006")
                .json(body + "/places/{place}/end", on)
                .json(body + "/sunset", "{\"sunsetOn\": \"2099-04-01\"}")
                .json(
                        body + "/successions",
                        """
                        {"successor": "%s", "effectiveOn": "2014-06-01", "alongside": true}
                        """
                                .formatted(manchester.governingBody))
                .json(
                        body + "/terms-of-reference",
                        """
                        {"effectiveOn": "2014-04-01", "quorum": {"number": 2},
                         "votingRule": "SIMPLE_MAJORITY"}
                        """)
                .json(
                        body + "/memberships",
                        """
                        {"seat": "S8", "post": "Member", "from": "2014-04-01"}
                        """)
                .csv(body + "/memberships", "seat,post,from\nS9,Member,2014-04-01\n");
    }

    /// The governing body has none of the board's members, and one seat that nobody sits in.
    private static void seatsThatBreakARule(Manchester manchester) {
        manchester.secretary.does(
                "/bodies/%s/seat-rules".formatted(manchester.governingBody),
                SHARED_SEATS.formatted(manchester.board));
        manchester.secretary.does(
                "/bodies/%s/memberships".formatted(manchester.governingBody),
                """
                {"seat": "VACANT", "post": "Member", "votingRight": false, "from": "2014-04-01"}
                """);
    }

    private static void powers(Things things, Manchester manchester) {
        var grant =
                """
                {"reference": "%s", "from": "%s", "to": "%s", "functions": ["pooled-budget"],
                 "place": "E08000003", "effectiveOn": "2014-04-01"}
                """;
        manchester.secretary.does(
                "/delegations",
                grant.formatted("DEL-ACCESS-1", manchester.governingBody, manchester.board));
        things.named("delegation", "DEL-ACCESS-1")
                .json(
                        "POST " + V1 + "/delegations",
                        grant.formatted("DEL-ACCESS-2", manchester.governingBody, manchester.board))
                .json(
                        "POST " + V1 + "/delegations/{delegation}/revoke",
                        "{\"effectiveOn\": \"2014-06-01\", \"reason\": \"No longer needed\"}")
                .query(
                        "GET " + V1 + "/authority",
                        "function=commissioning&place=E08000003&owner=" + manchester.ccg)
                .json(
                        "POST " + V1 + "/functions",
                        "{\"code\": \"access\", \"name\": \"A function\"}")
                .with("GET " + V1 + "/functions/{code} code", "bcf-investment-wave-one")
                .with("POST " + V1 + "/functions/{code}/places code", "section-75-agreement")
                .with("POST " + V1 + "/functions/{code}/places/{place}/end code", "commissioning")
                .with("place", "E08000003")
                .json("POST " + V1 + "/functions/{code}/places/{place}/end", "{}")
                .json(
                        "POST " + V1 + "/functions/{code}/places",
                        "{\"place\": \"E08000003\", \"reserved\": false}");
    }

    private static void meetings(Things things, Manchester manchester) {
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 279_100_000);
        var held = manchester.meets(manchester.governingBody);
        int item = manchester.tables(held, request);
        manchester.attend(held, 3);
        var meeting = "POST " + V1 + "/meetings/{meeting}";
        things.named("request", request.requestId().toString())
                .named("meeting", held)
                .named("decision", held + "/" + item)
                .with("item", String.valueOf(item))
                .json(
                        "POST " + V1 + "/meetings",
                        """
                        {"body": "%s", "startsAt": "2014-07-09T10:00"}
                        """
                                .formatted(manchester.board))
                .json(meeting + "/notice", "{\"noticedOn\": \"2014-05-01\"}")
                .json(meeting + "/cancel", "{\"reason\": \"Too few could come\"}")
                .json(meeting + "/attendance", "{\"attendance\": [{\"member\": \"S4\"}]}")
                .json(
                        meeting + "/items",
                        """
                        {"title": "A contract",
                         "decision": {"function": "commissioning", "valuePence": 100,
                                      "owners": [{"organisation": "%s", "sharePence": 100}]}}
                        """
                                .formatted(manchester.ccg))
                .json(
                        meeting + "/items/{item}/interests",
                        """
                        {"member": "S4", "effect": "DECLARED", "nature": "A relative works there"}
                        """)
                .json(
                        meeting + "/items/{item}/votes",
                        "{\"votes\": [{\"member\": \"S1\", \"vote\": \"FOR\"}]}")
                .json(meeting + "/items/{item}/outcome", "{}");
    }
}
