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
        actions(things, manchester);

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
        things.named("body", manchester.board)
                .with("seat", "S1")
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

    private static void actions(Things things, Manchester manchester) {
        var give = "{\"title\": \"An action\", \"post\": \"Chief Officer\", \"body\": \"%s\"}";
        var reference =
                manchester
                        .secretary
                        .does("/actions", give.formatted(manchester.board))
                        .extract()
                        .<String>path("reference");
        things.named("action", reference)
                .json("POST " + V1 + "/actions", give.formatted(manchester.board))
                .csv(
                        "POST " + V1 + "/actions",
                        "title,post,body\nAnother,Chief Officer,%s\n".formatted(manchester.board))
                .json("POST " + V1 + "/actions/{action}/complete", "{\"note\": \"It was done\"}")
                .json(
                        "POST " + V1 + "/actions/{action}/move",
                        "{\"dueOn\": \"2014-09\", \"reason\": \"It waits\"}")
                .json(
                        "POST " + V1 + "/actions/{action}/supersede",
                        "{\"by\": \"%s\"}".formatted(reference))
                .json(
                        "POST " + V1 + "/meetings/{meeting}/record",
                        "{\"attendance\": [{\"seat\": \"S1\"}]}")
                .csv("POST " + V1 + "/meetings/{meeting}/attendance", "seat,present\nS1,yes\n")
                .query("GET " + V1 + "/worklist", "role=governance");
    }
}
