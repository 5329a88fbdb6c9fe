package locality.intervention;

import jakarta.ws.rs.Path;
import locality.platform.eventlog.EventFeed;

@Path("/api/intervention/v1/events")
class EventResource extends EventFeed {}
