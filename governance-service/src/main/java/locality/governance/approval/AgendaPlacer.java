package locality.governance.approval;

/// Whoever puts requests on the agendas of the bodies that may decide them.
public interface AgendaPlacer {

    /// Finds the lowest body that may decide the request, and its next meeting in time.
    void place(ApprovalRequest request);

    /// Takes a request that nobody waits for any longer off the agenda it was put on by rule.
    void withdraw(ApprovalRequest request);
}
