package locality.intervention.contract;

/// How a contract binds commissioners and providers.
enum ContractKind {
    BILATERAL,
    LEAD_PROVIDER,
    ALLIANCE,
    PRE_ALLIANCE
}
