package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import locality.platform.event.InterventionEvent.ContractScopeChanged;

/// Hears what the contract answered about what passed a gateway. An item goes only forward: what is
/// told twice, or late, changes nothing. A refusal is raised as an issue.
@ApplicationScoped
public class HearContract {

    private final Gateways gateways;
    private final FailedTransfers failedTransfers;

    HearContract(Gateways gateways, FailedTransfers failedTransfers) {
        this.gateways = gateways;
        this.failedTransfers = failedTransfers;
    }

    /// In the transaction of whoever reads the topic.
    public void hear(ContractScopeChanged answer) {
        gateways.ofItemAlone(answer.scopeItemId()).ifPresent(gateway -> hear(gateway, answer));
    }

    private void hear(Gateway gateway, ContractScopeChanged answer) {
        gateway.hear(
                        answer.scopeItemId(),
                        ScopeState.valueOf(answer.state()),
                        answer.effectiveOn(),
                        answer.reason())
                .filter(item -> item.state() == ScopeState.REFUSED)
                .ifPresent(item -> failedTransfers.raise(gateway, item));
        gateways.flush();
    }
}
