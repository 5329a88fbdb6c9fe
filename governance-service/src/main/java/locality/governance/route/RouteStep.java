package locality.governance.route;

import java.util.UUID;
import locality.governance.validity.DecisionType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One body a matter passes, and what it does with it there.
@Schema(name = "ApprovalRouteStep")
public record RouteStep(UUID bodyId, String body, DecisionType type) {}
