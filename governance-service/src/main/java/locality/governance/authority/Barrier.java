package locality.governance.authority;

import org.jspecify.annotations.Nullable;

/// One reason why a body may not decide.
///
/// @param link where the chain fails: a delegation's reference, or an owner's code; null when the
///   reason lies in the body itself
public record Barrier(AuthorityCode code, @Nullable String link) {}
