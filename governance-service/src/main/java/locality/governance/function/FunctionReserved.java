package locality.governance.function;

import java.time.LocalDate;
import locality.platform.place.Locality;

/// A place reserves a function to the owners' top bodies: nobody else holds it from that day.
public record FunctionReserved(String function, Locality place, LocalDate from) {}
