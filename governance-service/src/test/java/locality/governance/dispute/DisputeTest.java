package locality.governance.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import locality.governance.meeting.AMeeting;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DisputeTest {

    private static final LocalDate RAISED_ON = LocalDate.of(2014, 9, 1);

    private static final Map<String, Consumer<Dispute>> COMMANDS =
            Map.of(
                    "refer",
                    dispute -> dispute.refer(AMeeting.board(), step(RAISED_ON)),
                    "take",
                    dispute -> dispute.take(step(RAISED_ON)),
                    "resolve",
                    dispute -> dispute.resolve(null, "Halves", step(RAISED_ON)),
                    "withdraw",
                    dispute -> dispute.withdraw("Settled", step(RAISED_ON)));

    private static final Map<DisputeState, Map<String, DisputeState>> LAWFUL =
            Map.of(
                    DisputeState.RAISED,
                    Map.of(
                            "refer", DisputeState.REFERRED,
                            "take", DisputeState.RAISED,
                            "withdraw", DisputeState.WITHDRAWN),
                    DisputeState.REFERRED,
                    Map.of(
                            "take", DisputeState.REFERRED,
                            "resolve", DisputeState.RESOLVED,
                            "withdraw", DisputeState.WITHDRAWN),
                    DisputeState.RESOLVED,
                    Map.of(),
                    DisputeState.WITHDRAWN,
                    Map.of());

    @Test
    @Tag("G25")
    void everyCommandButTheLawfulOnesIsRefusedInEveryState() {
        assertThat(LAWFUL.keySet()).containsExactlyInAnyOrder(DisputeState.values());
        LAWFUL.forEach(
                (from, lawful) ->
                        COMMANDS.forEach(
                                (name, command) -> {
                                    var dispute = in(from);
                                    if (lawful.containsKey(name)) {
                                        command.accept(dispute);
                                        assertThat(dispute.state).isEqualTo(lawful.get(name));
                                    } else {
                                        assertThatThrownBy(() -> command.accept(dispute))
                                                .as("%s while %s", name, from)
                                                .isInstanceOfAny(
                                                        DisputeRefusal.IllegalStep.class,
                                                        DisputeRefusal.Over.class);
                                        assertThat(dispute.state).isEqualTo(from);
                                        assertThat(dispute.steps).hasSize(1);
                                    }
                                }));
    }

    @Test
    void everyStateGoesOnlyToItsNext() {
        var lawful =
                Map.of(
                        DisputeState.RAISED,
                        Set.of(DisputeState.REFERRED, DisputeState.WITHDRAWN),
                        DisputeState.REFERRED,
                        Set.of(DisputeState.RESOLVED, DisputeState.WITHDRAWN),
                        DisputeState.RESOLVED,
                        Set.of(),
                        DisputeState.WITHDRAWN,
                        Set.of());

        lawful.forEach((from, next) -> assertThat(from.next()).isEqualTo(next));
    }

    @Test
    @Tag("G25")
    void aReferredDisputeIsOverdueWhenNoStepIsTakenInTime() {
        var dispute = in(DisputeState.REFERRED);

        assertThat(dispute.isOverdueOn(RAISED_ON.plusDays(28), 28)).isFalse();
        assertThat(dispute.isOverdueOn(RAISED_ON.plusDays(29), 28)).isTrue();
        assertThat(dispute.isOverdueOn(RAISED_ON.plusDays(29), null)).isFalse();
        dispute.take(step(RAISED_ON.plusDays(20)));
        assertThat(dispute.isOverdueOn(RAISED_ON.plusDays(29), 28)).isFalse();
        assertThat(in(DisputeState.RAISED).isOverdueOn(RAISED_ON.plusDays(99), 28)).isFalse();
        assertThat(in(DisputeState.RESOLVED).isOverdueOn(RAISED_ON.plusDays(99), 28)).isFalse();
    }

    @Test
    void stepsFollowOneAnother() {
        assertThatThrownBy(() -> in(DisputeState.RAISED).take(step(RAISED_ON.minusDays(1))))
                .isInstanceOf(DisputeRefusal.OutOfOrder.class);
    }

    @Test
    void aDisputeHasTwoPartiesAndIsRaisedByOne() {
        assertThatThrownBy(() -> dispute("00W", List.of("00W", "00W")).raise())
                .isInstanceOf(DisputeRefusal.TooFewParties.class);
        assertThatThrownBy(() -> dispute("01N", List.of("00W", "E08000003")).raise())
                .isInstanceOf(DisputeRefusal.RaisedByNoParty.class)
                .extracting("operands")
                .isEqualTo(Map.of("raisedBy", "01N", "parties", List.of("00W", "E08000003")));
    }

    @Test
    void itIsResolvedByADecisionOrAnAgreement() {
        assertThatThrownBy(() -> in(DisputeState.REFERRED).resolve(null, null, step(RAISED_ON)))
                .isInstanceOf(DisputeRefusal.ResolvedByNothing.class);
        var decision = UUID.randomUUID();

        var told = in(DisputeState.REFERRED).resolve(decision, null, step(RAISED_ON));

        assertThat(told.decisionId()).isEqualTo(decision);
        assertThat(told.state()).isEqualTo("RESOLVED");
    }

    private static Dispute in(DisputeState state) {
        var dispute = dispute("00W", List.of("00W", "E08000003"));
        dispute.raise();
        dispute.state = state;
        return dispute;
    }

    private static Dispute dispute(String raisedBy, List<String> parties) {
        var dispute = new Dispute();
        dispute.id = UUID.randomUUID();
        dispute.reference = "MCR-DISP-1";
        dispute.title = "Who pays";
        dispute.locality = Locality.MANCHESTER;
        dispute.raisedBy = raisedBy;
        dispute.parties = parties;
        dispute.raisedOn = RAISED_ON;
        dispute.provenance = Provenance.illustrative();
        return dispute;
    }

    private static DisputeStep step(LocalDate on) {
        return new DisputeStep(on, "They met", Provenance.illustrative());
    }
}
