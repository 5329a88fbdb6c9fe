package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Shows gateways as they were on a day, or as they now are.
@ApplicationScoped
class ShowGateways {

    private final Gateways gateways;
    private final FindReadiness findReadiness;
    private final Recorder recorder;

    ShowGateways(Gateways gateways, FindReadiness findReadiness, Recorder recorder) {
        this.gateways = gateways;
        this.findReadiness = findReadiness;
        this.recorder = recorder;
    }

    /// What a list asks for; null restricts nothing.
    ///
    /// @param on the day they are shown as of; null for as they now are
    record Asked(
            @Nullable Locality locality,
            @Nullable String contract,
            @Nullable GatewayState state,
            @Nullable LocalDate on) {

        private LocalDate asOf() {
            return on == null ? Gateways.Wanted.NOW : on;
        }
    }

    @Transactional
    Page<GatewayView> page(Asked asked, String after, int limit) {
        return Page.of(find(asked, after, limit), limit, one -> one.reference)
                .map(one -> view(one, asked.on, List.of()));
    }

    /// All of them, whatever the page.
    @Transactional
    List<GatewayView> all(Asked asked) {
        return find(asked, "", Page.ALL).stream()
                .map(one -> view(one, asked.on, List.of()))
                .toList();
    }

    /// One, with what it still lacks to pass.
    ///
    /// @throws NotFound if there is none that the caller reads, or it was planned later
    @Transactional
    GatewayView one(String idOrReference, @Nullable LocalDate on) {
        var gateway = gateways.require(idOrReference);
        recorder.requireReading(gateway.locality, "gateway", idOrReference);
        var day = on == null ? Gateways.Wanted.NOW : on;
        var step = gateway.on(day).orElseThrow(() -> new NotFound("gateway", idOrReference));
        return view(gateway, on, lacks(gateway, step, recorder.day(on, null)));
    }

    /// As it now is.
    GatewayView now(Gateway gateway) {
        return view(gateway, null, List.of());
    }

    private List<Lack> lacks(Gateway gateway, GatewayStep step, LocalDate day) {
        return switch (step.state()) {
            case DUE_DILIGENCE, FOR_DECISION ->
                    gateway.lacks(findReadiness.of(gateway, day, null), day);
            case PLANNED, PASSED, PASSED_WITH_CONDITIONS, NOT_PASSED, DEFERRED, CLOSED -> List.of();
        };
    }

    private List<Gateway> find(Asked asked, String after, int limit) {
        return gateways.inPlaces(
                recorder.shown(asked.locality),
                new Gateways.Wanted(asked.asOf(), asked.contract, asked.state),
                after,
                limit);
    }

    private GatewayView view(Gateway gateway, @Nullable LocalDate on, List<Lack> lacks) {
        return GatewayView.of(
                gateway, on == null ? Gateways.Wanted.NOW : on, recorder.day(on, null), lacks);
    }
}
