package locality.governance;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.agreement.AgreementsToWalk;
import locality.governance.consultation.ConsultationsToWalk;
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
        functions(things, manchester);
        receipts(things, manchester);
        meetings(things, manchester);
        offices(things, manchester);
        decisions(things, manchester);
        plans(things, manchester);
        papers(things, manchester);
        disputes(things, manchester);
        calendars(things, manchester);
        actions(things, manchester);
        AgreementsToWalk.add(things, manchester);
        ConsultationsToWalk.add(things, manchester);

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
                         "votingRule": "SIMPLE_MAJORITY", "frequency": {"every": 1, "unit": "MONTHS"}}
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
                .csv(
                        "POST " + V1 + "/delegations",
                        """
                        from,to,functions,place,effectiveOn,expiresOn
                        %s,%s,pooled-budget,E08000003,2014-04-01,2014-05-31
                        """
                                .formatted(manchester.governingBody, manchester.board))
                .query("GET " + V1 + "/delegation-gaps", "below=" + manchester.board)
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

    private static void functions(Things things, Manchester manchester) {
        manchester.secretary.does(
                "/functions", "{\"code\": \"access-parts\", \"name\": \"A function\"}");
        var allocation =
                manchester
                        .secretary
                        .does(
                                "/functions/access-parts/places",
                                "{\"place\": \"E08000003\", \"reserved\": false}")
                        .extract()
                        .<String>path("places[0].reference");
        var places = V1 + "/functions/{code}/places/{place}";
        things.named("allocation", allocation)
                .with("POST " + V1 + "/functions/{code}/describe code", "access-parts")
                .json("POST " + V1 + "/functions/{code}/describe", "{\"name\": \"A function\"}")
                .with("POST " + places + "/agree code", "access-parts")
                .json("POST " + places + "/agree", "{}")
                .with("POST " + places + "/start code", "access-parts")
                .json("POST " + places + "/start", "{}")
                .query("GET " + V1 + "/function-gaps", "place=E08000003")
                .query("POST " + V1 + "/function-allocations", "place=E08000003")
                .csv("POST " + V1 + "/function-allocations", "function\npooled-budget\n")
                .json(
                        "POST " + V1 + "/function-allocations/{allocation}/describe",
                        "{\"reserved\": false}");
    }

    private static void receipts(Things things, Manchester manchester) {
        var receipt =
                """
                {"reference": "%s", "fromOrganisation": "%s", "to": "%s",
                 "functions": ["pooled-budget"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """;
        manchester.secretary.does(
                "/delegation-receipts",
                receipt.formatted("REC-ACCESS-1", manchester.ccg, manchester.board));
        var position =
                """
                {"topic": "POOLED_BUDGET", "madeFor": "ONE", "locality": "E08000003",
                 "statement": "%s"}
                """;
        manchester.secretary.does("/positions", position.formatted("It is kept"));
        things.named("receipt", "REC-ACCESS-1")
                .json(
                        "POST " + V1 + "/delegation-receipts",
                        receipt.formatted("REC-ACCESS-2", manchester.ccg, manchester.board))
                .json(
                        "POST " + V1 + "/delegation-receipts/{receipt}/correct",
                        receipt.formatted("REC-ACCESS-1", manchester.ccg, manchester.board))
                .json("POST " + V1 + "/positions", position.formatted("It is kept, as said"))
                .with("reference", "ACCESS-GUIDANCE")
                .json(
                        "POST " + V1 + "/awaited-guidance",
                        """
                        {"reference": "ACCESS-GUIDANCE", "title": "Guidance", "issuer": "NHS"}
                        """)
                .json(
                        "POST " + V1 + "/awaited-guidance/{reference}/status",
                        "{\"status\": \"DRAFT\"}");
    }

    private static void calendars(Things things, Manchester manchester) {
        manchester.secretary.does(
                "/bodies/%s/terms-of-reference".formatted(manchester.board),
                """
                {"effectiveOn": "2014-04-01", "quorum": {"number": 2},
                 "votingRule": "SIMPLE_MAJORITY", "frequency": {"every": 1, "unit": "MONTHS"}}
                """);
        var body = "POST " + V1 + "/bodies/{body}";
        things.query("GET " + V1 + "/missed-cycles", "on=2014-05-31")
                .json(
                        body + "/calendar",
                        """
                        {"from": "2015-04-01", "to": "2016-03-31", "first": "2015-04-14T10:00"}
                        """)
                .json(
                        body + "/attendance-cycles",
                        "{\"seat\": \"S1\", \"everyMonths\": 3, \"from\": \"2014-04-01\"}");
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
                .json(
                        meeting + "/move",
                        "{\"startsAt\": \"2014-07-09T10:00\", \"reason\": \"No room\"}")
                .json(
                        meeting + "/adjourn",
                        "{\"at\": \"2014-05-14T11:00\", \"reason\": \"No quorum\"}")
                .json(meeting + "/reconvene", "{\"startsAt\": \"2014-05-14T13:00\"}")
                .json(meeting + "/minutes", "{\"text\": \"A draft\"}")
                .json(meeting + "/approve-minutes", "{\"approvedAt\": \"%s\"}".formatted(held))
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

    private static void offices(Things things, Manchester manchester) {
        var secretary = manchester.secretary;
        var post =
                """
                {"reference": "%s", "title": "A post", "organisations": ["%s"],
                 "locality": "E08000003", "from": "2013-04-01"}
                """;
        var duty =
                """
                {"reference": "%s", "text": "Role model the behaviours", "body": "%s",
                 "locality": "E08000003", "from": "2013-04-01"}
                """;
        var team =
                """
                {"reference": "%s", "name": "A team", "organisation": "%s",
                 "locality": "E08000003", "functions": ["commissioning"], "from": "2013-04-01"}
                """;
        secretary.does("/posts", post.formatted("ACC-POST-1", manchester.council));
        secretary.does("/duties", duty.formatted("ACC-DUTY-1", manchester.board));
        secretary.does("/teams", team.formatted("ACC-TEAM-1", manchester.council));
        var on = "{\"effectiveOn\": \"2014-06-01\"}";
        things.named("post", "ACC-POST-1")
                .named("duty", "ACC-DUTY-1")
                .named("team", "ACC-TEAM-1")
                .json("POST " + V1 + "/posts", post.formatted("ACC-POST-2", manchester.council))
                .csv(
                        "POST " + V1 + "/posts",
                        """
                        reference,title,kind,organisations,locality,from
                        ACC-POST-3,A post,OTHER,%s,E08000003,2013-04-01
                        """
                                .formatted(manchester.council))
                .json(
                        "POST " + V1 + "/posts/{post}/holders",
                        "{\"personReference\": \"post:acc\", \"from\": \"2013-04-01\"}")
                .json("POST " + V1 + "/posts/{post}/holders/end", on)
                .json(
                        "POST " + V1 + "/posts/{post}/reports-to",
                        "{\"to\": [\"%s\"]}".formatted(manchester.board))
                .json("POST " + V1 + "/posts/{post}/abolish", on)
                .json("POST " + V1 + "/duties", duty.formatted("ACC-DUTY-2", manchester.board))
                .csv(
                        "POST " + V1 + "/duties",
                        """
                        reference,text,body,from
                        ACC-DUTY-3,Role model the behaviours,%s,2013-04-01
                        """
                                .formatted(manchester.board))
                .json(
                        "POST " + V1 + "/duties/{duty}/transfer",
                        """
                        {"to": {"organisation": "%s"}, "effectiveOn": "2014-06-01"}
                        """
                                .formatted(manchester.council))
                .json("POST " + V1 + "/duties/{duty}/end", on)
                .json("POST " + V1 + "/teams", team.formatted("ACC-TEAM-2", manchester.council))
                .csv(
                        "POST " + V1 + "/teams",
                        """
                        reference,name,organisation,from
                        ACC-TEAM-3,A team,%s,2013-04-01
                        """
                                .formatted(manchester.council))
                .json(
                        "POST " + V1 + "/teams/{team}/functions",
                        "{\"functions\": [\"commissioning\"]}")
                .json("POST " + V1 + "/teams/{team}/end", on)
                .json(
                        "POST " + V1 + "/organisations/{code}/names",
                        "{\"name\": \"Another name\", \"from\": \"2014-06-01\"}")
                .json("POST " + V1 + "/organisations/{code}/close", "{\"endsOn\": \"2017-03-31\"}")
                .json(
                        "POST " + V1 + "/organisations/{code}/closedown/transfer",
                        "{\"to\": \"%s\"}".formatted(manchester.council));
    }

    private static void decisions(Things things, Manchester manchester) {
        var route =
                """
                {"reference": "%s", "subjectType": "access", "place": "E08000003",
                 "effectiveOn": "%s", "endsOn": "%s",
                 "steps": [{"body": "%s", "type": "APPROVE"}]}
                """;
        manchester.secretary.does(
                "/approval-routes",
                route.formatted("ROUTE-ACCESS-1", "2014-04-01", "2014-12-31", manchester.board));
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "DEL-ACCESS-3", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003", "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.council));
        var byOfficers =
                """
                {"delegation": "DEL-ACCESS-3", "title": "A contract",
                 "function": "commissioning", "valuePence": 1,
                 "owners": [{"organisation": "%s"}], "takenOn": "2014-05-14",
                 "post": "Director", "reasons": "It is needed"}
                """
                        .formatted(manchester.ccg);
        manchester.secretary.does("/officer-decisions", byOfficers);
        var decision = "POST " + V1 + "/decisions/{decision}/";
        var byScrutiny = "{\"by\": \"none\", \"reason\": \"It was said so\"}";
        var byAnother = "{\"byDecision\": \"none\", \"reason\": \"It was decided so\"}";
        things.named("route", "ROUTE-ACCESS-1")
                .json(
                        "POST " + V1 + "/approval-routes",
                        route.formatted(
                                "ROUTE-ACCESS-2", "2015-04-01", "2015-12-31", manchester.board))
                .json(
                        "POST " + V1 + "/approval-routes/{route}/end",
                        "{\"lastDay\": \"2014-06-01\"}")
                .json("POST " + V1 + "/officer-decisions", byOfficers)
                .json(
                        decision + "call-in",
                        "{\"by\": \"%s\", \"reason\": \"To look at it\"}"
                                .formatted(manchester.board))
                .json(decision + "uphold", byScrutiny)
                .json(decision + "send-back", byScrutiny)
                .json(decision + "rescind", byAnother)
                .json(decision + "supersede", byAnother)
                .json(decision + "ratify", byAnother)
                .json(decision + "refer", "{}");
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

    private static void plans(Things things, Manchester manchester) {
        var entry = "{\"body\": \"%s\", \"title\": \"A matter\", \"expectedIn\": \"2015-03\"}";
        var standing = "{\"body\": \"%s\", \"title\": \"Performance\"}";
        var dive = "{\"body\": \"%s\", \"concern\": \"Delays\", \"raisedOn\": \"2014-05-01\"}";
        var quota =
                """
                {"body": "%s", "subject": "%s", "reportsWanted": 2, "from": "2014-04-01",
                 "until": "2015-03-31"}
                """;
        var board = manchester.board;
        var plan = "POST " + V1 + "/forward-plan";
        things.named("entry", made(manchester, "/forward-plan", entry.formatted(board)))
                .json(plan, entry.formatted(board))
                .csv(plan, "body,title,expected\n%s,A matter,2015-03\n".formatted(board))
                .json(
                        plan + "/{entry}/move",
                        "{\"expectedIn\": \"2015-04\", \"reason\": \"Later\"}")
                .json(plan + "/{entry}/withdraw", "{\"reason\": \"Not wanted\"}")
                .json(plan + "/{entry}/general-exception", "{\"reason\": \"Short\"}")
                .json(plan + "/{entry}/special-urgency", "{\"reason\": \"Shorter\"}")
                .named(
                        "standingItem",
                        made(manchester, "/standing-items", standing.formatted(board)))
                .json("POST " + V1 + "/standing-items", standing.formatted(board))
                .csv(
                        "POST " + V1 + "/standing-items",
                        "body,title\n%s,Performance\n".formatted(board))
                .json(
                        "POST " + V1 + "/standing-items/{standingItem}/end",
                        "{\"until\": \"2999-03-31\"}")
                .named("deepDive", made(manchester, "/deep-dives", dive.formatted(board)))
                .json("POST " + V1 + "/deep-dives", dive.formatted(board))
                .named(
                        "quota",
                        made(manchester, "/scrutiny-quotas", quota.formatted(board, "Carers")))
                .json("POST " + V1 + "/scrutiny-quotas", quota.formatted(board, "Housing"))
                .csv(
                        "POST " + V1 + "/scrutiny-quotas",
                        """
                        body,subject,reportsWanted,from,until
                        %s,Schools,2,2014-04-01,2015-03-31
                        """
                                .formatted(board));
    }

    private static void papers(Things things, Manchester manchester) {
        var meeting = manchester.meets(manchester.board);
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting), "{\"title\": \"A report\"}");
        var paper =
                """
                {"frontSheet": {"title": "A report", "reportOf": "City Wide Leadership Group",
                                "recommendations": [{"verb": "NOTE", "text": "The report"}]}}
                """;
        var reference = made(manchester, "/meetings/%s/items/1/papers".formatted(meeting), paper);
        manchester.secretary.uploads("/papers/%s/content".formatted(reference), "# A report");
        var recommendation =
                """
                {"number": %d, "verb": "NOTE", "text": "The plan", "document": "A document",
                 "body": "%s"}
                """;
        things.named("paper", reference)
                .json("POST " + V1 + "/meetings/{meeting}/items/{item}/papers", paper)
                .named("recommendation", reference + "/R1")
                .json(
                        "POST " + V1 + "/recommendations",
                        recommendation.formatted(1, manchester.board))
                .csv(
                        "POST " + V1 + "/recommendations",
                        """
                        number,verb,text,document,body
                        2,NOTE,The plan,A document,%s
                        """
                                .formatted(manchester.board))
                .json(
                        "POST " + V1 + "/recommendations/{recommendation}/answer",
                        "{\"outcome\": \"ACCEPTED\"}");
    }

    private static void disputes(Things things, Manchester manchester) {
        var raised =
                """
                {"title": "Who pays", "locality": "E08000003", "raisedBy": "%1$s",
                 "parties": ["%1$s", "%2$s"], "raisedOn": "2014-09-01"}
                """
                        .formatted(manchester.council, manchester.ccg);
        var dispute = "POST " + V1 + "/disputes/{dispute}";
        things.named("dispute", made(manchester, "/disputes", raised))
                .json("POST " + V1 + "/disputes", raised)
                .json(dispute + "/refer", "{\"body\": \"%s\"}".formatted(manchester.board))
                .json(dispute + "/steps", "{\"what\": \"They met\"}")
                .json(dispute + "/resolve", "{\"agreement\": \"Halves\"}")
                .json(dispute + "/withdraw", "{\"reason\": \"Settled\"}")
                .json(
                        "POST " + V1 + "/bodies/{body}/dispute-rule",
                        "{\"daysBetweenSteps\": 28, \"effectiveOn\": \"2014-04-01\"}");
    }

    private static String made(Manchester manchester, String path, String json) {
        return manchester.secretary.does(path, json).extract().path("reference");
    }
}
