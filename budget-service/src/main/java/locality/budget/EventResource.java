package locality.budget;

import jakarta.ws.rs.Path;
import locality.platform.eventlog.EventFeed;

@Path("/api/budget/v1/events")
class EventResource extends EventFeed {}
