package locality.intervention;

import static locality.intervention.Service.BASE;
import static locality.intervention.Service.aReference;
import static locality.intervention.Service.aTheme;
import static locality.intervention.Service.anIndicator;
import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.intervention.Service.postCsv;
import static locality.platform.place.Locality.MANCHESTER;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Things;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import org.junit.jupiter.api.Test;

/// Who may do what in intervention-service, and in which place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final AccessTable TABLE = AccessTable.of("intervention");
    private static final String OBSERVATIONS = "period,value\n2014-03,142\n";

    @Test
    void theTableNamesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void theTableHoldsInEveryCell() {
        var things = new Things();
        var theme = aTheme(MANCHESTER);
        register(things, theme);
        steps(things);
        indicators(things);
        deflection(things);
        contracts(things);

        TABLE.holdsInEveryCell(things);
    }

    private static void register(Things things, String theme) {
        var interventions = "POST " + BASE + "/interventions";
        things.named("theme", theme)
                .json(
                        "POST " + BASE + "/themes",
                        """
                        {"reference": "%s", "name": "A theme", "kind": "PILLAR",
                         "locality": "E08000003"}
                        """
                                .formatted(aReference()))
                .json("POST " + BASE + "/themes/{theme}/retire", "{}")
                .query(interventions, "locality=E08000003")
                .json(
                        interventions,
                        """
                        {"reference": "%s", "name": "An intervention", "locality": "E08000003",
                         "themes": ["%s"]}
                        """
                                .formatted(aReference(), theme))
                .csv(
                        interventions,
                        "reference,name,themes\n%s,Another,%s\n".formatted(aReference(), theme));
    }

    private static void steps(Things things) {
        var intervention = anIntervention(MANCHESTER);
        var one = "POST " + BASE + "/interventions/{intervention}";
        var programme = as("programme", MANCHESTER);
        post(programme, "/interventions/%s/components".formatted(intervention), team())
                .statusCode(200);
        var component =
                get(as("viewer", MANCHESTER), "/interventions/" + intervention)
                        .extract()
                        .<String>path("components[0].id");
        things.named("intervention", intervention)
                .named("component", component)
                .json(one + "/brief", "{\"brief\": \"To keep people at home\"}")
                .json(one + "/components", team())
                .json(one + "/components/{component}/progress", "{\"postsRecruited\": 0}");
        Stream.of("approve", "mobilise", "go-live", "evaluate", "continue", "scale", "exit")
                .forEach(step -> things.json(one + "/" + step, "{}"));
        things.json(one + "/close", "{}").json(one + "/cancel", "{}");
    }

    private static void indicators(Things things) {
        var indicator = anIndicator(MANCHESTER, "MONTH", "FLOW");
        var observations = "/indicators/%s/observations".formatted(indicator);
        postCsv(as("analyst", MANCHESTER), observations, OBSERVATIONS).statusCode(200);
        things.named("indicator", indicator)
                .with("period", "2014-03-01")
                .json(
                        "POST " + BASE + "/indicators",
                        """
                        {"reference": "%s", "name": "An indicator", "unit": "attendances",
                         "improvementDirection": "decrease", "frequency": "MONTH",
                         "aggregation": "FLOW", "source": "NHS England",
                         "publicationSchedule": "monthly", "ownerPost": "Head of performance",
                         "locality": "E08000003"}
                        """
                                .formatted(aReference()))
                .csv("POST " + BASE + "/indicators/{indicator}/observations", OBSERVATIONS);
    }

    private static void deflection(Things things) {
        var months =
                """
                "months": [{"month": "2014-07", "counterfactual": 3550, "planned": 3500}]}
                """;
        var plan =
                """
                {"activityType": "emergency admissions", "provider": "RW3",
                """
                        + months;
        var plans = "/interventions/%s/deflection-plans".formatted(anIntervention(MANCHESTER));
        var planned =
                post(as("analyst", MANCHESTER), plans, plan)
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        var one = "POST " + BASE + "/deflection-plans/{plan}";
        things.named("plan", planned)
                .json("POST " + BASE + "/interventions/{intervention}/deflection-plans", plan)
                .json(one + "/versions", "{" + months)
                .json(one + "/agree-locally", "{}")
                .json(one + "/agree-gm", "{}")
                .csv(one + "/actuals", "month,actual\n2014-07,3512\n");
    }

    private static void contracts(Things things) {
        var contract = aReference();
        var draft =
                """
                {"reference": "%s", "title": "A contract", "kind": "ALLIANCE",
                 "locality": "E08000003"}
                """;
        post(as("programme", MANCHESTER), "/contracts", draft.formatted(contract)).statusCode(201);
        var item = listedIn(contract);
        things.named("contract", contract)
                .named("item", item)
                .json("POST " + BASE + "/contracts", draft.formatted(aReference()))
                .json("POST " + BASE + "/contracts/{contract}/scope/{item}/include", "{}")
                .json("POST " + BASE + "/contracts/{contract}/scope/{item}/exit", "{}");
    }

    /// Something that passed a gateway to the contract, by the id it had there.
    private static String listedIn(String contract) {
        var item = Ids.next();
        try (var governance = Topics.of("governance")) {
            governance.tell(
                    new ScopeTransferred(
                            item,
                            Ids.next(),
                            contract,
                            "CORE-2",
                            "Core+2",
                            "SERVICE",
                            null,
                            MANCHESTER,
                            LocalDate.of(2018, 4, 1),
                            Provenance.illustrative()));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                item.toString()
                                        .equals(
                                                get(
                                                                as("viewer", MANCHESTER),
                                                                "/contracts/" + contract)
                                                        .extract()
                                                        .path("scope[0].id")));
        return item.toString();
    }

    private static String team() {
        return "{\"name\": \"Rapid response\"}";
    }
}
