package locality.governance.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import locality.governance.story.BudgetTopic;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is open of an organisation that closes, each with the call that clears it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ClosedownResourceTest extends ACcgIsToClose {

    @Test
    @Tag("G59")
    void everythingOpenIsListedWithTheCallThatClearsIt() {
        close();

        var open = closedown(AFTER);

        assertThat(kinds(open))
                .containsExactly("BODY", "DELEGATION", "SEAT", "POST", "DUTY", "TEAM");
        assertThat(open.getBoolean("complete")).isFalse();
        assertThat(open.getString("endsOn")).isEqualTo(BEFORE);
        assertThat(open.getMap("counts")).containsEntry("SEAT", 1).containsEntry("BODY", 1);
        assertThat(open.getString("items[0].reference")).isEqualTo(manchester.governingBody);
        assertThat(open.getString("items[0].clearedBy.path"))
                .isEqualTo(
                        "/api/governance/v1/bodies/%s/dissolve"
                                .formatted(manchester.governingBody));
        assertThat(open.getMap("items[0].clearedBy.body")).isEqualTo(Map.of("effectiveOn", AFTER));
        assertThat(open.getString("items[1].title"))
                .isEqualTo(
                        "bcf-investment-wave-two: %s to %s"
                                .formatted(manchester.governingBody, manchester.board));
        assertThat(open.getString("items[1].byHand")).contains("grants it anew");
        assertThat(open.getString("items[2].reference")).isEqualTo(manchester.board + "/CCG");
        assertThat(open.getMap("items[3].clearedBy.body"))
                .isEqualTo(
                        Map.of(
                                "to", successor,
                                "effectiveOn", AFTER,
                                "items", List.of("POST-" + ccg)));
    }

    @Test
    @Tag("G59")
    void powerStillFlowsFromATopBodyThatIsNotDissolved() {
        close();
        var asked =
                "/authority?function=bcf-investment-wave-two&place=E08000003&on=%s&owner=%s"
                        .formatted(AFTER, ccg);

        secretary.get(asked).body("holders.reference", hasItem(manchester.governingBody));
        assertThat(closedown(AFTER).getString("items[0].kind")).isEqualTo("BODY");

        secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"%s\"}".formatted(AFTER));
        secretary.get(asked).body("holders", empty());
        assertThat(kinds(closedown(AFTER))).doesNotContain("BODY", "DELEGATION");
    }

    @Test
    @Tag("G59")
    void moneyThatWasAskedForOrDecidedIsListedUntilItIsHandedOver() {
        var request = BudgetTopic.asksFor(ccg, "commissioning", 279_100_000);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        close();
        assertThat(kinds(closedown(AFTER))).contains("APPROVAL_REQUEST");
        assertThat(
                        closedown(AFTER)
                                .getString(
                                        "items.find {it.kind =="
                                                + " 'APPROVAL_REQUEST'}.clearedBy.path"))
                .isEqualTo("/api/governance/v1/meetings/{meeting}/items");

        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, "FOR", "FOR", "FOR");
        secretary.does("/meetings/%s/items/%d/outcome".formatted(meeting, item), "{}");

        assertThat(kinds(closedown(AFTER)))
                .contains("COMMITMENT_DECIDED")
                .doesNotContain("APPROVAL_REQUEST");
        var transfer = "/organisations/%s/closedown/transfer".formatted(ccg);
        var handover =
                """
                {"to": "%s", "items": ["%s/%d"], "effectiveOn": "2017-04-01"}
                """
                        .formatted(successor, meeting, item);
        secretary.post(transfer, handover).statusCode(200);
        assertThat(kinds(closedown(AFTER))).doesNotContain("COMMITMENT_DECIDED");
        assertThat(kinds(closedown(BEFORE))).contains("COMMITMENT_DECIDED");
        secretary
                .post(transfer, handover.replace("2017-04-01", "2016-04-01"))
                .statusCode(409)
                .body("code", equalTo("HANDED_OVER_ALREADY"))
                .body("from", equalTo(AFTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARRIED", "CALLED_IN", "RATIFIED"})
    void moneyThatWasDecidedIsListedWhileItWaitsToTakeEffectAndOnceItIsRatified(String state)
            throws SQLException {
        var request = BudgetTopic.asksFor(ccg, "commissioning", 100);
        var decision =
                manchester.decides(manchester.governingBody, request, 3, "FOR", "FOR", "FOR");
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "update decision set state = '%s', call_in_until = '2999-01-01' where id = '%s'"
                            .formatted(state, decision.getString("id")));
        }
        close();

        assertThat(kinds(closedown(AFTER))).contains("COMMITMENT_DECIDED");
    }

    @Test
    @Tag("G59")
    void aFunctionItOwnsIsListedUntilItsArrangementEnds() {
        var function = "owned-by-" + ccg.toLowerCase(Locale.ROOT);
        secretary.does("/functions", "{\"code\": \"%s\", \"name\": \"Owned\"}".formatted(function));
        secretary.does(
                "/functions/%s/places".formatted(function),
                """
                {"place": "E08000003", "reserved": false, "owner": "%s",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(ccg));
        close();

        var open = closedown(AFTER);
        var item = "items.find {it.kind == 'FUNCTION'}.";
        assertThat(open.getString(item + "reference")).isEqualTo(function + "/E08000003");
        assertThat(open.getString(item + "byHand")).contains("new owner");
        var path = open.getString(item + "clearedBy.path");
        assertThat(path)
                .isEqualTo(
                        "/api/governance/v1/functions/%s/places/E08000003/end".formatted(function));

        secretary.does(
                path.substring("/api/governance/v1".length()),
                "{\"effectiveOn\": \"%s\"}"
                        .formatted(open.getString(item + "clearedBy.body.effectiveOn")));
        assertThat(kinds(closedown(AFTER))).doesNotContain("FUNCTION");
        assertThat(kinds(closedown(BEFORE))).contains("FUNCTION");
    }
}
