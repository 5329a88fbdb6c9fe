package locality.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demo's interventions and themes")
class InterventionsTest {

    @Test
    void registersFortyInterventionsOfRochdaleAndNamesOnlyThoseTheSourceNames() {
        var register = Table.of("rochdale/interventions.csv").rows();

        assertThat(register).hasSize(40);
        assertThat(register)
                .filteredOn(row -> row.getOrDefault("formula", "").startsWith("one of the 40"))
                .hasSize(34)
                .allSatisfy(
                        row ->
                                assertThat(row.get("name"))
                                        .matches(
                                                "Rochdale intervention \\d\\d"
                                                        + " \\(not named in source\\)"));
    }

    @Test
    void mobilisesTwentyOfThemAndTransfersSeventeen() {
        var transferred =
                Table.of("rochdale/interventions.csv").rows().stream()
                        .filter(row -> row.getOrDefault("themes", "").contains("RCH-LCO-SCOPE"))
                        .map(row -> row.get("reference"))
                        .collect(Collectors.toSet());
        var mobilised =
                Sent.to("/interventions/RCH-[^/]+/components")
                        .filter(sent -> sent.body().has("liveSince"))
                        .map(sent -> sent.part(2))
                        .collect(Collectors.toSet());

        assertThat(transferred).hasSize(17);
        assertThat(mobilised).hasSize(20).containsAll(transferred);
    }

    @Test
    void mapsEveryInterventionToATheme() {
        assertThat(Sent.to("/interventions"))
                .filteredOn(sent -> sent.post().body() != null)
                .allSatisfy(sent -> assertThat(sent.body().path("themes")).isNotEmpty());
        assertThat(Table.of("rochdale/interventions.csv").rows())
                .allSatisfy(
                        row -> assertThat(row.getOrDefault("themes", "")).contains("RCH-THEME-"));
    }

    @Test
    void holdsThreePillarsNinePrioritiesThreeEnablersAndTheFiveThemesOfGreaterManchester() {
        assertThat(kinds("E08000003"))
                .containsEntry("PILLAR", 3L)
                .containsEntry("PRIORITY", 9L)
                .containsEntry("ENABLER", 3L);
        assertThat(kinds("E08000005")).containsEntry("THEME", 5L);
    }

    private static Map<String, Long> kinds(String locality) {
        return Sent.to("/themes")
                .filter(sent -> sent.text("locality").equals(locality))
                .collect(Collectors.groupingBy(sent -> sent.text("kind"), Collectors.counting()));
    }
}
