package locality.governance;

import jakarta.ws.rs.Path;
import locality.platform.consume.ParkedEventFeed;

@Path("/api/governance/v1/parked-events")
class ParkedEventResource extends ParkedEventFeed {}
