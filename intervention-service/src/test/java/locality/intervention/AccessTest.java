package locality.intervention;

import static java.util.Map.entry;
import static locality.intervention.Service.BASE;
import static locality.intervention.Service.aReference;
import static locality.intervention.Service.aTheme;
import static locality.intervention.Service.anIndicator;
import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.MANCHESTER;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Example;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// Every cell of the declared table of role, endpoint and locality, of this service.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final AccessTable TABLE = AccessTable.of("intervention");

    @Test
    void namesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void admitsTheDeclaredRolesAndNobodyElse() {
        TABLE.admitsTheDeclaredRolesAndNobodyElse();
    }

    @Test
    void hidesWhatBelongsToAnotherLocality() {
        var examples = new HashMap<>(themesAndInterventions());
        examples.putAll(indicatorsAndDeflection());
        examples.put("GET " + BASE + "/events", Example.of(BASE + "/events"));

        TABLE.hidesWhatBelongsToAnotherLocality(examples);
    }

    private static Map<String, Example> themesAndInterventions() {
        var theme = aTheme(MANCHESTER);
        var intervention = anIntervention(MANCHESTER);
        post(
                        as("programme", MANCHESTER),
                        "/interventions/%s/components".formatted(intervention),
                        "{\"name\": \"Team\"}")
                .statusCode(200);
        var component =
                get(as("viewer", MANCHESTER), "/interventions/" + intervention)
                        .extract()
                        .jsonPath()
                        .getString("components[0].id");
        var one = BASE + "/interventions/" + intervention;
        var named = BASE + "/interventions/{intervention}";
        var examples =
                new HashMap<>(
                        Map.ofEntries(
                                entry("GET " + BASE + "/themes", Example.of(BASE + "/themes")),
                                entry(
                                        "POST " + BASE + "/themes",
                                        Example.of(BASE + "/themes", newTheme())),
                                entry(
                                        "GET " + BASE + "/themes/{theme}",
                                        Example.of(BASE + "/themes/" + theme)),
                                entry(
                                        "POST " + BASE + "/themes/{theme}/retire",
                                        Example.of(
                                                BASE + "/themes/%s/retire".formatted(theme), "{}")),
                                entry(
                                        "GET " + BASE + "/interventions",
                                        Example.of(BASE + "/interventions")),
                                entry(
                                        "POST " + BASE + "/interventions",
                                        Example.of(
                                                BASE + "/interventions", newIntervention(theme))),
                                entry("GET " + named, Example.of(one)),
                                entry(
                                        "POST " + named + "/brief",
                                        Example.of(one + "/brief", "{\"brief\": \"To do\"}")),
                                entry(
                                        "POST " + named + "/components",
                                        Example.of(one + "/components", "{\"name\": \"Team\"}")),
                                entry(
                                        "POST " + named + "/components/{component}/progress",
                                        Example.of(
                                                one
                                                        + "/components/%s/progress"
                                                                .formatted(component),
                                                "{\"postsRecruited\": 0}")),
                                entry(
                                        "POST " + named + "/deflection-plans",
                                        Example.of(one + "/deflection-plans", newPlan()))));
        Stream.of(
                        "approve",
                        "mobilise",
                        "go-live",
                        "evaluate",
                        "continue",
                        "scale",
                        "exit",
                        "close")
                .forEach(
                        verb ->
                                examples.put(
                                        "POST %s/%s".formatted(named, verb),
                                        Example.of(one + "/" + verb, "{}")));
        examples.put("POST " + named + "/cancel", Example.of(one + "/cancel", "{}"));
        return examples;
    }

    private static Map<String, Example> indicatorsAndDeflection() {
        var indicator = BASE + "/indicators/" + anIndicator(MANCHESTER, "MONTH", "FLOW");
        var named = BASE + "/indicators/{indicator}";
        var planned =
                post(
                                as("analyst", MANCHESTER),
                                "/interventions/%s/deflection-plans"
                                        .formatted(anIntervention(MANCHESTER)),
                                newPlan())
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");
        var plans = BASE + "/deflection-plans";
        var plan = plans + "/" + planned;
        return Map.ofEntries(
                entry("GET " + BASE + "/indicators", Example.of(BASE + "/indicators")),
                entry(
                        "POST " + BASE + "/indicators",
                        Example.of(BASE + "/indicators", newIndicator())),
                entry("GET " + named, Example.of(indicator)),
                entry("GET " + named + "/observations", Example.of(indicator + "/observations")),
                entry(
                        "POST " + named + "/observations",
                        Example.csv(indicator + "/observations", "period,value\n2014-03,142\n")),
                entry(
                        "GET " + named + "/observations/{period}",
                        Example.of(indicator + "/observations/2014-03-01")),
                entry("GET " + plans, Example.of(plans)),
                entry("GET " + plans + "/{plan}", Example.of(plan)),
                entry(
                        "POST " + plans + "/{plan}/versions",
                        Example.of(
                                plan + "/versions", newPlan().replaceFirst("\"activity.*\n", ""))),
                entry(
                        "POST " + plans + "/{plan}/agree-locally",
                        Example.of(plan + "/agree-locally", "{}")),
                entry("POST " + plans + "/{plan}/agree-gm", Example.of(plan + "/agree-gm", "{}")),
                entry(
                        "POST " + plans + "/{plan}/actuals",
                        Example.csv(plan + "/actuals", "month,actual\n2014-07,3512\n")));
    }

    private static String newTheme() {
        return """
        {"reference": "%s", "name": "A theme", "kind": "PILLAR", "locality": "E08000003"}
        """
                .formatted(aReference());
    }

    private static String newIntervention(String theme) {
        return """
        {"reference": "%s", "name": "An intervention", "locality": "E08000003", "themes": ["%s"]}
        """
                .formatted(aReference(), theme);
    }

    private static String newIndicator() {
        return """
        {"reference": "%s", "name": "An indicator", "unit": "attendances",
         "improvementDirection": "decrease", "frequency": "MONTH", "aggregation": "FLOW",
         "source": "NHS England", "publicationSchedule": "monthly", "ownerPost": "Head of performance",
         "locality": "E08000003"}
        """
                .formatted(aReference());
    }

    private static String newPlan() {
        return """
        {
         "activityType": "emergency admissions", "provider": "RW3",
         "months": [{"month": "2014-07", "counterfactual": 3550, "planned": 3500}]}
        """;
    }
}
