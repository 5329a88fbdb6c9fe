package locality.governance.organisation;

/// What kind of organisation it is.
public enum OrganisationKind {
    COUNCIL,
    CCG,
    ICB,
    NHS_TRUST,
    GP_FEDERATION,
    PROVIDER_ALLIANCE,
    HOUSING_ASSOCIATION,
    VCSE,
    REGULATOR,
    OTHER
}
