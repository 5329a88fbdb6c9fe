package locality.governance.agreement;

/// What an agreement is.
enum AgreementKind {
    SECTION_75,
    RISK_SHARE,
    PARTNERSHIP,
    MEMORANDUM_OF_UNDERSTANDING,
    INVESTMENT,
    INTEGRATION,
    COMPACT,
    ACCOUNTABILITY,
    /// What a programme sets out to do, final once those it names have signed it.
    PROGRAMME_INITIATION_DOCUMENT;

    /// How it is ratified where it does not say: a programme's document by signatures alone.
    RatifiedBy usuallyRatifiedBy() {
        return this == PROGRAMME_INITIATION_DOCUMENT
                ? RatifiedBy.SIGNATURE
                : RatifiedBy.DECISION_AND_SIGNATURE;
    }
}
