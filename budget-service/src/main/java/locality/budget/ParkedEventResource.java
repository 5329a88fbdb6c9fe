package locality.budget;

import jakarta.ws.rs.Path;
import locality.platform.consume.ParkedEventFeed;

@Path("/api/budget/v1/parked-events")
class ParkedEventResource extends ParkedEventFeed {}
