package locality.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void loadsTheDemoUnlessToldNotTo() {
        assertThat(Options.of(List.of()).demo()).isTrue();
        assertThat(Options.of(List.of("--no-demo")).demo()).isFalse();
    }

    @Test
    void putsNoDemoIntoSomebodyElsesDatabases() {
        assertThat(Options.of(List.of("--external")).demo()).isFalse();
    }

    @Test
    void refusesToRemoveLocalDataForARunThatUsesNone() {
        assertThatThrownBy(() -> Options.of(List.of("--external", "--fresh")))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "--fresh removes local data and --external uses none: give one of them.");
    }
}
