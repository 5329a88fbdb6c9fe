package locality.governance.decision;

import static locality.governance.story.Manchester.all;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import locality.platform.time.BusinessClock;

/// The board meets today, so that what is still to come of its decisions is ahead.
abstract class TheBoardDecidesToday extends TheBoardDecides {

    @Inject Clock clock;

    LocalDate today() {
        return BusinessClock.today(clock);
    }

    /// A meeting of a body today, noticed in time and open.
    String meetsToday(String body) {
        var meeting = planned(body, today());
        opens(meeting);
        return meeting;
    }

    /// Noticed in time and opened.
    void opens(String meeting) {
        manchester.secretary.does(
                "/meetings/%s/notice".formatted(meeting),
                "{\"noticedOn\": \"%s\"}".formatted(today().minusDays(10)));
        manchester.secretary.does("/meetings/%s/open".formatted(meeting), "{}");
    }

    String planned(String body, LocalDate on) {
        return manchester
                .secretary
                .does(
                        "/meetings",
                        "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}".formatted(body, on))
                .extract()
                .path("reference");
    }

    /// New terms of a body from a day on, as the tests' terms are but for these.
    void terms(String body, String from, String more) {
        manchester.secretary.does(
                "/bodies/%s/terms-of-reference".formatted(body),
                """
                {"effectiveOn": "%s", "quorum": {"number": 3},
                 "votingRule": "SIMPLE_MAJORITY", "castingVote": "S1",
                 "substitutesAllowed": true, "noticeClearDays": 5%s}
                """
                        .formatted(from, more));
    }

    /// Tabled, voted for and carried.
    JsonPath carried(String meeting, String item) {
        int number = tabled(meeting, item);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, number, all(3, "FOR"));
        return manchester.outcome(meeting, number);
    }

    JsonPath approved(String meeting, long pence, String subject) {
        return carried(meeting, approval(pence, whole(), subject));
    }

    JsonPath does(JsonPath decision, String verb, String json) {
        return manchester
                .secretary
                .does("/decisions/%s/%s".formatted(decision.getString("id"), verb), json)
                .extract()
                .jsonPath();
    }

    void refuses(JsonPath decision, String verb, String json, int status, String code) {
        var answer =
                manchester
                        .secretary
                        .post("/decisions/%s/%s".formatted(decision.getString("id"), verb), json)
                        .extract();
        org.assertj.core.api.Assertions.assertThat(answer.<String>path("code")).isEqualTo(code);
        org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isEqualTo(status);
    }

    JsonPath shown(JsonPath decision) {
        return manchester
                .secretary
                .get("/decisions/" + decision.getString("id"))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String stateOf(JsonPath decision) {
        return shown(decision).getString("state");
    }

    /// A body's approval of something of a penny, to do with another decision.
    JsonPath about(JsonPath decision, String body) {
        return ratifying(body, decision, 1, "APPROVE");
    }

    JsonPath ratifying(String body, JsonPath invalid, long pence, String type) {
        return carried(
                meetsToday(body),
                """
                {"title": "Ratification",
                 "decision": {"type": "%s", "function": "commissioning", "valuePence": %d,
                              "owners": [{"organisation": "%s"}],
                              "subject": {"type": "decision", "id": "%s"}}}
                """
                        .formatted(type, pence, manchester.ccg, invalid.getString("reference")));
    }

    /// An approval that is to take the place of another.
    String inPlaceOf(JsonPath decision, long pence, String subject) {
        return approval(pence, whole(), subject)
                .replace(
                        "\"type\": \"APPROVE\"",
                        "\"type\": \"APPROVE\", \"supersedes\": \"%s\""
                                .formatted(decision.getString("id")));
    }

    /// A RATIFY of a decision.
    String ratify(JsonPath decision, long pence) {
        return about(decision.getString("id"), pence).replace("\"APPROVE\"", "\"RATIFY\"");
    }

    /// An approval of something about a decision, however that is named.
    String about(String decision, long pence) {
        return """
        {"title": "A second part",
         "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": %d,
                      "owners": [{"organisation": "%s"}],
                      "subject": {"type": "decision", "id": "%s"}}}
        """
                .formatted(pence, manchester.ccg, decision);
    }
}
