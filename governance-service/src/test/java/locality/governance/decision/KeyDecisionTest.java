package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the board approves of £10 or more is key.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class KeyDecisionTest extends TheBoardDecidesToday {

    @BeforeEach
    void tenPoundsAreKey() {
        terms(manchester.board, "2014-04-01", ", \"keyDecisionFromPence\": 1000");
        grantToTheBoard(5_000, "PER_DECISION");
    }

    @Test
    void aKeyDecisionNobodyWasToldOfDoesNotBind() {
        var key = approved(meetsToday(manchester.board), 1_000, "a");

        assertThat(key.getString("state")).isEqualTo("INVALID");
        assertThat(key.getList("validityCodes")).containsExactly("KEY_NOTICE_SHORT");
        assertThat(key.getBoolean("evidence.keyNotice.inTime")).isFalse();
        assertThat(key.getInt("evidence.keyNotice.clearDaysNeeded")).isEqualTo(28);
    }

    @Test
    void oneOfLessValueOrThatOnlyRecommendsIsNotKey() {
        var below = approved(meetsToday(manchester.board), 999, "a");
        var recommended =
                carried(
                        meetsToday(manchester.board),
                        approval(1_000, whole(), "b").replace("APPROVE", "RECOMMEND"));

        assertThat(below.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(below.getMap("evidence.keyNotice")).isNull();
        assertThat(recommended.getString("state")).isEqualTo("IN_EFFECT");
    }
}
