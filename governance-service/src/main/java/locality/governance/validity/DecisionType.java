package locality.governance.validity;

/// What a body does with a matter.
public enum DecisionType {
    NOTE,
    ENDORSE,
    RECOMMEND,
    APPROVE,
    RATIFY;

    /// Only an approval binds others, and so only it needs authority over function and money.
    public boolean needsAuthority() {
        return this == APPROVE || this == RATIFY;
    }

    /// Even an inquorate meeting may note a paper.
    boolean needsQuorum() {
        return this != NOTE;
    }
}
