package locality.governance.gateway;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.action.Due;
import locality.governance.assessment.AssessmentState;
import locality.governance.assessment.Standings.Named;
import locality.governance.assessment.Standings.Standing;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Gateway 2 of Rochdale's contract with its Local Care Organisation, which reached completion at
/// the end of March 2018 (*Twelve Month Review*, 3.1.1), as rule tests tell it.
final class AGateway {

    static final LocalDate PLANNED = LocalDate.of(2017, 10, 2);
    static final LocalDate ASSESSED = LocalDate.of(2018, 1, 8);
    static final LocalDate SUBMITTED = LocalDate.of(2018, 3, 20);
    static final LocalDate MARCH = LocalDate.of(2018, 3, 31);
    static final LocalDate APRIL = LocalDate.of(2018, 4, 1);
    static final Provenance SOURCE = Provenance.illustrative();
    static final UUID ASSESSMENT = UUID.randomUUID();
    static final Named WORKFORCE = new Named("3", "Workforce");
    static final Readiness READY = readiness(standing(List.of(), List.of()));

    private AGateway() {}

    static Gateway planned() {
        return Gateway.planned(
                UUID.randomUUID(),
                "RCH-LCO-GW-2",
                "RCH-LCO-CONTRACT",
                Block.ofMonths(2, LocalDate.of(2017, 10, 1), 6),
                Locality.ROCHDALE,
                PLANNED,
                SOURCE);
    }

    static Gateway in(GatewayState state) {
        var gateway = planned();
        if (state == GatewayState.PLANNED) {
            return gateway;
        }
        gateway.startDueDiligence(standing(List.of(), List.of()), ASSESSED, SOURCE);
        if (state == GatewayState.DUE_DILIGENCE) {
            return gateway;
        }
        gateway.submit(SUBMITTED, SOURCE);
        switch (state) {
            case PLANNED, DUE_DILIGENCE, FOR_DECISION -> {}
            case PASSED -> gateway.pass(READY, MARCH, SOURCE);
            case PASSED_WITH_CONDITIONS -> {
                gateway.agree(condition("2018-09", null));
                gateway.pass(READY, MARCH, SOURCE);
            }
            case NOT_PASSED -> gateway.notPass(MARCH, "Not safe yet", SOURCE);
            case DEFERRED -> gateway.defer(MARCH, "The board was not quorate", SOURCE);
            case CLOSED -> {
                gateway.pass(READY, MARCH, SOURCE);
                gateway.close(APRIL, SOURCE);
            }
        }
        return gateway;
    }

    static Condition condition(String dueOn, @Nullable String covers) {
        return Condition.agreed(
                "Complete the improvement plan",
                Due.of(dueOn, null, null),
                covers == null ? null : new Condition.Covered(ASSESSMENT, covers),
                SUBMITTED,
                SOURCE);
    }

    static Readiness readiness(Standing standing) {
        return new Readiness(
                new Readiness.Previous("RCH-LCO-GW-1", GatewayState.CLOSED, true),
                standing,
                new Readiness.Approval(UUID.randomUUID(), "ROC-ICB-2018-03-27/4"));
    }

    static Standing standing(List<Named> open, List<Named> red) {
        return new Standing(
                ASSESSMENT,
                "RCH-LCO-DD-2",
                AssessmentState.AGREED,
                "DUE_DILIGENCE",
                5,
                true,
                open,
                red,
                open);
    }

    /// Every criterion rated, none Red, as far as it has come.
    static Standing standing(AssessmentState state) {
        return new Standing(
                UUID.randomUUID(),
                "RCH-LCO-DD-2",
                state,
                "DUE_DILIGENCE",
                5,
                true,
                List.of(),
                List.of(),
                List.of());
    }

    /// Told without a word of a scale.
    static Standing narrative() {
        return new Standing(
                UUID.randomUUID(),
                "RCH-LCO-N-2",
                AssessmentState.AGREED,
                "NARRATIVE",
                5,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    static ScopeItem.Proposal service(String reference) {
        return new ScopeItem.Proposal(reference, "Core+2", ScopeKind.SERVICE, null, APRIL);
    }

    static ScopeItem.Proposal intervention(String reference) {
        return new ScopeItem.Proposal(
                reference, "Primary Care Academy", ScopeKind.INTERVENTION, "RCH-INT-01", APRIL);
    }
}
