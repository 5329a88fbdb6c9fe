package locality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedTest {

    @Test
    void waitsLongerEachTimeAndNeverLongerThanAQuarterOfAMinute() {
        var pause = Duration.ZERO;
        for (var expected : new long[] {500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000}) {
            pause = Watched.next(pause, Duration.ofSeconds(1));
            assertThat(pause).isEqualTo(Duration.ofMillis(expected));
        }
    }

    @Test
    void forgetsEarlierFailuresOnceAPartHadSettled() {
        assertThat(Watched.next(Watched.LONGEST_PAUSE, Duration.ofMinutes(1)))
                .isEqualTo(Watched.FIRST_PAUSE);
    }

    @Test
    void saysHowAProcessEnded() {
        assertThat(Watched.reason(1)).isEqualTo("exit 1");
        assertThat(Watched.reason(137)).isEqualTo("killed by signal 9");
    }

    @Test
    void showsTheMessagesOfAServiceThatDidNotStartAndNotItsStackTrace() {
        var line =
                """
                {"level":"ERROR","message":"Failed to start","exception":{"frames":[{"class":"a.B"}],\
                "causedBy":{"message":"Validate \\"it\\"\\nand see"}}}\
                """;

        assertThat(Watched.readable(line)).isEqualTo("Failed to start: Validate \"it\" and see");
        assertThat(Watched.readable("plain")).isEqualTo("plain");
    }
}
