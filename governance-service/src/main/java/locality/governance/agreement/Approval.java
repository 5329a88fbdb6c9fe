package locality.governance.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a version is approved (*One Commissioning Organisation*: approved as a working document,
/// with the six signatures that make it final still blank).
@Schema(name = "AgreementApproval")
enum Approval {
    NONE,
    /// A working draft of it is approved for use, and it may still change.
    WORKING,
    /// Everybody whose agreement it takes has given it.
    FINAL
}
