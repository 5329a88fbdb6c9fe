package locality.intervention.contract;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.refusal.NotFound;

/// What was handed over to contracts, by the id it had at its gateway.
@ApplicationScoped
class ScopeItems implements PanacheRepositoryBase<ScopeItem, UUID> {

    Optional<ScopeItem> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// @param idOrReference either
    /// @throws NotFound if the contract has none of that name
    ScopeItem lock(Contract contract, String idOrReference) {
        return Ids.parse(idOrReference)
                .map(id -> find("id", id))
                .orElseGet(
                        () ->
                                find(
                                        "contract = ?1 and locality = ?2 and reference = ?3"
                                                + " order by id desc",
                                        contract.reference,
                                        contract.locality,
                                        idOrReference))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(item -> item.contract.equals(contract.reference))
                .filter(item -> item.locality == contract.locality)
                .orElseThrow(() -> new NotFound("item", idOrReference));
    }

    /// Whether its contract has that intervention by another item, of whatever gateway.
    boolean hasAnother(ScopeItem item, UUID intervention) {
        return count(
                        "contract = ?1 and locality = ?2 and id <> ?3 and state in ?4"
                                + " and interventionId = ?5",
                        item.contract,
                        item.locality,
                        item.id,
                        ScopeState.IN_SCOPE,
                        intervention)
                > 0;
    }

    /// Whether its contract has the service of that reference by another item.
    boolean hasAnother(ScopeItem service) {
        return count(
                        "contract = ?1 and locality = ?2 and id <> ?3 and state in ?4"
                                + " and intervention is null and reference = ?5",
                        service.contract,
                        service.locality,
                        service.id,
                        ScopeState.IN_SCOPE,
                        service.reference)
                > 0;
    }

    /// Of each contract, in the order in which they were proposed.
    Map<String, List<ScopeItem>> of(Collection<Contract> contracts) {
        var references = contracts.stream().map(contract -> contract.reference).toList();
        return list("contract in ?1 order by id", references).stream()
                .filter(
                        item ->
                                contracts.stream()
                                        .anyMatch(
                                                one ->
                                                        one.reference.equals(item.contract)
                                                                && one.locality == item.locality))
                .collect(groupingBy(item -> item.contract));
    }
}
