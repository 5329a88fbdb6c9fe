package locality.governance.authority;

/// How far a body exists on a date.
public enum Standing {
    NOT_CONSTITUTED,
    SHADOW,
    ESTABLISHED,
    DISSOLVED;

    /// Whether it may hold a power that a delegation gives it. A shadow body may: a delegation that
    /// names it is the one thing it binds under.
    boolean mayHoldDelegatedPower() {
        return this == SHADOW || this == ESTABLISHED;
    }
}
