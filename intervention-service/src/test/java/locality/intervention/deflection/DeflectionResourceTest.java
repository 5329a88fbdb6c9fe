package locality.intervention.deflection;

import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.intervention.Service.postCsv;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("I18")
class DeflectionResourceTest {

    @Inject AgroalDataSource database;

    private static final String PLAN =
            """
            {"activityType": "non-elective admissions", "provider": "RW6", "tariffPence": 149000,
             "months": [{"month": "2018-04", "counterfactual": 120, "planned": 100},
                        {"month": "2018-05", "counterfactual": 121, "planned": 101}],
             "provenance": {"kind": "ILLUSTRATIVE"}}
            """;

    @Test
    void comparesWhatCameWithWhatWasPlanned() {
        var plan = aPlan(anIntervention(ROCHDALE));

        actuals(plan, "month,actual\n2018-04,105\n2018-05,\n")
                .statusCode(200)
                .body("versions[0].realised.realised", equalTo(15))
                .body("versions[0].realised.percentOfPlan", equalTo(75.0f))
                .body("versions[0].realised.valuePence", equalTo(2_235_000))
                .body("versions[0].realised.months[0].actual", equalTo(105))
                .body("versions[0].realised.months[1].realised", nullValue())
                .body("versions[0].realised.monthsWithoutActual", contains("2018-05-01"));
        get(as("viewer", ROCHDALE), "/deflection-plans/" + plan)
                .statusCode(200)
                .body("versions[0].realised.realised", equalTo(15));
    }

    @Test
    void namesEveryBadActualAndTakesNone() {
        var plan = aPlan(anIntervention(ROCHDALE));

        actuals(plan, "month,actual\n2018-04,105\n2018-06,1\n2018-05,-3\n")
                .statusCode(400)
                .body("errors.where", contains("line 3, month", "line 4, actual"));
        get(as("viewer", ROCHDALE), "/deflection-plans/" + plan)
                .body("versions[0].realised.monthsWithoutActual", hasSize(2));
    }

    @Test
    @Tag("I19")
    void comparesVersionsAndKeepsWhatGreaterManchesterAgreed() {
        var plan = aPlan(anIntervention(ROCHDALE));
        command(plan, "agree-gm", "{}").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        command(plan, "agree-locally", "{}").statusCode(200);
        command(plan, "agree-gm", "{\"effectiveOn\": \"2017-11-30\"}")
                .statusCode(200)
                .body("versions[0].state", equalTo("GM_AGREED"))
                .body("versions[0].effectiveOn", equalTo("2017-11-30"));

        command(
                        plan,
                        "versions",
                        """
                        {"months": [{"month": "2018-04", "counterfactual": 120, "planned": 110}]}
                        """)
                .statusCode(200)
                .body("leadingVersion", equalTo(1))
                .body("versions.state", contains("GM_AGREED", "DRAFT"))
                .body("versions.realised.plannedDeflection", contains(40, 10));
        command(plan, "agree-locally", "{}").statusCode(200);
        command(plan, "agree-gm", "{}")
                .statusCode(200)
                .body("leadingVersion", equalTo(2))
                .body("versions.state", contains("SUPERSEDED", "GM_AGREED"));
    }

    @Test
    void movesItsVersionWithEveryChange() throws SQLException {
        var plan = aPlan(anIntervention(ROCHDALE));
        var tags = new ArrayList<String>();
        tags.add(get(as("viewer", ROCHDALE), "/deflection-plans/" + plan).extract().header("ETag"));
        for (var verb : List.of("agree-locally", "agree-gm")) {
            tags.add(command(plan, verb, "{}").statusCode(200).extract().header("ETag"));
        }
        tags.add(
                command(
                                plan,
                                "versions",
                                """
                                {"months": [{"month": "2018-04", "counterfactual": 120, "planned": 110}]}
                                """)
                        .statusCode(200)
                        .extract()
                        .header("ETag"));
        tags.add(
                actuals(plan, "month,actual\n2018-04,105\n")
                        .statusCode(200)
                        .extract()
                        .header("ETag"));

        assertThat(tags).doesNotHaveDuplicates();
        assertThat(
                        get(as("viewer", ROCHDALE), "/deflection-plans/" + plan)
                                .extract()
                                .header("ETag"))
                .isEqualTo(tags.getLast());
        post(
                        as("analyst", ROCHDALE).header("If-Match", tags.getFirst()),
                        "/deflection-plans/%s/agree-locally".formatted(plan),
                        "{}")
                .statusCode(412);
        assertThat(statesTold(plan))
                .containsExactly("DRAFT", "LOCAL_AGREED", "GM_AGREED", "DRAFT", "GM_AGREED");
    }

    @Test
    void plansAnActivityOfAProviderOnce() {
        var intervention = anIntervention(ROCHDALE);
        aPlan(intervention);

        post(
                        as("analyst", ROCHDALE),
                        "/interventions/%s/deflection-plans".formatted(intervention),
                        PLAN)
                .statusCode(409)
                .body("code", equalTo("PLANNED_ALREADY"));
        get(as("viewer", ROCHDALE), "/deflection-plans?intervention=" + intervention)
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void isHiddenFromAnotherLocality() {
        var intervention = anIntervention(ROCHDALE);
        var plan = aPlan(intervention);

        get(as("analyst", MANCHESTER), "/deflection-plans/" + plan).statusCode(404);
        get(as("analyst", MANCHESTER), "/deflection-plans?intervention=" + intervention)
                .statusCode(404);
        post(as("analyst", MANCHESTER), "/deflection-plans/%s/agree-locally".formatted(plan), "{}")
                .statusCode(404);
        post(as("programme", ROCHDALE), "/deflection-plans/%s/agree-locally".formatted(plan), "{}")
                .statusCode(403);
    }

    private static String aPlan(String intervention) {
        return post(
                        as("analyst", ROCHDALE),
                        "/interventions/%s/deflection-plans".formatted(intervention),
                        PLAN)
                .statusCode(201)
                .body("leadingVersion", equalTo(1))
                .body("versions[0].state", equalTo("DRAFT"))
                .extract()
                .jsonPath()
                .getString("id");
    }

    private List<String> statesTold(String plan) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select data ->> 'state' from event_log
                                where subject_type = 'deflection-plan' and subject_id = ?
                                order by subject_version
                                """)) {
            select.setString(1, plan);
            var states = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
            }
            return states;
        }
    }

    private static ValidatableResponse command(String plan, String verb, String body) {
        return post(as("analyst", ROCHDALE), "/deflection-plans/%s/%s".formatted(plan, verb), body);
    }

    private static ValidatableResponse actuals(String plan, String csv) {
        return postCsv(
                as("analyst", ROCHDALE), "/deflection-plans/%s/actuals".formatted(plan), csv);
    }
}
