package locality.governance.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a register keeps.
@Schema(name = "RegisterEntryKind")
public enum EntryKind {
    /// It may happen.
    RISK,
    /// It has happened.
    ISSUE,
    /// It is taken to be so.
    ASSUMPTION,
    /// Something waits for it.
    DEPENDENCY
}
