package locality.governance.assessment;

import jakarta.persistence.Embeddable;

/// What is assessed by itself: a condition, a domain of a peer review, a programme.
///
/// @param code short, unique in its framework: `3.7` is the seventh of the third domain
/// @param domain the group that it belongs to
/// @param title in the words of the source, unique in its domain
@Embeddable
record Criterion(String code, String domain, String title) {}
