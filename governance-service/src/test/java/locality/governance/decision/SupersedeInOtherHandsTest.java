package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import locality.governance.period.ClearDays;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was to take the place of another is made good, recommended by a shadow body, called in, or
/// decided by officers.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SupersedeInOtherHandsTest extends DecisionsInTurn {

    @Inject BringIntoEffect bringIntoEffect;

    @Test
    void whatSupersedesIsMadeGoodWithinTheLimitItWouldHaveHad() {
        grantToTheBoard(1_000, "PER_DECISION");
        var upper = above(1_000);
        var first = approved(meetsToday(manchester.board), 600, "a");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, inPlaceOf(first, 900, "a"));
        var inquorate = inquorate(meeting, item);
        assertThat(inquorate.getList("validityCodes")).containsExactly("INQUORATE");

        var ratification = carried(meetsToday(upper), ratify(inquorate, 900));
        assertThat(ratification.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        does(inquorate, "ratify", by(ratification));

        assertThat(stateOf(inquorate)).isEqualTo("RATIFIED");
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
        assertThat(shown(first).getString("steps[0].byDecision"))
                .isEqualTo(inquorate.getString("id"));
    }

    @Test
    void whatMadeAnotherGoodMeanwhileStandsBesideTheOneThatWasToTakeItsPlace() {
        grantToTheBoard(1_000, "PER_DECISION");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, approval(100, whole(), "a"));
        var inquorate = inquorate(meeting, item);
        var ratification = carried(meetsToday(manchester.board), ratify(inquorate, 100));
        scrutinyHasFiveDays();
        var second =
                carried(
                        meetsToday(manchester.board),
                        about(ratification.getString("id"), 100)
                                .replace(
                                        "\"APPROVE\"",
                                        "\"APPROVE\", \"supersedes\": \"%s\""
                                                .formatted(ratification.getString("id"))));
        assertThat(second.getString("state")).isEqualTo("CARRIED");
        does(inquorate, "ratify", by(ratification));

        bringIntoEffect.handle(ClearDays.WORKING.lastDayAfter(today(), 5).plusDays(1));

        assertThat(stateOf(second)).isEqualTo("IN_EFFECT");
        assertThat(stateOf(ratification)).isEqualTo("IN_EFFECT");
        assertThat(shown(second).getString("explanation"))
                .contains("It supersedes nothing", inquorate.getString("reference"));
    }

    @Test
    void aShadowBodysRecommendationKeepsNobodyFromTakingThePlace() {
        var first = first(600);
        var shadow = manchester.board + "-SHADOW";
        shadowThatTakesOver(shadow);
        var recommended = carried(meetsToday(shadow), inPlaceOf(first, 900, "a"));
        assertThat(recommended.getString("takenAs")).isEqualTo("RECOMMEND");
        assertThat(recommended.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");

        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));

        assertThat(second.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    private void shadowThatTakesOver(String reference) {
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Shadow", "classification": "GOVERNING_BODY",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "locality": "E08000003",
                 "lifecycle": [{"state": "SHADOW", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, manchester.council));
        for (int i = 1; i <= 3; i++) {
            manchester.secretary.does(
                    "/bodies/%s/memberships".formatted(reference),
                    """
                    {"seat": "S%d", "post": "Member", "from": "2013-04-01",
                     "personReference": "post:%s-%d"}
                    """
                            .formatted(i, reference, i));
        }
        terms(reference, "2013-04-01", "");
        manchester.secretary.does(
                "/bodies/%s/successions".formatted(manchester.board),
                "{\"successor\": \"%s\", \"effectiveOn\": \"%s\", \"alongside\": true}"
                        .formatted(reference, today()));
    }

    @Test
    void scrutinyThatUpholdsItEndsTheOneBeforeAndThatSendsItBackDoesNot() {
        var first = first(600);
        scrutinyHasFiveDays();
        var scrutiny = "{\"by\": \"%s\", \"reason\": \"The evaluation\"}".formatted(scrutiny());

        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));
        does(second, "call-in", scrutiny);
        does(second, "send-back", scrutiny);
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");

        var again = carried(meetsToday(manchester.board), again(second.getString("id")));
        assertThat(again.getString("state")).isEqualTo("CARRIED");
        does(second, "call-in", scrutiny);
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        does(second, "uphold", scrutiny);

        assertThat(stateOf(second)).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    private String scrutiny() {
        var scrutiny = manchester.board + "-HSC";
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Scrutiny", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(scrutiny));
        return scrutiny;
    }

    @Test
    void officersTakeThePlaceOfWhatOfficersOfTheirOrganisationDecidedAlone() {
        var delegation = "DEL-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003", "limitPence": 1000,
                 "limitKind": "ANNUAL", "effectiveOn": "2014-04-01"}
                """
                        .formatted(delegation, manchester.governingBody, manchester.council));
        var first = byOfficers(delegation, 600, null).statusCode(201).extract().jsonPath();
        var bodys = approved(meetsToday(manchester.governingBody), 1, "a");

        byOfficers(delegation, 1, bodys).statusCode(422).body("code", equalTo("BY_ANOTHER_BODY"));
        byOfficers(delegation, 900, first)
                .statusCode(201)
                .body("state", equalTo("IN_EFFECT"))
                .body("supersedes", equalTo(first.getString("id")));

        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    private ValidatableResponse byOfficers(
            String delegation, long pence, @Nullable JsonPath replaced) {
        return manchester.secretary.post(
                "/officer-decisions",
                """
                {"delegation": "%s", "title": "Beds", "function": "commissioning",
                 "valuePence": %d, "owners": [{"organisation": "%s"}],
                 "subject": {"type": "service", "id": "%s"}, "takenOn": "%s",
                 "post": "Director", "reasons": "Beds are needed"%s}
                """
                        .formatted(
                                delegation,
                                pence,
                                manchester.ccg,
                                manchester.board + "a",
                                today(),
                                replaced == null
                                        ? ""
                                        : ", \"supersedes\": \"%s\""
                                                .formatted(replaced.getString("id"))));
    }
}
