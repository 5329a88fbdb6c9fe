package locality.governance;

import jakarta.ws.rs.Path;
import locality.platform.eventlog.EventFeed;

@Path("/api/governance/v1/events")
class EventResource extends EventFeed {}
