package locality.governance.forwardplan;

import java.util.UUID;

/// A matter on a forward plan, as a decision refers to it.
public record ForwardPlanEntryRef(UUID id, String reference, String title, boolean key) {}
