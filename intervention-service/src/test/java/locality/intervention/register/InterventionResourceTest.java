package locality.intervention.register;

import static locality.intervention.Service.aReference;
import static locality.intervention.Service.aTheme;
import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import java.util.UUID;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class InterventionResourceTest {

    @Inject AgroalDataSource database;

    @Test
    @Tag("I3")
    void takesAnInterventionFromProposalToClosure() {
        var it = anIntervention(ROCHDALE);

        command(it, "brief", BRIEF).statusCode(200).body("state", equalTo("BRIEFED"));
        command(it, "approve", "{}").statusCode(200).body("state", equalTo("APPROVED"));
        command(it, "mobilise", "{}").statusCode(200).body("state", equalTo("MOBILISING"));
        command(it, "go-live", "{}").statusCode(422).body("code", equalTo("NOTHING_LIVE"));
        command(it, "components", "{\"name\": \"Team\", \"liveSince\": \"2018-04-01\"}")
                .statusCode(200)
                .body("mobilised", equalTo("FULL"));
        command(it, "go-live", "{\"effectiveOn\": \"2018-04-01\"}")
                .statusCode(200)
                .body("state", equalTo("LIVE"))
                .body("effectiveOn", equalTo("2018-04-01"));
        command(it, "evaluate", "{}").statusCode(200);
        command(it, "continue", "{}").statusCode(200).body("state", equalTo("LIVE"));
        command(it, "evaluate", "{}").statusCode(200);
        command(it, "scale", "{}").statusCode(200).body("state", equalTo("MOBILISING"));
        command(it, "go-live", "{}").statusCode(200);
        command(it, "evaluate", "{}").statusCode(200);
        command(it, "exit", "{}").statusCode(200).body("state", equalTo("EXITING"));
        command(it, "close", "{}").statusCode(200).body("state", equalTo("CLOSED"));
        command(it, "cancel", "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("CLOSED"))
                .body("command", equalTo("cancel"));
    }

    @Test
    @Tag("I3")
    void tellsOfEveryChangeInTheEventLog() throws SQLException {
        var it = anIntervention(ROCHDALE);
        command(it, "brief", BRIEF).statusCode(200);
        command(it, "components", "{\"name\": \"Team\", \"postsToRecruit\": 2}").statusCode(200);

        assertThat(eventsOf(idOf(it)))
                .containsExactly(
                        "1 intervention.intervention-changed.v1 PROPOSED NONE 0/0",
                        "2 intervention.intervention-changed.v1 BRIEFED NONE 0/0",
                        "3 intervention.intervention-changed.v1 BRIEFED NONE 0/1");
    }

    @Test
    @Tag("I8")
    void saysWhichLeadIsMissing() {
        var it = anIntervention(ROCHDALE);
        command(it, "brief", "{\"brief\": \"To do\", \"managerialLead\": \"Programme manager\"}")
                .statusCode(200);

        command(it, "approve", "{}")
                .statusCode(422)
                .body("code", equalTo("LEAD_MISSING"))
                .body("missing", contains("clinicalLead"));
    }

    @Test
    @Tag("I7")
    void isNotBriefedByAnEmptyBrief() {
        var it = anIntervention(ROCHDALE);

        command(it, "brief", "{\"brief\": \" \"}")
                .statusCode(400)
                .body("errors[0].where", equalTo("brief"));
    }

    @Test
    @Tag("I5")
    void derivesHowFarItIsMobilised() {
        var it = anIntervention(ROCHDALE);
        var part =
                command(it, "components", "{\"name\": \"Team\", \"postsToRecruit\": 2}")
                        .body("mobilised", equalTo("NONE"))
                        .extract()
                        .jsonPath()
                        .getString("components[0].id");

        command(it, "components/%s/progress".formatted(part), "{\"postsRecruited\": 1}")
                .statusCode(200)
                .body("mobilised", equalTo("PARTIAL"))
                .body("components[0].postsToRecruit", equalTo(2));
        command(
                        it,
                        "components/%s/progress".formatted(part),
                        "{\"postsRecruited\": 2, \"liveSince\": \"2018-04-01\"}")
                .statusCode(200)
                .body("mobilised", equalTo("FULL"))
                .body("componentsLive", equalTo(1));
        command(it, "components/%s/progress".formatted(part), "{\"postsRecruited\": 3}")
                .statusCode(422)
                .body("code", equalTo("OVER_RECRUITED"));
    }

    @Test
    @Tag("I5")
    void isNeverToldHowFarItIsMobilised() {
        post(
                        as("programme", ROCHDALE),
                        "/interventions",
                        """
                        {"reference": "%s", "name": "Told", "locality": "E08000005", "themes": ["%s"],
                         "mobilised": "FULL"}
                        """
                                .formatted(aReference(), aTheme(ROCHDALE)))
                .statusCode(400)
                .body("detail", containsString("mobilised"));
    }

    @Test
    @Tag("I1")
    void servesAtLeastOneTheme() {
        post(
                        as("programme", ROCHDALE),
                        "/interventions",
                        """
                        {"reference": "%s", "name": "For nothing", "locality": "E08000005", "themes": []}
                        """
                                .formatted(aReference()))
                .statusCode(400)
                .body("errors[0].where", equalTo("themes"));
    }

    @Test
    @Tag("I3")
    void changesOnlyWhatTheCallerHasRead() {
        var it = anIntervention(ROCHDALE);
        command(it, "brief", BRIEF).header("ETag", equalTo("\"1\""));

        post(
                        as("programme", ROCHDALE).header("If-Match", "\"0\""),
                        "/interventions/%s/approve".formatted(it),
                        "{}")
                .statusCode(412)
                .body("code", equalTo("STALE"));
        post(
                        as("programme", ROCHDALE).header("If-Match", "\"1\""),
                        "/interventions/%s/approve".formatted(it),
                        "{}")
                .statusCode(200);
    }

    @Test
    @Tag("I3")
    void proposesOnceForOneKey() throws SQLException {
        var key = UUID.randomUUID().toString();
        var body =
                """
                {"reference": "%s", "name": "Once", "locality": "E08000005", "themes": ["%s"]}
                """
                        .formatted(aReference(), aTheme(ROCHDALE));

        var first = propose(key, body).statusCode(201).extract();
        var second = propose(key, body).statusCode(201).extract();

        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(eventsOf(first.jsonPath().getString("id"))).hasSize(1);
        propose(key, body.replace("Once", "Twice"))
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    @Tag("I3")
    void approvesByADecisionThatHasArrivedOnly() {
        var it = anIntervention(ROCHDALE);
        command(it, "brief", BRIEF).statusCode(200);

        command(it, "approve", "{\"decisionId\": \"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("DECISION_UNKNOWN"));
        get(as("viewer", ROCHDALE), "/interventions/" + it)
                .body("state", equalTo("BRIEFED"))
                .body("decisionId", nullValue());
    }

    @Test
    @Tag("I3")
    void listsWhatTheCallerMaySeePageByPage() {
        var theme = aTheme(ROCHDALE);
        for (int i = 0; i < 3; i++) {
            post(
                            as("programme", ROCHDALE),
                            "/interventions",
                            """
                            {"reference": "%s", "name": "One of three", "locality": "E08000005", "themes": ["%s"]}
                            """
                                    .formatted(aReference(), theme))
                    .statusCode(201);
        }

        var path = "/interventions?locality=E08000005&limit=2&theme=" + theme;
        var first =
                get(as("viewer", ROCHDALE), path)
                        .statusCode(200)
                        .body("items.locality", everyItem(equalTo("E08000005")))
                        .body("items.size()", equalTo(2))
                        .extract()
                        .jsonPath();
        get(as("viewer", ROCHDALE), path + "&after=" + first.getString("next"))
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
        get(as("viewer", MANCHESTER), "/interventions?locality=E08000005")
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    @Tag("I3")
    void isHiddenFromAnotherLocality() {
        var it = anIntervention(ROCHDALE);

        get(as("programme", MANCHESTER), "/interventions/" + it).statusCode(404);
        get(as("programme", MANCHESTER), "/interventions?limit=1000")
                .body("items.reference", not(hasItem(it)));
        post(as("programme", MANCHESTER), "/interventions/%s/brief".formatted(it), BRIEF)
                .statusCode(404);
        get(as("gm-observer"), "/interventions/" + it).statusCode(200);
    }

    @Test
    @Tag("I3")
    void isWrittenByProgrammeOfficesOnly() {
        for (var role : List.of("finance", "governance", "analyst", "viewer", "gm-observer")) {
            post(as(role, ROCHDALE), "/interventions", "{}").statusCode(403);
        }
    }

    private static final String BRIEF =
            """
            {"brief": "What it is to do", "managerialLead": "Programme manager",
             "clinicalLead": "Clinical lead, primary care"}
            """;

    private static ValidatableResponse command(String it, String verb, String body) {
        return post(as("programme", ROCHDALE), "/interventions/%s/%s".formatted(it, verb), body);
    }

    private static ValidatableResponse propose(String key, String body) {
        return post(
                as("programme", ROCHDALE).header("Idempotency-Key", key), "/interventions", body);
    }

    private static String idOf(String reference) {
        return get(as("viewer", ROCHDALE), "/interventions/" + reference)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private List<String> eventsOf(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select format('%s %s %s %s %s/%s', subject_version, type,
                                  data ->> 'state', data ->> 'mobilised', data ->> 'componentsLive',
                                  data ->> 'components')
                                from event_log
                                where subject_type = 'intervention' and subject_id = ?
                                order by subject_version
                                """)) {
            select.setString(1, id);
            var events = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(rows.getString(1));
                }
            }
            return events;
        }
    }
}
