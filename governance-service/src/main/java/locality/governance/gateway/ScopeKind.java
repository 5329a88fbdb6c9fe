package locality.governance.gateway;

/// What passes a gateway.
enum ScopeKind {
    SERVICE,
    INTERVENTION
}
