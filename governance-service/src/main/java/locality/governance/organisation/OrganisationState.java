package locality.governance.organisation;

/// What an organisation is on a day.
enum OrganisationState {
    /// Its code does not hold yet.
    TO_COME,
    OPEN,
    /// Its last day is past.
    CLOSED
}
