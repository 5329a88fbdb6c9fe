package locality.budget.line;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Money for running things, or money for having them. The one never becomes the other.
@Schema(name = "CostKind")
public enum CostKind {
    REVENUE,
    CAPITAL
}
