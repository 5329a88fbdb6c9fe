package locality.governance.gateway;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import locality.governance.assessment.Standings;
import locality.governance.decision.ApprovalsInEffect;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.governance.recorder.Recorder;
import org.jspecify.annotations.Nullable;

/// Finds what the passing of a gateway rests on: the gateway before it, its due diligence, and the
/// decision about it.
@ApplicationScoped
class FindReadiness {

    /// What a decision about a gateway names as its subject's type.
    static final String SUBJECT = "gateway";

    private final Gateways gateways;
    private final Standings standings;
    private final ApprovalsInEffect approvals;
    private final Recorder recorder;

    FindReadiness(
            Gateways gateways,
            Standings standings,
            ApprovalsInEffect approvals,
            Recorder recorder) {
        this.gateways = gateways;
        this.standings = standings;
        this.approvals = approvals;
        this.recorder = recorder;
    }

    /// @param decision the only one that counts, by id or reference; null for the latest
    Readiness of(Gateway gateway, LocalDate on, @Nullable String decision) {
        return new Readiness(
                gateways.before(gateway).map(one -> Readiness.Previous.of(one, on)).orElse(null),
                standing(gateway, on).orElse(null),
                approval(gateway, on, decision).orElse(null));
    }

    /// The due diligence it had on the day, as it stood on that day.
    private Optional<Standings.Standing> standing(Gateway gateway, LocalDate on) {
        return gateway.on(on)
                .flatMap(step -> Optional.ofNullable(step.assessmentId()))
                .flatMap(assessment -> standings.on(assessment, on));
    }

    private Optional<Readiness.Approval> approval(
            Gateway gateway, LocalDate on, @Nullable String decision) {
        var named = decision == null ? null : approvals.require(decision, gateway.locality).id();
        return approvals.about(SUBJECT, List.of(gateway.reference, gateway.id.toString())).stream()
                .filter(one -> gateway.isApprovedBy(one, on, recorder.today()))
                .filter(one -> named == null || one.id().equals(named))
                .max(
                        Comparator.comparing((Decided one) -> requireNonNull(one.from()))
                                .thenComparing(Decided::id))
                .map(one -> new Readiness.Approval(one.id(), one.reference()));
    }
}
