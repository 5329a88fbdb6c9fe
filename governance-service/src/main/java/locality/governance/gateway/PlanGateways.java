package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Plans the gateways of a contract: one, or a series.
@ApplicationScoped
class PlanGateways {

    private final Gateways gateways;
    private final Recorder recorder;
    private final EventLog eventLog;

    PlanGateways(Gateways gateways, Recorder recorder, EventLog eventLog) {
        this.gateways = gateways;
        this.recorder = recorder;
        this.eventLog = eventLog;
    }

    @Transactional
    Gateway handle(GatewayToPlan asked) {
        var to =
                new To(asked.contract(), asked.locality(), asked.effectiveOn(), asked.provenance());
        var sequence = sequence(to);
        var gateway = planned(to, asked.block(sequence.next()), asked.reference());
        sequence.place(gateway.block(), gateway.reference);
        keep(gateway);
        return gateway;
    }

    /// @param dryRun whether they are only shown, and nothing is kept
    @Transactional
    List<Gateway> handle(SeriesToPlan asked, boolean dryRun) {
        var to =
                new To(asked.contract(), asked.locality(), asked.effectiveOn(), asked.provenance());
        var sequence = sequence(to);
        var series =
                asked.blocks(sequence.next()).stream()
                        .map(block -> planned(to, block, null))
                        .toList();
        series.forEach(gateway -> sequence.place(gateway.block(), gateway.reference));
        if (!dryRun) {
            series.forEach(this::keep);
        }
        return series;
    }

    private record To(
            String contract,
            Locality place,
            @Nullable LocalDate effectiveOn,
            @Nullable Provenance provenance) {}

    private Sequence sequence(To to) {
        recorder.requireWriting(to.place, "locality", to.place.code());
        return gateways.sequence(to.place, to.contract);
    }

    private Gateway planned(To to, Block block, @Nullable String asked) {
        var on = recorder.day(to.effectiveOn, null);
        if (on.isAfter(recorder.today())) {
            throw new GatewayRefusal.InTheFuture(on, recorder.today());
        }
        UUID id = Ids.next();
        var reference = asked == null ? "%s-GW-%d".formatted(to.contract, block.number()) : asked;
        if (gateways.has(reference)) {
            throw new GatewayRefusal.ReferenceTaken(reference);
        }
        return Gateway.planned(
                id,
                reference,
                to.contract,
                block,
                to.place,
                on,
                recorder.provenance(to.provenance));
    }

    private void keep(Gateway gateway) {
        gateways.persistAndFlush(gateway);
        eventLog.append(gateway.changed());
    }
}
