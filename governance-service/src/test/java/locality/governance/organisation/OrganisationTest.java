package locality.governance.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 4, 1);
    private static final LocalDate RENAMED = LocalDate.of(2015, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2017, 9, 30);
    private static final Provenance SOURCE = Provenance.illustrative();

    @Test
    @Tag("G59")
    void itIsCalledOnEachDayWhatItsLastNameByThenIs() {
        var trust = trust("RW3", null);

        trust.rename(new Renaming("Later name", RENAMED, SOURCE));

        assertThat(trust.nameOn(FIRST.minusDays(1))).isEqualTo("Trust RW3");
        assertThat(trust.nameOn(RENAMED.minusDays(1))).isEqualTo("Trust RW3");
        assertThat(trust.nameOn(RENAMED)).isEqualTo("Later name");
    }

    @Test
    void aNameOfTheSameDayReplacesTheLastAndAnEarlierOneIsRefused() {
        var trust = trust("RW3", null);
        trust.rename(new Renaming("Misspelt", RENAMED, SOURCE));

        var told = trust.rename(new Renaming("Spelt", RENAMED, SOURCE));

        assertThat(told.name()).isEqualTo("Spelt");
        assertThat(told.nameFrom()).isEqualTo(RENAMED);
        assertThatThrownBy(() -> trust.rename(new Renaming("Early", FIRST, SOURCE)))
                .isInstanceOfSatisfying(
                        OrganisationRefusal.NamesOutOfOrder.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("lastNameFrom", RENAMED)
                                        .containsEntry("from", FIRST));
    }

    @Test
    void itIsToldUnderItsLatestNameWithTheDayThatNameBegins() {
        var trust = trust("RW3", null);
        assertThat(trust.recorded().name()).isEqualTo("Trust RW3");
        assertThat(trust.recorded().nameFrom()).isEqualTo(FIRST);

        trust.rename(new Renaming("Later name", RENAMED, SOURCE));

        var closed = trust.close(LAST, SOURCE);
        assertThat(closed.name()).isEqualTo("Later name");
        assertThat(closed.nameFrom()).isEqualTo(RENAMED);
    }

    @Test
    void itTakesNoNameOnADayItIsNotThere() {
        var trust = trust("RW3", LAST);

        for (var day : List.of(FIRST.minusDays(1), LAST.plusDays(1))) {
            assertThatThrownBy(() -> trust.rename(new Renaming("Name", day, SOURCE)))
                    .isInstanceOfSatisfying(
                            OrganisationRefusal.NotThereToBeNamed.class,
                            refusal ->
                                    assertThat(refusal.operands())
                                            .containsEntry("from", day)
                                            .containsEntry("endsOn", LAST));
        }
    }

    @Test
    @Tag("G59")
    void itClosesOnceAndAnEndThatIsKnownMayNameWhoSucceeds() {
        var open = trust("RW3", null);
        open.close(LAST, SOURCE);
        var ending = trust("RM2", LAST);
        ending.close(LAST, SOURCE);

        assertThat(open.stateOn(LAST)).isEqualTo(OrganisationState.OPEN);
        assertThat(open.stateOn(LAST.plusDays(1))).isEqualTo(OrganisationState.CLOSED);
        assertThat(open.stateOn(FIRST.minusDays(1))).isEqualTo(OrganisationState.TO_COME);
        for (var ended : List.of(open, ending)) {
            assertThatThrownBy(() -> ended.close(LAST, SOURCE))
                    .isInstanceOfSatisfying(
                            OrganisationRefusal.EndedAlready.class,
                            refusal ->
                                    assertThat(refusal.operands()).containsEntry("endsOn", LAST));
        }
        assertThatThrownBy(() -> trust("RMC", LAST).close(LAST.plusDays(1), SOURCE))
                .isInstanceOf(OrganisationRefusal.EndedAlready.class);
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> trust("RW3", null).close(FIRST.minusDays(1), SOURCE))
                .isInstanceOfSatisfying(
                        OrganisationRefusal.EndsBeforeItBegins.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("effectiveOn", FIRST)
                                        .containsEntry("endsOn", FIRST.minusDays(1)));
    }

    @Test
    void nobodySucceedsWhoIsGoneBefore() {
        var gone = trust("R0A", LAST);

        assertThatThrownBy(() -> gone.succeed(trust("RW3", LAST), LAST))
                .isInstanceOfSatisfying(
                        OrganisationRefusal.GoneBefore.class,
                        refusal ->
                                assertThat(refusal.operands())
                                        .containsEntry("successorEndsOn", LAST)
                                        .containsEntry("endsOn", LAST));
    }

    @Test
    void aSuccessorListsAPredecessorOnce() {
        var successor = trust("R0A", null);
        successor.succeed(trust("RW3", LAST), LAST);

        var told = successor.succeed(trust("RW3", LAST), LAST);

        assertThat(told.predecessors()).containsExactly("RW3");
    }

    private static Organisation trust(String code, @Nullable LocalDate endsOn) {
        return new Organisation(
                code,
                "Trust " + code,
                OrganisationKind.NHS_TRUST,
                Locality.MANCHESTER,
                FIRST,
                endsOn,
                List.of(),
                SOURCE);
    }
}
