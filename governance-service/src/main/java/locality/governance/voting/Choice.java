package locality.governance.voting;

/// What a vote may say.
public enum Choice {
    FOR,
    AGAINST,
    ABSTAIN
}
