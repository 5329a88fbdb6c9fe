package locality.budget.protection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What happens to a change that would leave less than is protected.
@Schema(name = "ProtectedAction")
enum ProtectedAction {
    /// It is refused.
    BLOCK,
    /// It goes through, and says so.
    WARN
}
