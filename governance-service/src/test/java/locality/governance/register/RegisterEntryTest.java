package locality.governance.register;

import static locality.governance.register.AnEntry.at;
import static locality.governance.register.AnEntry.refuses;
import static locality.governance.register.AnEntry.residualScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an entry was on any day, and what is kept with it.
class RegisterEntryTest {

    private static final RegisterEntry.At LATER = at("2016-12-01");

    @Test
    @Tag("G42")
    void whatIsUnscoredOrScoredByHalfHasNoScoreAndNeverNought() {
        assertThat(Score.UNSCORED.product()).isNull();
        assertThat(new Score(5, null).product()).isNull();
        assertThat(new Score(null, 5).product()).isNull();
        assertThat(new Score(5, 3).product()).isEqualTo(15);
        refuses(() -> new Score(0, 3), "SCORE_OUT_OF_RANGE", "given", 0);
        refuses(() -> new Score(3, 6), "SCORE_OUT_OF_RANGE", "field", "impact");
    }

    @Test
    @Tag("G42")
    void everyScoreItEverHadIsKeptWithItsDay() {
        var entry = AnEntry.risk().residual(4, 5).open();
        entry.score(residualScore(2, 5), "The contract was signed", at("2016-12-01"));
        entry.score(
                Map.of(ScoreKind.RESIDUAL, Score.UNSCORED), "To be scored anew", at("2017-02-01"));

        assertThat(residualOn(entry, "2016-10-19")).isEqualTo(20);
        assertThat(residualOn(entry, "2016-11-30")).isEqualTo(20);
        assertThat(residualOn(entry, "2016-12-01")).isEqualTo(10);
        assertThat(residualOn(entry, "2017-02-01")).isNull();
        assertThat(entry.on(LocalDate.parse("2016-10-18"))).isEmpty();
    }

    @Test
    @Tag("G42")
    void whatIsToleratedUntilADayIsOpenTheDayAfter() {
        var entry = AnEntry.risk().open();
        entry.tolerate(LocalDate.parse("2017-03-31"), "Lived with", at("2016-11-01"));

        assertThat(stateOn(entry, "2017-03-31")).isEqualTo(EntryState.TOLERATED);
        assertThat(stateOn(entry, "2017-04-01")).isEqualTo(EntryState.OPEN);
        assertThat(entry.endTolerance(LocalDate.parse("2017-03-31"))).isFalse();
        assertThat(entry.endTolerance(LocalDate.parse("2017-05-10"))).isTrue();
        assertThat(entry.last().effectiveOn).isEqualTo("2017-04-01");
        assertThat(stateOn(entry, "2017-03-31")).isEqualTo(EntryState.TOLERATED);
        assertThat(entry.endTolerance(LocalDate.parse("2017-05-10"))).isFalse();
    }

    @Test
    @Tag("G42")
    void aControlIsSaidAnewByItsNumber() {
        var entry = AnEntry.risk().open();
        entry.control(null, new Control("Monthly report", "Chief Finance Officer", null), LATER);
        entry.control(1, new Control("Monthly report", "Chief Finance Officer", false), LATER);

        assertThat(entry.last().controls)
                .containsExactly(new Control("Monthly report", "Chief Finance Officer", false));
        refuses(
                () -> entry.control(2, new Control("Another", null, null), LATER),
                "NO_SUCH_CONTROL",
                "controls",
                1);
    }

    @Test
    @Tag("G47")
    void onlyADependencyWaits() {
        assertThatThrownBy(
                        () ->
                                new EntryHead(
                                        "PID",
                                        EntryKind.RISK,
                                        "A risk",
                                        Locality.BURY,
                                        LocalDate.parse("2017-04-01"),
                                        null,
                                        null,
                                        List.of()))
                .isInstanceOf(EntryRefusal.WaitsForNothing.class);
        var waits =
                new EntryHead(
                        "Interdependencies",
                        EntryKind.DEPENDENCY,
                        "Financial flows",
                        Locality.OLDHAM,
                        LocalDate.parse("2021-09-30"),
                        new Link("workstream", "System development"),
                        null,
                        List.of());
        var entry =
                RegisterEntry.recorded(
                        new RegisterEntry.New(
                                Ids.next(),
                                "OLD-DEP-6",
                                waits,
                                null,
                                EntryStanding.NOTHING_SAID,
                                EntryOrigin.ENTERED,
                                LocalDate.parse("2021-06-01"),
                                Provenance.illustrative()));

        assertThat(entry.isLateOn(LocalDate.parse("2021-09-30"), EntryState.OPEN)).isFalse();
        assertThat(entry.isLateOn(LocalDate.parse("2021-10-01"), EntryState.OPEN)).isTrue();
        assertThat(entry.isLateOn(LocalDate.parse("2021-10-01"), EntryState.CLOSED)).isFalse();
    }

    @Test
    @Tag("G42")
    void nobodyIsNamedInARegister() {
        var entry = AnEntry.risk().open();

        refuses(
                () -> entry.close("Ask a.person@example.org", LATER),
                "PERSONAL_DATA",
                "field",
                "note");
        refuses(() -> entry.assign("0161 234 5678", null, LATER), "PERSONAL_DATA", "field", "post");
    }

    private static @Nullable Integer residualOn(RegisterEntry entry, String day) {
        return entry.on(LocalDate.parse(day)).orElseThrow().residual();
    }

    private static EntryState stateOn(RegisterEntry entry, String day) {
        return entry.on(LocalDate.parse(day)).orElseThrow().stateOn(LocalDate.parse(day));
    }
}
