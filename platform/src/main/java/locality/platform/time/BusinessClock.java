package locality.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// Time as the suite sees it: instants in UTC, business dates in the United Kingdom.
@ApplicationScoped
public class BusinessClock {

    public static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
    }
}
