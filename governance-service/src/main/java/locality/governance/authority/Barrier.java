package locality.governance.authority;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One reason why a body may not decide.
///
/// @param link where the chain fails: a delegation's reference, or an owner's code; null when the
///   reason lies in the body itself
@Schema(name = "AuthorityBarrier")
public record Barrier(AuthorityCode code, @Nullable String link) {}
