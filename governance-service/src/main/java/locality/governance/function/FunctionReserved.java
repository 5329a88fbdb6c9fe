package locality.governance.function;

import locality.governance.period.Period;
import locality.platform.place.Locality;

/// A place reserves a function to the owners' top bodies: nobody else holds it in these days.
public record FunctionReserved(String function, Locality place, Period during) {}
