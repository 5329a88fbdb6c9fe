package locality.governance.post;

/// What a post is on a day.
enum PostState {
    /// Somebody holds it substantively.
    FILLED,
    /// Nobody holds it substantively, whether or not somebody acts in it.
    VACANT,
    /// It is no more.
    ABOLISHED
}
