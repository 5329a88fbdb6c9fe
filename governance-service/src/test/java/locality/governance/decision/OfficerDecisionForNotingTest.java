package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What officers decided urgently or of key value is for the body to note.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OfficerDecisionForNotingTest extends OfficersDecide {

    @Test
    void anUrgentDecisionNeedsConsentAndIsForTheBodyToNote() {
        var decision =
                recorded(
                        "2014-06-02",
                        600,
                        "a",
                        ", \"urgent\": {\"consentOf\": \"Scrutiny chair\", \"reason\":"
                                + " \"Winter\"}");
        assertThat(decision.getString("mode")).isEqualTo("URGENT");
        assertThat(decision.getString("officerRecord.urgency.consentOf"))
                .isEqualTo("Scrutiny chair");
        record("2014-06-02", 1, "b", ", \"urgent\": {\"reason\": \"Winter\"}").statusCode(400);

        forNoting().body("items.id", contains(decision.getString("id")));
        var meeting = meetsToday(manchester.governingBody);
        int item =
                tabled(
                        meeting,
                        """
                        {"title": "Urgent decisions",
                         "decision": {"type": "NOTE",
                                      "subject": {"type": "decision", "id": "%s"}}}
                        """
                                .formatted(decision.getString("reference")));
        forNoting().body("items.id", hasItem(decision.getString("id")));
        manchester.attend(meeting, 3);
        manchester.outcome(meeting, item);
        forNoting().body("items.id", not(hasItem(decision.getString("id"))));
    }

    @Test
    void whatTheBodysTermsDoNotCallKeyIsNotForNoting() {
        terms(manchester.governingBody, "2014-04-01", ", \"keyDecisionFromPence\": 500");
        recorded("2014-06-02", 499, "a", "");
        var key = recorded("2014-06-03", 500, "b", "");

        assertThat(key.getList("validityCodes")).containsExactly("KEY_NOTICE_SHORT");
        forNoting().body("items.id", contains(key.getString("id"))).body("items", hasSize(1));
    }

    @Test
    void whatIsKeyWithWhatWasApprovedOfItsSubjectBeforeIsForNoting() {
        terms(manchester.governingBody, "2014-04-01", ", \"keyDecisionFromPence\": 500");
        recorded("2014-06-02", 499, "a", "");

        var second = recorded("2014-06-03", 1, "a", "");

        assertThat(second.getBoolean("evidence.keyNotice.key")).isTrue();
        forNoting().body("items.id", contains(second.getString("id")));
        assertThat(waitingToBeNoted()).contains(second.getString("reference"));
    }

    @Test
    void onlyTheBodyItselfNotesWhatItsOfficersDecidedAndOnlyAtAMeetingItWasCalledTo() {
        var decision = recorded("2014-06-02", 600, "a", "");

        assertThat(noted(meetsToday(manchester.board), decision)).isEqualTo("IN_EFFECT");
        forNoting().body("items.id", contains(decision.getString("id")));
        assertThat(waitingToBeNoted()).contains(decision.getString("reference"));
        assertThat(noted(meetsWithoutNotice(), decision)).isEqualTo("INVALID");
        forNoting().body("items.id", contains(decision.getString("id")));
        assertThat(waitingToBeNoted()).contains(decision.getString("reference"));
        assertThat(noted(meetsToday(manchester.governingBody), decision)).isEqualTo("IN_EFFECT");
        forNoting().body("items", hasSize(0));
        assertThat(waitingToBeNoted()).doesNotContain(decision.getString("reference"));
    }

    private String meetsWithoutNotice() {
        var meeting = planned(manchester.governingBody, today());
        manchester.secretary.does(
                "/meetings/%s/notice".formatted(meeting),
                "{\"noticedOn\": \"%s\"}".formatted(today()));
        manchester.secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        return meeting;
    }

    /// @return the state of what the meeting was told of the decision
    private String noted(String meeting, JsonPath decision) {
        int item =
                tabled(
                        meeting,
                        """
                        {"title": "What officers decided",
                         "decision": {"type": "NOTE",
                                      "subject": {"type": "decision", "id": "%s"}}}
                        """
                                .formatted(decision.getString("id")));
        manchester.attend(meeting, 3);
        return manchester.outcome(meeting, item).getString("state");
    }
}
