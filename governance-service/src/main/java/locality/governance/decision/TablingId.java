package locality.governance.decision;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A decision's first, second, third time before a body.
@Embeddable
record TablingId(UUID decisionId, int tabling) {}
