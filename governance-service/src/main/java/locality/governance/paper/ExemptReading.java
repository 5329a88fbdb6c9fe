package locality.governance.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import locality.platform.caller.CurrentCaller;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;

/// Who reads what the public may not: the secretaries and the auditors of a place.
@ApplicationScoped
public class ExemptReading {

    private final CurrentCaller caller;

    ExemptReading(CurrentCaller caller) {
        this.caller = caller;
    }

    /// The places whose exempt papers the caller may read.
    public Set<Locality> places() {
        var who = caller.get();
        boolean may = who.roles().contains(Roles.GOVERNANCE) || who.roles().contains(Roles.AUDITOR);
        var places = EnumSet.noneOf(Locality.class);
        if (may) {
            places.addAll(who.localities());
        }
        return places;
    }

    public boolean isAllowedIn(Locality place) {
        return places().contains(place);
    }
}
