package locality.intervention.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ThemeTest {

    @Test
    void tellsWhetherItIsRetired() {
        var theme = new Theme();
        theme.id = Ids.next();
        theme.reference = "ROC-PILLAR-1";
        theme.name = "Community based care";
        theme.kind = ThemeKind.PILLAR;
        theme.locality = Locality.ROCHDALE;
        theme.provenance = Provenance.illustrative();

        assertThat(theme.recorded().state()).isEqualTo("ACTIVE");
        assertThat(theme.retire(LocalDate.of(2018, 5, 14)).state()).isEqualTo("RETIRED");
    }
}
