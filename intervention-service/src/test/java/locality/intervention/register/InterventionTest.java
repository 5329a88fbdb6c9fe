package locality.intervention.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InterventionTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 5, 14);

    @Test
    @Tag("I5")
    void isNotMobilisedWithoutComponents() {
        assertThat(anIntervention().mobilised()).isEqualTo(Mobilisation.NONE);
    }

    @Test
    @Tag("I5")
    void isFullyMobilisedWhenEveryComponentIsLiveWithEveryPostFilled() {
        var intervention = anIntervention();
        intervention.add(component(TODAY, 3, 3), TODAY);
        intervention.add(component(TODAY.minusDays(30), 0, 0), TODAY);

        assertThat(intervention.mobilised()).isEqualTo(Mobilisation.FULL);
        assertThat(intervention.componentsLive()).isEqualTo(2);
    }

    @Test
    @Tag("I5")
    void isPartlyMobilisedWhenSomethingIsMissing() {
        assertThat(with(component(TODAY, 3, 2)).mobilised()).isEqualTo(Mobilisation.PARTIAL);
        assertThat(with(component(null, 3, 1)).mobilised()).isEqualTo(Mobilisation.PARTIAL);
        assertThat(with(component(TODAY, 0, 0), component(null, 3, 0)).mobilised())
                .isEqualTo(Mobilisation.PARTIAL);
        assertThat(with(component(null, 3, 0), component(null, 2, 0)).mobilised())
                .isEqualTo(Mobilisation.NONE);
    }

    @Test
    @Tag("I5")
    void tellsHowFarItIsMobilisedWhenAComponentMoves() {
        var intervention = with(component(null, 3, 0));
        var part = intervention.components.getFirst();

        var changed =
                intervention.replace(
                        new Component(part.componentId(), part.name(), null, TODAY, 3, 3), TODAY);

        assertThat(changed.mobilised()).isEqualTo("FULL");
        assertThat(changed.componentsLive()).isEqualTo(1);
        assertThat(changed.components()).isEqualTo(1);
    }

    @Test
    @Tag("I6")
    void cannotBeLiveInTheFuture() {
        var intervention = anIntervention();

        assertThatThrownBy(() -> intervention.add(component(TODAY.plusDays(1), 0, 0), TODAY))
                .isInstanceOf(InterventionRefusal.LiveInTheFuture.class);
    }

    @Test
    @Tag("I6")
    void cannotFillMorePostsThanThereAre() {
        var intervention = anIntervention();

        assertThatThrownBy(() -> intervention.add(component(null, 2, 3), TODAY))
                .isInstanceOf(InterventionRefusal.OverRecruited.class);
    }

    @Test
    @Tag("I8")
    void isNotApprovedWithoutAClinicalLead() {
        var intervention = anIntervention();
        intervention.brief(new Particulars("To do", "Programme manager", null, null, null), TODAY);

        assertThatThrownBy(() -> intervention.approve(null, TODAY))
                .isInstanceOf(InterventionRefusal.LeadMissing.class)
                .hasMessageContaining("clinicalLead");
        assertThat(intervention.state).isEqualTo(State.BRIEFED);
    }

    @Test
    @Tag("I3")
    void keepsWhatABriefDoesNotSay() {
        var intervention = anIntervention();
        intervention.brief(
                new Particulars("To do", "Programme manager", "Clinical lead", null, null), TODAY);

        intervention.brief(new Particulars("To do more", null, null, null, "RW6"), TODAY);

        assertThat(intervention.brief).isEqualTo("To do more");
        assertThat(intervention.clinicalLead).isEqualTo("Clinical lead");
        assertThat(intervention.provider).isEqualTo("RW6");
    }

    @Test
    @Tag("I3")
    void goesLiveOnlyOnceAComponentIs() {
        var intervention = anIntervention();
        intervention.state = State.MOBILISING;

        assertThatThrownBy(() -> intervention.advance(Step.GO_LIVE, TODAY))
                .isInstanceOf(InterventionRefusal.NothingLive.class);

        intervention.add(component(TODAY, 0, 0), TODAY);
        assertThat(intervention.advance(Step.GO_LIVE, TODAY).state()).isEqualTo("LIVE");
    }

    @Test
    @Tag("I3")
    void changesItsComponentsNoMoreOnceItIsOver() {
        var intervention = anIntervention();
        intervention.advance(Step.CANCEL, TODAY);

        assertThatThrownBy(() -> intervention.add(component(null, 0, 0), TODAY))
                .isInstanceOf(InterventionRefusal.NoLongerOpen.class);
    }

    @Test
    @Tag("I6")
    void knowsOnlyItsOwnComponents() {
        var stranger = UUID.randomUUID();

        assertThatThrownBy(() -> anIntervention().component(stranger)).isInstanceOf(NotFound.class);
    }

    private static Intervention with(Component... components) {
        var intervention = anIntervention();
        List.of(components).forEach(component -> intervention.add(component, TODAY));
        return intervention;
    }

    private static Intervention anIntervention() {
        var intervention = new Intervention();
        intervention.id = Ids.next();
        intervention.reference = "ROC-01";
        intervention.name = "Primary Care Academy";
        intervention.locality = Locality.ROCHDALE;
        intervention.effectiveOn = TODAY;
        intervention.provenance = Provenance.illustrative();
        return intervention;
    }

    private static Component component(
            @Nullable LocalDate liveSince, int postsToRecruit, int postsRecruited) {
        return new Component(
                Ids.next(), "A component", null, liveSince, postsToRecruit, postsRecruited);
    }
}
