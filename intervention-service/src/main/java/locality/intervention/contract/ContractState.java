package locality.intervention.contract;

/// How far a contract is; nothing takes it beyond its draft yet.
enum ContractState {
    DRAFT
}
