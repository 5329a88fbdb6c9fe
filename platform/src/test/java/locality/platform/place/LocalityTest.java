package locality.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LocalityTest {

    @Test
    void thereAreTenAndGreaterManchesterItself() {
        assertThat(Locality.values()).hasSize(11);
        assertThat(Locality.of("E08000005")).isEqualTo(Locality.ROCHDALE);
        assertThat(Locality.of("E47000001")).isEqualTo(Locality.GREATER_MANCHESTER);
    }

    @Test
    void refusesAPlaceOutsideAndSaysWhichThereAre() {
        assertThatThrownBy(() -> Locality.of("E08000035"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("E08000001 to E08000010");
    }
}
