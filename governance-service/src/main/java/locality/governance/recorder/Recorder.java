package locality.governance.recorder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Whoever calls, as somebody who reads and writes the record of a place.
///
/// What belongs to Greater Manchester as a whole is read by every place, and written only by those
/// whose token names it.
@ApplicationScoped
public class Recorder {

    private final CurrentCaller caller;
    private final Clock clock;

    Recorder(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    public LocalDate today() {
        return BusinessClock.today(clock);
    }

    /// The day a read is about: `on`, its alias, or today.
    public LocalDate day(@Nullable LocalDate on, @Nullable LocalDate effectiveAt) {
        if (on != null) {
            return on;
        }
        return effectiveAt == null ? today() : effectiveAt;
    }

    /// What was said of a fact's source, or that this organisation entered it.
    public Provenance provenance(@Nullable Provenance given) {
        return given == null
                ? Provenance.stated("Entered by " + caller.get().organisation(), "-")
                : given;
    }

    /// @throws NotFound unless the caller writes for the place
    public void requireWriting(Locality place, String what, Object id) {
        caller.get().requireSight(place, what, id);
    }

    /// @throws NotFound unless the caller reads the place
    public void requireReading(Locality place, String what, Object id) {
        if (!caller.get().readable().contains(place)) {
            throw new NotFound(what, id);
        }
    }

    /// Whether the references of people are shown to the caller: to those who write the record of
    /// the place, who wrote them down, and to nobody else.
    public boolean seesPeople(Locality place) {
        var asking = caller.get();
        return asking.roles().contains(Roles.GOVERNANCE) && asking.sees(place);
    }

    /// The places whose record the caller writes: the one asked for, or all of theirs; none when
    /// the one asked for is not theirs.
    public Set<Locality> written(@Nullable Locality asked) {
        return caller.get().localitiesWithin(asked);
    }

    /// The places a list may show: the one asked for, or all the caller reads; none when the one
    /// asked for is not theirs.
    public Set<Locality> shown(@Nullable Locality asked) {
        var readable = caller.get().readable();
        if (asked != null) {
            readable.retainAll(Set.of(asked));
        }
        return readable;
    }
}
