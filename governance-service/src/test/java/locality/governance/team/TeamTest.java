package locality.governance.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final LocalDate FIRST = LocalDate.of(2017, 11, 1);
    private static final LocalDate CHANGED = LocalDate.of(2018, 4, 1);
    private static final Provenance SOURCE = Provenance.illustrative();

    private final Team team = team();

    @Test
    @Tag("G54")
    void itDoesOtherFunctionsFromADayOn() {
        team.does(List.of("commissioning"), FIRST, SOURCE);

        team.does(List.of("pooled-budget", "commissioning"), CHANGED, SOURCE);

        assertThat(team.functionsOn(CHANGED.minusDays(1))).containsExactly("commissioning");
        assertThat(team.functionsOn(CHANGED)).containsExactly("commissioning", "pooled-budget");
    }

    @Test
    @Tag("G59")
    void itBelongsToAnotherFromADayOn() {
        team.moveTo("E08000005", null, CHANGED, SOURCE);

        assertThat(team.homeOn(CHANGED.minusDays(1)).map(Home::organisation)).contains("01D");
        assertThat(team.homeOn(CHANGED).map(Home::organisation)).contains("E08000005");
    }

    @Test
    void whatItDoesAndWhereItBelongsEndsWithIt() {
        team.does(List.of("commissioning"), FIRST, SOURCE);

        team.end(CHANGED);

        assertThat(team.functionsOn(CHANGED)).isEmpty();
        assertThat(team.homeOn(CHANGED)).isEmpty();
        assertThatThrownBy(() -> team.end(CHANGED))
                .isInstanceOfSatisfying(
                        TeamRefusal.NotThere.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("until", CHANGED.minusDays(1))
                                        .containsEntry("on", CHANGED));
    }

    @Test
    void nothingIsSaidOfItOutsideItsLife() {
        assertThatThrownBy(() -> team.does(List.of(), FIRST.minusDays(1), SOURCE))
                .isInstanceOf(TeamRefusal.NotThere.class);
        assertThatThrownBy(() -> team.moveTo("E08000005", null, FIRST, SOURCE))
                .isInstanceOf(TeamRefusal.NotThere.class);
        assertThatThrownBy(
                        () ->
                                new Team(
                                        "T",
                                        "Team",
                                        Locality.ROCHDALE,
                                        new Period(FIRST, FIRST.minusDays(1)),
                                        SOURCE))
                .isInstanceOf(TeamRefusal.EndsBeforeItBegins.class);
    }

    private static Team team() {
        var team =
                new Team(
                        "ROC-ICD-HEALTH",
                        "Health Commissioning",
                        Locality.ROCHDALE,
                        new Period(FIRST, null),
                        SOURCE);
        team.homes.add(new Home("01D", null, FIRST, null, SOURCE));
        return team;
    }
}
