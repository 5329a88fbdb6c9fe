package locality.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void narrowsItsLocalitiesToTheOneAskedForAndNeverBeyond() {
        var both = Set.of(Locality.MANCHESTER, Locality.ROCHDALE);
        var caller = new Caller("E08000003", "subject", Set.of("finance"), both);

        assertThat(caller.localitiesWithin(null)).isEqualTo(both);
        assertThat(caller.localitiesWithin(Locality.ROCHDALE)).containsExactly(Locality.ROCHDALE);
        assertThat(caller.localitiesWithin(Locality.BOLTON)).isEmpty();
    }
}
