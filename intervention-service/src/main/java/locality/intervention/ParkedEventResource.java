package locality.intervention;

import jakarta.ws.rs.Path;
import locality.platform.consume.ParkedEventFeed;

@Path("/api/intervention/v1/parked-events")
class ParkedEventResource extends ParkedEventFeed {}
