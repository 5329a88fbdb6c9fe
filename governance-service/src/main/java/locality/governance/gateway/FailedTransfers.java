package locality.governance.gateway;

/// Raises an issue of what a contract refused.
public interface FailedTransfers {

    /// @param item that was refused, and now says why
    void raise(Gateway gateway, ScopeItem item);
}
