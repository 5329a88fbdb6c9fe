package locality.reporting;

import jakarta.ws.rs.Path;
import locality.platform.consume.ParkedEventFeed;

@Path("/api/reporting/v1/parked-events")
class ParkedEventResource extends ParkedEventFeed {}
