package locality.budget.line;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether a scheme is there already, or begins with this plan.
@Schema(name = "SchemeStatus")
public enum SchemeStatus {
    NEW,
    EXISTING
}
