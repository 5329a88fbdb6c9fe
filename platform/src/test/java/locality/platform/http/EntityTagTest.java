package locality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final EntityTag SEVENTH = new EntityTag(7);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "*", "\"6\", W/\"7\"", "\"6\",\"7\""})
    void letsWhoHasSeenItGoOn(String ifMatch) {
        assertThatCode(() -> SEVENTH.check(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"6\"", "7", "\"77\"", "w/\"7\"", "\"5\", \"6\"", ""})
    void refusesWhoHasNot(String ifMatch) {
        assertThatThrownBy(() -> SEVENTH.check(ifMatch))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused ->
                                assertThat(refused.kind())
                                        .isEqualTo(Refusal.Kind.PRECONDITION_FAILED));
    }

    @Test
    void saysWhatWasSentAndWhatItIsNow() {
        assertThatThrownBy(() -> SEVENTH.check("\"6\""))
                .hasMessage("You read version \"6\", it is now \"7\"");
    }
}
