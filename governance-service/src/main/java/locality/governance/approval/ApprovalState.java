package locality.governance.approval;

/// OPEN until a valid decision answers it or whoever asked gives it up.
public enum ApprovalState {
    OPEN,
    ANSWERED,
    WITHDRAWN;

    boolean mayBecome(ApprovalState next) {
        return this == OPEN && next != OPEN;
    }
}
