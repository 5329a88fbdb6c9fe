package locality.governance.agreement;

/// How an organisation is bound by an agreement (*Transition to ICS Update for Governing Body*,
/// objectives: "all full and associate parties").
enum Capacity {
    FULL,
    ASSOCIATE
}
