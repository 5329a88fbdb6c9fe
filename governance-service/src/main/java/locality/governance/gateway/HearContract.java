package locality.governance.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import locality.governance.register.RaiseIssue;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.fact.Provenance;

/// Hears what the contract answered about what passed a gateway. An item goes only forward: what is
/// told twice, or late, changes nothing. What was refused is raised as an issue.
@ApplicationScoped
public class HearContract {

    /// What an issue names as its source's type.
    static final String SOURCE = "scope-item";

    private final Gateways gateways;
    private final RaiseIssue raiseIssue;

    HearContract(Gateways gateways, RaiseIssue raiseIssue) {
        this.gateways = gateways;
        this.raiseIssue = raiseIssue;
    }

    /// In the transaction of whoever reads the topic.
    public void hear(ContractScopeChanged answer) {
        gateways.ofItemAlone(answer.scopeItemId()).ifPresent(gateway -> hear(gateway, answer));
    }

    private void hear(Gateway gateway, ContractScopeChanged answer) {
        var became =
                gateway.hear(
                        answer.scopeItemId(),
                        ScopeState.valueOf(answer.state()),
                        answer.effectiveOn(),
                        answer.reason());
        gateways.flush();
        became.filter(item -> item.state() == ScopeState.REFUSED)
                .ifPresent(item -> raise(gateway, item));
    }

    private void raise(Gateway gateway, ScopeItem item) {
        raiseIssue.handle(
                gateway.locality,
                "%s of gateway %s was refused by contract %s"
                        .formatted(item.title(), gateway.reference, gateway.contract),
                null,
                new RaiseIssue.Source(SOURCE, item.id().toString()),
                Provenance.derived(
                        "contract %s refused %s: %s"
                                .formatted(
                                        gateway.contract,
                                        item.reference(),
                                        item.steps().getLast().reason())));
    }
}
