package locality.reporting;

import jakarta.ws.rs.Path;
import locality.platform.eventlog.EventFeed;

@Path("/api/reporting/v1/events")
class EventResource extends EventFeed {}
