package locality.governance.post;

/// What kind of post it is.
enum PostKind {
    /// One that an act of Parliament or a regulation asks for, as an accountable officer.
    STATUTORY,
    EXECUTIVE,
    CLINICAL,
    OTHER
}
