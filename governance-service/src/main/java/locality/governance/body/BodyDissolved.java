package locality.governance.body;

import java.time.LocalDate;
import java.util.UUID;

/// A body is no more: it neither decides nor holds power from that day.
public record BodyDissolved(UUID body, String reference, LocalDate from) {}
