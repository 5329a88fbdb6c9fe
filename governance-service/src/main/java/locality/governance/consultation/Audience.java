package locality.governance.consultation;

/// Who is consulted, or told.
enum Audience {
    STAFF,
    PUBLIC,
    PATIENTS,
    PROVIDERS,
    PARTNERS
}
